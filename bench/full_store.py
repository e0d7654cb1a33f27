"""A phone with 10,000 records against the same phone before: Vandaag after a cold start, and the list after a tap."""

import random
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from playwright.sync_api import Playwright, expect, sync_playwright

from bench.cold_start import HERO, WATCH
from bench.demo_phone import COUNT, Json, about, hand_in, installed, new_phone
from bench.logboeken import mutations, text, uuid7
from bench.told import tell
from e2e import chromium
from e2e.device import Device

LOGBOEKEN, COMMENTS = 6_000, 4_000
TIMES = 7
LINE = ".LogboekList .Row"
# From the tap to the frame after the one in which the first line of the list stands.
TAP = """([link, line]) => new Promise((done) => {
  const begun = performance.now();
  document.querySelector(link).click();
  const look = () => {
    if (!document.querySelector(line)) return requestAnimationFrame(look);
    requestAnimationFrame(() => done(performance.now() - begun));
  };
  requestAnimationFrame(look);
})"""


@dataclass(frozen=True)
class Taken:
    """Milliseconds."""

    vandaag: float
    tap: float


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        device = new_phone(playwright, installed(Path(name)), Path(name) / "profile")
        device.enter_demo_as("Bram")
        expect(device.page.locator(HERO)).to_be_visible()
        before = _measured(playwright, device)
        _fill(device)
        after = _measured(playwright, device)
        device.server.stop()
    few, many = before.vandaag, after.vandaag
    tell(f"Vandaag from cold with 10,000 records: {many:.0f} ms against {few:.0f} ms", many / few, "at most 2")
    few, many = before.tap, after.tap
    tell(f"a tap to the logboek list with 10,000 records: {many:.0f} ms against {few:.0f} ms", many / few, "at most 2")


def _fill(device: Device) -> None:
    """And then onto the phone as any phone gets it."""
    device.start()
    device.open()
    me = about(device)
    coaching = next(name for name in me["scopes"] if name.startswith("coaching:"))
    hand_in(device, _year(me["person"]["id"], coaching))
    device.page.reload()
    device.page.wait_for_function(f"async () => await ({COUNT})() >= {LOGBOEKEN + COMMENTS}", timeout=300_000)
    device.close()


def _year(person: str, coaching: str) -> Iterator[Json]:
    """Logboeken that were handed in, and what was said about them."""
    chance = random.Random(coaching)
    for n, made in enumerate(islice(mutations(person), LOGBOEKEN)):
        yield made
        handed_in = {"mid": uuid7(chance), "base": {"mid": made["mid"]}, "scope": coaching}
        yield {**made, **handed_in, "set": {"handed_in": made["at"]}}
        if n < COMMENTS:
            said = {"about": made["id"], "text": text(chance, 80)}
            yield {**made, "mid": uuid7(chance), "id": uuid7(chance), "kind": "comment", "scope": coaching, "set": said}


def _measured(playwright: Playwright, device: Device) -> Taken:
    """Medians over browsers that were just started."""
    device.close()
    taken = [_once(playwright, device) for _ in range(TIMES)]
    return Taken(statistics.median(t.vandaag for t in taken), statistics.median(t.tap for t in taken))


def _once(playwright: Playwright, device: Device) -> Taken:
    context = chromium.start(playwright, device.profile, chromium.PHONE)
    page = context.pages[0]
    page.add_init_script(f"({WATCH})({HERO!r})")
    page.goto(device.url)
    vandaag = float(page.wait_for_function("() => window.seenAfter").json_value())
    page.wait_for_timeout(1_500)  # one has looked at it; what is read quietly has been read
    tap = float(page.evaluate(TAP, ["nav a[href='/logboek']", LINE]))
    context.close()
    return Taken(vandaag, tap)
