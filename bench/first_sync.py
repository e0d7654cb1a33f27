"""A new phone on a slow line gets 5,000 records: how long it takes, against what the line needs for the bytes alone."""

import tempfile
import time
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.demo_phone import COUNT, about, hand_in, installed, new_phone
from bench.logboeken import mutations
from bench.told import tell
from e2e.device import Device

RECORDS = 5_000
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        server = installed(Path(name))
        old = new_phone(playwright, server, Path(name) / "old")
        old.enter_demo_as("Bram")
        hand_in(old, islice(mutations(about(old)["person"]["id"]), RECORDS))
        old.close()
        device = new_phone(playwright, server, Path(name) / "new")
        taken, line = _first_sync(device)
        device.close()
        server.stop()
    alone = line.seconds()
    what = f"a first sync of 5,000 records over slow 4G: {taken:.1f} s, of which {alone:.1f} s are the line's"
    tell(what, taken / alone, "at most 1.5: the line decides, not the phone")


@dataclass
class Traffic:
    """What came over the line in answer to syncs."""

    syncs: set[str] = field(default_factory=set)
    bytes: int = 0

    def seconds(self) -> float:
        """As if nothing else took time."""
        return self.bytes / SLOW_4G["downloadThroughput"] + len(self.syncs) * SLOW_4G["latency"] / 1000

    def note_request(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].endswith("/api/sync"):
            self.syncs.add(event["requestId"])

    def note_end(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.syncs:
            self.bytes += event["encodedDataLength"]


def _first_sync(device: Device) -> tuple[float, Traffic]:
    """From the tap that signs in to the last record on the disk."""
    page, traffic = device.page, Traffic()
    device.open("/inloggen")
    page.get_by_role("button", name="Bram").wait_for()
    devtools = device.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SLOW_4G)
    devtools.on("Network.requestWillBeSent", traffic.note_request)
    devtools.on("Network.loadingFinished", traffic.note_end)
    begun = time.perf_counter()
    device.tap(page.get_by_role("button", name="Bram"))
    _wait_for_all(page)
    return time.perf_counter() - begun, traffic


def _wait_for_all(page: Page) -> None:
    while page.evaluate(f"({COUNT})()") < RECORDS:
        page.wait_for_timeout(200)
