"""A walk past every screen, each hat in a browser of its own, telling what is wrong with how it looks."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Page, expect, sync_playwright

from e2e import chromium
from e2e.chromium import LAPTOP, PHONE, Shape
from e2e.device import is_trouble
from e2e.screens import addresses, screens

AT_ONCE = 3
LEAST = 44
LOOKS = (Path(__file__).parent / "looks.js").read_text()
AXE = """(rules) => axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) }).then(
  ({ violations }) => violations.map(({ id, nodes }) => ["axe", `${id}: ${nodes.map(({ target }) => target)}`])
)"""
COLOURS = ["color-contrast", "link-in-text-block"]  # all that changes with the theme


class Hat(NamedTuple):
    """How someone looks at the app; without a person: not signed in."""

    name: str
    role: str | None = None
    person: str = ""
    forbidden: str = ""
    before: str = ""  # what they did before, run in the page


class Fault(NamedTuple):
    rule: str
    where: str
    what: str


def walk(url: str, hats: list[Hat]) -> list[Fault]:
    """Everything that is wrong anywhere."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [fault for found in pool.map(lambda hat: _with(url, hat), hats) for fault in found]


def wrong_on(page: Page) -> Any:
    """What axe finds wrong with a page as it stands there now."""
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE)


def _with(url: str, hat: Hat) -> list[Fault]:
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        context = browser.new_context(**chromium.manners(PHONE), base_url=url)
        found = list(_past(context.new_page(), hat))
        browser.close()
        return found


def _past(page: Page, hat: Hat) -> Iterator[Fault]:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if is_trouble(message) else None)
    if hat.person:
        _enter(page, hat.person)
    if hat.before:
        page.evaluate(hat.before)
    for path in _paths(page, hat):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).not_to_have_count(0)
        yield from (Fault(rule, f"{hat.name} {path} {view}", what) for view, rule, what in _looked(page, hat))
        yield from (Fault("console", f"{hat.name} {path}", what) for what in said)
        said.clear()


def _paths(page: Page, hat: Hat) -> Iterator[str]:
    """Pages with an address of their own first: they link to the others."""
    mine = [screen for screen in screens() if screen.is_of(hat.role)]
    links: list[str] = []
    for screen in sorted(mine, key=lambda screen: ":" in screen.path):
        for path in addresses(screen.path, links):
            yield path
            links += page.eval_on_selector_all("a[href^='/']", "(all) => all.map((one) => one.getAttribute('href'))")


def _looked(page: Page, hat: Hat) -> Iterator[tuple[str, str, str]]:
    """From the phone to the laptop, from day to night, and back to the phone for who needs large letters."""
    page.evaluate(AXE_SCRIPT)
    yield from _told("phone, day", page.evaluate(AXE), page.evaluate(LOOKS, [LEAST, hat.forbidden]))
    page.emulate_media(color_scheme="dark")
    yield from _told("phone, night", page.evaluate(AXE, COLOURS))
    _resize(page, LAPTOP)
    yield from _told("laptop, night", page.evaluate(AXE, COLOURS))
    page.emulate_media(color_scheme="light")
    yield from _told("laptop, day", page.evaluate(AXE), page.evaluate(LOOKS, [0, hat.forbidden]))
    _resize(page, PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    yield from _told("phone, large letters", page.evaluate(LOOKS, [LEAST, hat.forbidden]))


def _resize(page: Page, shape: Shape) -> None:
    page.set_viewport_size({"width": shape.width, "height": shape.height})


def _told(view: str, *looks: Any) -> Iterator[tuple[str, str, str]]:
    return ((view, rule, what) for faults in looks for rule, what in faults)


def _enter(page: Page, name: str) -> None:
    page.goto("/inloggen")
    expect(page.get_by_role("region", name="Even rondkijken")).to_be_visible()
    if not page.get_by_role("button", name=name).is_visible():
        page.get_by_role("button", name="Toon alle").click()
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
