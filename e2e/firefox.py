"""Which Firefox the journeys run in that are told for it too, and how it is started."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from e2e.chromium import Shape, manners

NAMES = ("firefox-esr", "firefox")
STOCK = "moz-firefox"  # how Playwright calls one that it did not build itself
CHROMIUM_ONLY = {"is_mobile"}


def start(playwright: Playwright, profile: Path, shape: Shape) -> BrowserContext:
    """A browser process of its own, with whatever its profile holds from the time before."""
    found = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)
    channel = STOCK if found and Path(found).name in NAMES else None
    manner = {name: value for name, value in manners(shape).items() if name not in CHROMIUM_ONLY}
    return playwright.firefox.launch_persistent_context(profile, executable_path=found, channel=channel, **manner)
