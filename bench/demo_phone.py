"""A coach of the demo with a phone, and more records than anybody writes in a year."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from e2e import chromium, server
from e2e.device import Device
from e2e.server import Server

AT_ONCE = 400
# How many records a phone has on its disk.
COUNT = """async () => {
  const found = (await indexedDB.databases()).find(({ name }) => name.startsWith("maatje-"));
  if (!found) return 0;
  const db = await new Promise((done) => { indexedDB.open(found.name).onsuccess = (at) => done(at.target.result); });
  const rows = db.transaction("confirmed").objectStore("confirmed").count();
  const count = await new Promise((done) => { rows.onsuccess = () => done(rows.result); });
  db.close();
  return count;
}"""

Json = dict[str, Any]


def installed(folder: Path) -> Server:
    program = server.install(folder / "program")
    server.run(program, folder / "data", "demo", "--communities", "2")
    return Server(program, folder / "data")


def new_phone(playwright: Playwright, at: Server, profile: Path) -> Device:
    return Device(playwright, at, profile, chromium.PHONE)


def about(device: Device) -> Json:
    """Who is signed in there, and what they may write where."""
    answer: Json = device.context.request.get(device.url + "/api/me").json()
    return answer


def hand_in(device: Device, mutations: Iterable[Json]) -> None:
    """Through the front door, under the login of this phone."""
    waiting = iter(mutations)
    while some := list(islice(waiting, AT_ONCE)):
        body = {"proto": 1, "device": "bench", "n": 1, "gen": None, "schema": 1, "limit": 1, "cursors": {}, "only": []}
        answer = device.context.request.post(
            f"{device.url}/api/sync", data=body | {"mutations": some}, headers={"origin": device.url}
        )
        assert answer.ok, answer.text()
        results = answer.json()["results"].values()
        assert all(result["status"] == "ok" for result in results), results
