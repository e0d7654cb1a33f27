"""A newer version is offered, never forced, and costs nobody a word."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e import server as servers
from e2e.device import Device
from e2e.server import Server

HALF_TYPED = "Ik was halverwege deze zin toen"
OPEN_AS_A_NEWER_ONE = """async () => {
  const done = (request) => new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
  const { name, version } = (await indexedDB.databases()).find(({ name }) => name.startsWith("maatje-"));
  const db = await done(indexedDB.open(name, version + 1));
  const stores = db.transaction(["outbox", "drafts"]);
  const rows = await Promise.all([...stores.objectStoreNames].map((one) => done(stores.objectStore(one).getAll())));
  db.close();
  return JSON.stringify(rows);
}"""


@pytest.fixture
def server(demo_year: Path, tmp_path: Path) -> Iterator[Server]:
    """An installation of one's own, because its page is going to change."""
    program = servers.install(tmp_path / "program")
    server = Server(program, Path(shutil.copytree(demo_year, tmp_path / "data")))
    yield server
    server.stop()


@pytest.mark.row("F102")
def test_an_update_is_offered_and_taken_by_a_tap_and_a_half_typed_sentence_stays(phone: Device) -> None:
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    wish = phone.page.get_by_role("textbox", name="Wat wil je bereiken?")
    wish.press_sequentially(HALF_TYPED)
    newer = phone.page.locator("meta[content='noindex, nofollow']")

    _publish_another(phone.server.program / "pwa" / "dist")
    phone.page.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update())")
    expect(phone.page.get_by_text("Er is een nieuwe versie van de app")).to_be_visible()
    wish.press_sequentially(" de")
    expect(wish).to_have_value(f"{HALF_TYPED} de")
    expect(newer).to_have_count(0)
    phone.tap(phone.button("Nu vernieuwen"))

    expect(newer).to_have_count(1)
    expect(wish).to_have_value(f"{HALF_TYPED} de")
    expect(phone.page.get_by_text("Er is een nieuwe versie van de app")).to_have_count(0)


@pytest.mark.row("F102", "F107")
def test_a_page_gives_way_to_a_newer_one_that_changes_the_database_once_every_key_is_in_it(phone: Device) -> None:
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    newer = phone.context.new_page()
    newer.goto(f"{phone.url}/healthz")  # where the app of now does not run
    phone.page.get_by_role("textbox", name="Wat wil je bereiken?").press_sequentially(HALF_TYPED)

    with phone.page.expect_navigation():
        found = newer.evaluate(OPEN_AS_A_NEWER_ONE)

    assert HALF_TYPED in found


def _publish_another(dist: Path) -> None:
    """As the next release would: another page, and a worker that names it."""
    for twin in dist.glob("*.br"):
        twin.unlink()
    page, worker = dist / "index.html", dist / "sw.js"
    page.write_text(page.read_text().replace('content="noindex"', 'content="noindex, nofollow"'))
    worker.write_text(worker.read_text().replace("url:`/index.html`,revision:`", "url:`/index.html`,revision:`next-"))
