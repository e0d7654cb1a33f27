"""A photo and a voice note in a logboek, made without a network: kept at once, without a place, and sent later."""

import re
from urllib.parse import urlparse

import pytest
from playwright.sync_api import FilePayload, Locator, Request, Route, expect

from e2e.chromium import LAPTOP
from e2e.conftest import NewDevice
from e2e.demo import JUST_ENDED
from e2e.device import Device
from e2e.disk import LITTLE_LEFT, rows_on_disk, wait_until_in_store
from e2e.logboek import depth, fill_in_the_minimum, mark
from e2e.pictures import photo, tells_anything
from e2e.walk import wrong_on

FILES = "**/api/files/**"
MOST_LOST = 5
LASTS = """async (sound) => {
  while (!Number.isFinite(sound.duration)) await new Promise((later) => setTimeout(later, 20));
  return sound.duration;
}"""
WORDS = "Wat we op het bord schreven"


@pytest.fixture
def bram(phone: Device) -> Device:
    """His phone, without a network, and a logboek that is nearly done."""
    phone.enter_demo_as("Bram")
    expect(phone.page.get_by_role("link", name="Logboek invullen")).to_be_visible()
    phone.restart_offline()
    phone.tap(phone.button("Logboek invullen"))
    fill_in_the_minimum(phone)
    return phone


def add_photo(coach: Device, content: bytes, name: str = "IMG_2311.jpg", type: str = "image/jpeg") -> None:
    coach.tap(coach.button("Foto of opname toevoegen"))
    picked = FilePayload(name=name, mimeType=type, buffer=content)
    coach.page.locator("input[type=file]:not([capture])").set_input_files(picked)


def start_recording(coach: Device) -> None:
    coach.tap(coach.button("Foto of opname toevoegen"))
    coach.tap(coach.button("Neem iets op"))
    expect(coach.button("Begin met opnemen")).to_be_disabled()
    coach.tap(coach.page.get_by_label("Alleen ik"))
    coach.tap(coach.button("Begin met opnemen"))


def cut(route: Route) -> None:
    route.abort()


def strip(device: Device) -> Locator:
    return device.page.get_by_role("list", name="Foto's en opnames")


def status(device: Device, hash: str) -> int:
    return device.context.request.get(f"{device.url}/api/files/{hash}").status


def open_as_coordinator(cora: Device) -> None:
    cora.enter_demo_as("Cora")
    cora.open("/review")
    lines = cora.page.get_by_role("region", name="Logboeken").get_by_role("listitem")
    cora.tap(lines.filter(has_text=f"{JUST_ENDED} · SW1A").get_by_role("link").first)


@pytest.mark.row("F11", "F103")
def test_a_photo_without_a_network_is_sent_later_without_its_place_and_read_by_who_may(
    bram: Device, device: NewDevice
) -> None:
    made = photo(bram.page)
    assert tells_anything(made)
    add_photo(bram, made)
    expect(strip(bram)).to_contain_text("op deze telefoon")
    [file] = rows_on_disk(bram.page, "files")
    bram.context.route(FILES, cut)
    bram.go_online()
    bram.tap(bram.button("Inleveren"))
    expect(mark(bram, "veilig bewaard").first).to_be_visible()
    expect(strip(bram)).to_contain_text("op deze telefoon")
    bram.open("/ik")
    expect(bram.page.get_by_text("1 foto staat nog alleen op deze telefoon")).to_be_visible()
    expect(bram.page.get_by_text("Je tekst is veilig bewaard.")).to_be_visible()
    expect(mark(bram, "foto of opname op deze telefoon")).to_be_visible()

    cora = device("Cora", LAPTOP)
    open_as_coordinator(cora)
    cora.tap(cora.button("Foto bekijken"))
    expect(cora.page.get_by_role("dialog")).to_contain_text("nog niet aangekomen")
    bram.context.unroute(FILES)
    bram.open("/")
    expect(mark(bram, "alles bewaard")).to_be_visible()
    cora.tap(cora.button("Opnieuw proberen"))

    picture = cora.page.get_by_role("dialog").get_by_role("img")
    expect(picture).to_have_attribute("src", re.compile("^blob:"))
    assert picture.evaluate("(it) => it.decode().then(() => [it.naturalWidth, it.naturalHeight])") == [1200, 1600]
    answer = bram.context.request.get(f"{bram.url}/api/files/{file['hash']}")
    assert not tells_anything(answer.body())
    joris = device("Joris")
    joris.enter_demo_as("Joris")
    assert [status(one, file["hash"]) for one in (cora, joris)] == [200, 404]


@pytest.mark.row("F11", "F110")
def test_an_upload_that_is_cut_halfway_goes_on_with_the_missing_pieces_only(bram: Device) -> None:
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "PUT":
            sent.append(urlparse(request.url).path.rpartition("/")[2])

    add_photo(bram, photo(bram.page, 1600, 1200))
    expect(strip(bram)).to_contain_text("op deze telefoon")
    [file] = rows_on_disk(bram.page, "files")
    pieces = [str(index) for index in range(-(-file["bytes"] // 524_288))]
    assert len(pieces) > 2
    last = f"{FILES[:-1]}/{pieces[-1]}?*"
    bram.context.route(last, cut)
    bram.context.on("requestfinished", note)  # of the page or of the service worker, whichever begins
    bram.go_online()
    with bram.context.expect_event("requestfailed", lambda request: request.url.endswith(f"of={len(pieces)}")):
        bram.page.evaluate("dispatchEvent(new Event('online'))")
    bram.context.unroute(last)

    expect(strip(bram)).to_contain_text("veilig bewaard")
    assert sent == pieces


@pytest.mark.row("F11")
def test_a_phone_that_dies_during_a_voice_note_loses_five_seconds_at_most(bram: Device) -> None:
    start_recording(bram)
    timer = bram.page.get_by_role("timer")
    expect(timer).to_have_text("0:07")
    recorded = int(timer.inner_text()[-2:])
    bram.kill()
    bram.start()
    bram.open()
    bram.tap(bram.button("Naar de opname"))
    expect(bram.page.get_by_text("Hij duurt 0:0")).to_be_visible()
    [waiting] = rows_on_disk(bram.page, "recordings")
    assert recorded - waiting["seconds"] <= MOST_LOST
    assert len(rows_on_disk(bram.page, "slices")) == waiting["slices"] >= 1
    assert wrong_on(bram.page) == []
    bram.tap(bram.button("Zet bij mijn logboek"))
    expect(bram.page.get_by_text("Er wacht geen opname")).to_be_visible()

    bram.open("/")
    bram.tap(bram.button("Verder invullen"))
    bram.tap(bram.button("beluisteren"))
    assert bram.page.locator("audio").evaluate(LASTS) >= recorded - MOST_LOST


@pytest.mark.row("F11", "F126")
def test_a_voice_note_needs_a_consent_can_stand_still_and_is_heard_by_the_coordinator(
    bram: Device, device: NewDevice
) -> None:
    start_recording(bram)
    expect(bram.page.get_by_role("timer")).to_have_text("0:02")
    bram.tap(bram.button("Pauze"))
    expect(bram.page.get_by_text("De opname staat op pauze")).to_be_visible()
    assert wrong_on(bram.page) == []
    bram.tap(bram.button("Verder"))
    bram.tap(bram.button("Klaar", exact=True))
    bram.tap(strip(bram).get_by_role("button", name="Opname van"))
    bram.page.get_by_role("textbox", name="Wat is er te horen?").fill(WORDS)
    assert wrong_on(bram.page) == []
    bram.page.keyboard.press("Escape")
    bram.go_online()
    bram.tap(bram.button("Inleveren"))
    expect(strip(bram)).to_contain_text("veilig bewaard")

    cora = device("Cora", LAPTOP)
    open_as_coordinator(cora)
    cora.tap(strip(cora).get_by_role("button", name=WORDS))
    expect(cora.page.locator("audio")).to_have_attribute("src", re.compile("^blob:"))
    assert wrong_on(cora.page) == []


@pytest.mark.row("F11")
def test_a_picture_that_cannot_be_opened_is_said_in_plain_words_and_changes_nothing(bram: Device) -> None:
    add_photo(bram, b"ftypheic and the rest of it", "IMG_2312.HEIC", "image/heic")
    expect(bram.page.get_by_role("alert")).to_contain_text("HEIC")
    add_photo(bram, b"no picture at all")
    expect(bram.page.get_by_role("alert")).to_contain_text("Er is niets veranderd")

    expect(strip(bram)).to_have_count(0)
    expect(bram.page.get_by_role("radio", name="Fijn")).to_be_checked()
    assert rows_on_disk(bram.page, "files") == []
    # It is the recording of this test that asks once more for what could not be drawn.
    bram.troubles[:] = [trouble for trouble in bram.troubles if "blob:" not in trouble]


@pytest.mark.row("F11", "F126")
def test_a_photo_that_was_taken_out_can_be_put_back(bram: Device) -> None:
    add_photo(bram, photo(bram.page, 600, 400))
    bram.tap(bram.button("Foto bekijken"))
    assert wrong_on(bram.page) == []
    bram.tap(bram.button("Weghalen"))
    expect(strip(bram)).to_have_count(0)
    bram.tap(bram.button("Ongedaan maken"))

    expect(strip(bram)).to_contain_text("op deze telefoon")
    bram.go_online()
    expect(strip(bram)).to_contain_text("veilig bewaard")


@pytest.mark.row("F11", "F102")
def test_what_is_to_be_seen_in_a_photo_is_kept_also_when_the_page_goes_at_the_last_key(bram: Device) -> None:
    add_photo(bram, photo(bram.page, 600, 400))
    bram.tap(bram.button("Foto bekijken"))
    bram.page.get_by_role("textbox", name="Wat is er te zien?").press_sequentially(WORDS)
    bram.page.reload()

    expect(strip(bram).get_by_role("button", name=WORDS)).to_be_visible()


@pytest.mark.row("F108", "F126")
def test_a_phone_that_is_almost_full_refuses_a_photo_and_never_a_word(bram: Device) -> None:
    bram.page.evaluate(LITTLE_LEFT)
    bram.tap(bram.button("Foto of opname toevoegen"))
    expect(bram.page.get_by_text("Je apparaat is bijna vol")).to_be_visible()
    for name in ("Maak een foto", "Kies een foto", "Neem iets op"):
        expect(bram.button(name)).to_be_disabled()
    assert wrong_on(bram.page) == []
    bram.page.keyboard.press("Escape")
    depth(bram).press_sequentially(WORDS)
    depth(bram).blur()

    wait_until_in_store(bram.page, "outbox", WORDS)


@pytest.mark.row("F108")
def test_what_is_only_on_this_phone_can_be_kept_as_a_file(bram: Device) -> None:
    add_photo(bram, photo(bram.page, 600, 400))
    expect(strip(bram)).to_be_visible()
    depth(bram).press_sequentially(WORDS)
    depth(bram).blur()
    bram.open("/ik")
    with bram.page.expect_download() as saved:
        bram.tap(bram.button("Bewaar een kopie"))

    page = saved.value.path().read_text()
    assert WORDS in page
    assert "data:image/jpeg;base64," in page
