"""A phone of an earlier version, with work that was not sent, gets the app of now."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.device import Device

RECORDED = Path(__file__).parent / "recorded"
WHOSE = "fetch('/api/me').then((answer) => answer.json()).then(({ person }) => person.id)"
LAY_DOWN = """async ({ person, version, stores }) => {
  const name = `maatje-${person}`;
  await new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; });
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath, indexes, keys, rows }] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
      rows.forEach((row, at) => store.put(row, keyPath === null ? keys[at] : undefined));
    }
  };
  await new Promise((done) => { opening.onsuccess = done; });
  opening.result.close();
}"""


@pytest.mark.row("F107")
@pytest.mark.parametrize("version", sorted(file.stem for file in RECORDED.glob("*.json")))
def test_what_waited_on_a_phone_of_an_earlier_version_arrives_also_what_was_half_typed(
    phone: Device, version: str
) -> None:
    phone.enter_demo_as("Sanne")
    phone.open("/healthz")  # where the app does not run
    recorded = (RECORDED / f"{version}.json").read_text()
    mine = phone.page.evaluate(WHOSE)
    phone.page.evaluate(LAY_DOWN, json.loads(recorded.replace(json.loads(recorded)["person"], mine)))

    phone.open("/doelen")

    for words in ("Twee keer per week zwemmen", "Leren koken voor mijn broertje, iets met linzen"):
        goal = phone.page.get_by_role("link", name=words)
        expect(goal.get_by_text("veilig bewaard", exact=True)).to_be_visible()
        phone.server.wait_until_it_heard(words)
    phone.server.wait_until_it_heard("Zondag soep maken")
