"""Draws the app's icons as PNG files from public/icons/icon.svg. Run it when the drawing changes; the PNGs are kept."""

import re
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PWA = Path(__file__).parent.parent
ICONS = PWA / "public" / "icons"
LUCIDE = PWA / "node_modules" / "lucide-static" / "icons"
GROUND, LIGHT = "#005f5c", "#fbfdfd"

DRAWING = (ICONS / "icon.svg").read_text()
FIGURES = re.sub(r"<rect[^>]*/>", "", DRAWING)
# A launcher may cut a maskable icon down to the middle 80%: the ground fills the square, the figures become smaller.
MASKABLE = FIGURES.replace('viewBox="0 0 64 64"', 'viewBox="-9 -8 82 82"')
# Only the shape counts in a monochrome icon.
MONOCHROME = re.sub(r"#[0-9a-f]{6}", "#000000", FIGURES)

ALL: list[tuple[str, int, str, str]] = [
    ("icon-192", 192, DRAWING, "transparent"),
    ("icon-512", 512, DRAWING, "transparent"),
    ("maskable-192", 192, MASKABLE, GROUND),
    ("maskable-512", 512, MASKABLE, GROUND),
    ("monochrome-512", 512, MONOCHROME, "transparent"),
    ("apple-touch-icon", 180, FIGURES, GROUND),
]
SHORTCUTS = {"logboek": "notebook-pen", "sessies": "calendar-days", "doelen": "target"}


def main(browser: str) -> None:
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"]).new_page()
        for name, size, svg, ground in ALL:
            draw(page, name, size, svg, f"background: {ground}")
        for name, icon in SHORTCUTS.items():
            svg = (LUCIDE / f"{icon}.svg").read_text()
            look = f"background: {GROUND}; color: {LIGHT}; border-radius: 50%; padding: 24px"
            draw(page, f"shortcut-{name}-96", 96, svg, look)


def draw(page: Page, name: str, size: int, svg: str, style: str) -> None:
    page.set_viewport_size({"width": size, "height": size})
    frame = f"div {{ box-sizing: border-box; height: {size}px; {style} }}"
    whole = "body { margin: 0 } svg { display: block; width: 100%; height: 100% }"
    page.set_content(f"<style>{whole} {frame}</style><div>{svg}</div>")
    page.screenshot(path=ICONS / f"{name}.png", omit_background=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
