"""Which Chromium the journeys run in, and how it is started."""

import os
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",  # nobody is there to say that the app may use the microphone
    "--use-fake-device-for-media-stream",
]
NO_WAY_BACK = "--disable-back-forward-cache"  # Playwright's own wish; on a phone a page one left sleeps there


class Shape(NamedTuple):
    """What the browser is told of the thing it runs on."""

    width: int
    height: int
    touch: bool


PHONE = Shape(360, 640, touch=True)
LAPTOP = Shape(1280, 800, touch=False)


def start(playwright: Playwright, profile: Path, shape: Shape) -> BrowserContext:
    """A browser process of its own, with whatever its profile holds from the time before."""
    return playwright.chromium.launch_persistent_context(
        profile, executable_path=_found(), args=QUIETLY, ignore_default_args=[NO_WAY_BACK], **manners(shape)
    )


def launch(playwright: Playwright) -> Browser:
    """A browser process that remembers nothing, for any number of people."""
    return playwright.chromium.launch(executable_path=_found(), args=QUIETLY)


def manners(shape: Shape) -> dict[str, Any]:
    """Where it is, and what its owner likes."""
    return {
        "viewport": {"width": shape.width, "height": shape.height},
        "has_touch": shape.touch,
        "is_mobile": shape.touch,
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "reduced_motion": "reduce",
    }


def process_of(profile: Path) -> int:
    """The browser notes in its profile which process has it: `machine-1234`."""
    return int(os.readlink(profile / "SingletonLock").rpartition("-")[2])


def _found() -> str | None:
    """As `make test` says, or by name; else Playwright's own."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
