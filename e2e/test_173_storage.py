"""A phone that is full, and one whose browser cleaned up: one types on, is told, and it mends by itself."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.device import Device
from e2e.disk import LITTLE_LEFT, on_disk, wait_until_on_disk
from e2e.logboek import mark
from e2e.walk import wrong_on

ROOM = 20_000_000
TOLD = "Bewaren op deze telefoon lukt nu niet."
FILL = """async () => {
  const opening = indexedDB.open("films");
  opening.onupgradeneeded = () => opening.result.createObjectStore("films");
  await new Promise((done) => { opening.onsuccess = done; });
  const fits = (size) => new Promise((answer) => {
    const film = Uint8Array.from({ length: size }, () => Math.random() * 256);
    const tx = opening.result.transaction("films", "readwrite");
    tx.oncomplete = () => answer(true);
    tx.onabort = () => answer(false);
    tx.objectStore("films").put(film, Math.random());
  });
  for (let size = 4_000_000; size >= 64; size >>= 1) while (await fits(size));
  opening.result.close();
}"""
IPHONE = "Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)' })"
DELETE = """(whose) => indexedDB.databases().then((all) => Promise.all(
  all.filter(({ name }) => name.startsWith(whose)).map(({ name }) => new Promise((done) => {
    indexedDB.deleteDatabase(name).onsuccess = done;
  }))))"""


def wish(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Wat wil je bereiken?")


@pytest.mark.row("F108")
def test_on_a_full_phone_one_types_on_is_told_and_every_word_reaches_the_server(phone: Device) -> None:
    page = phone.page
    hand = phone.context.new_cdp_session(page)
    hand.send("Storage.overrideQuotaForOrigin", {"origin": phone.url, "quotaSize": ROOM})
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    page.evaluate(FILL)
    wish(page).press_sequentially("Minder foto's maken")
    wish(page).blur()
    expect(page.get_by_text(TOLD)).to_be_visible()
    phone.server.wait_until_it_heard("Minder foto's maken")

    phone.go_offline()
    wish(page).press("End")
    wish(page).press_sequentially(" van eten")
    wish(page).blur()
    page.reload()
    expect(page.get_by_text(TOLD)).to_be_visible()
    page.evaluate(DELETE, "films")
    phone.go_online()

    expect(mark(phone, "veilig bewaard")).to_be_visible()
    expect(page.get_by_text(TOLD)).to_have_count(0)
    expect(wish(page)).to_have_value("Minder foto's maken van eten")
    phone.server.wait_until_it_heard("Minder foto's maken van eten")
    assert "Minder foto's maken van eten" in on_disk(page)


@pytest.mark.row("F108")
def test_when_the_browser_throws_everything_away_under_an_open_page_it_is_put_back(phone: Device) -> None:
    page = phone.page
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    phone.go_offline()
    wish(page).press_sequentially("Opnieuw")
    wish(page).blur()
    wait_until_on_disk(page, "Opnieuw")
    hand = phone.context.new_cdp_session(page)
    hand.send("Storage.clearDataForOrigin", {"origin": phone.url, "storageTypes": "indexeddb,local_storage"})
    wish(page).press("End")
    wish(page).press_sequentially(" beginnen")
    wish(page).blur()
    phone.go_online()

    expect(mark(phone, "veilig bewaard")).to_be_visible()
    phone.server.wait_until_it_heard("Opnieuw beginnen")
    phone.open("/doelen")
    expect(page.get_by_role("link", name="Opnieuw beginnen")).to_be_visible()
    expect(page.get_by_role("link", name="Mijn eerste verslag op tijd")).to_be_visible()


@pytest.mark.row("F108", "F126")
def test_on_a_phone_that_is_almost_full_vandaag_says_so(phone: Device) -> None:
    phone.context.add_init_script(LITTLE_LEFT)
    phone.enter_demo_as("Bram")

    expect(phone.page.get_by_text("Je apparaat is bijna vol")).to_be_visible()
    assert wrong_on(phone.page) == []


@pytest.mark.row("F108", "F126")
def test_in_safari_one_is_told_to_put_the_app_on_the_home_screen_and_may_do_so_later(phone: Device) -> None:
    told = phone.page.get_by_text("Safari ruimt op wat je een week niet opent.")
    phone.context.add_init_script(IPHONE)
    phone.enter_demo_as("Bram")
    expect(told).to_be_visible()
    assert wrong_on(phone.page) == []
    phone.tap(phone.button("Laat zien hoe"))
    expect(phone.page.get_by_role("heading", name="De app op je telefoon")).to_be_visible()
    phone.open("/")
    phone.tap(phone.button("Straks"))
    expect(told).to_have_count(0)
    phone.open("/")

    expect(phone.button("Logboek invullen")).to_be_visible()
    phone.page.wait_for_load_state("networkidle")
    expect(told).to_have_count(0)
