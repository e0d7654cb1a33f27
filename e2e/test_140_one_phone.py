"""A phone that changes hands: what was not sent waits behind a lock, and what others wrote does not stay."""

import json
import re

import pytest
from playwright.sync_api import Locator, expect

from e2e.chromium import LAPTOP
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.disk import on_disk, wait_until_gone_from_disk, wait_until_on_disk

WORDS = "Ik wil leren nee zeggen tegen mijn zus"
SOMEBODY = "Amina El Idrissi"


@pytest.fixture
def sanne(phone: Device) -> Device:
    """Her phone, with a goal that only it knows."""
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    phone.go_offline()
    phone.page.get_by_role("textbox", name="Wat wil je bereiken?").press_sequentially(WORDS)
    phone.tap(phone.button("Klaar"))
    expect(phone.page.get_by_role("main").get_by_text("op deze telefoon", exact=True)).to_be_visible()
    return phone


def sign_out(phone: Device, anyway: str) -> None:
    phone.tap(phone.button("Uitloggen"))
    phone.tap(asked(phone).get_by_role("button", name=anyway))
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Inloggen")


def asked(phone: Device) -> Locator:
    return phone.page.get_by_role("dialog")


def kept_for(phone: Device, mail: str) -> str:
    """The database of this person on this phone."""
    [kept] = [rows for rows in map(json.dumps, json.loads(on_disk(phone.page)).values()) if mail in rows]
    return kept


@pytest.mark.row("F106")
def test_signing_out_says_how_much_was_not_sent_and_it_is_there_after_signing_in_again(sanne: Device) -> None:
    sanne.open("/ik")
    count = re.search(r"\d+", sanne.page.get_by_text("alleen op deze telefoon").inner_text())
    assert count
    sanne.tap(sanne.button("Uitloggen"))
    expect(asked(sanne)).to_contain_text(re.compile(rf"nog {count[0]} (ding|dingen) alleen op deze telefoon"))
    sanne.tap(asked(sanne).get_by_role("button", name="Blijven"))
    expect(asked(sanne)).to_be_hidden()

    sign_out(sanne, "Toch uitloggen")
    expect(sanne.page.get_by_text("Hier wacht nog werk op slot")).to_be_visible()
    sanne.go_online()
    sanne.enter_demo_as("Sanne")

    sanne.open("/doelen")
    sanne.tap(sanne.page.get_by_role("link", name=re.compile(WORDS)))
    expect(sanne.page.get_by_role("heading", level=1)).to_have_text(WORDS)
    expect(sanne.page.get_by_role("main").get_by_text("veilig bewaard", exact=True)).to_be_visible()
    assert sanne.server.has_heard(WORDS)


@pytest.mark.row("F106", "F112")
def test_the_next_person_on_the_same_phone_neither_sees_nor_sends_what_waits_for_the_first(sanne: Device) -> None:
    sanne.open("/ik")
    sign_out(sanne, "Toch uitloggen")
    sanne.go_online()
    sanne.enter_demo_as("Bram")
    for path in ("/", "/doelen", "/logboek", "/niet-aangekomen", "/ik"):
        sanne.open(path)
        expect(sanne.page.get_by_role("heading", level=1)).to_be_visible()
        expect(sanne.page.get_by_text(WORDS)).to_have_count(0)
    expect(sanne.page.get_by_text("Alles is veilig bewaard")).to_be_visible()

    assert WORDS not in kept_for(sanne, "bram@maatje.example")
    assert not sanne.server.has_heard(WORDS)
    sign_out(sanne, "Uitloggen")
    assert not sanne.server.has_heard(WORDS)

    sanne.enter_demo_as("Sanne")
    sanne.open("/doelen")
    goal = sanne.page.get_by_role("link", name=re.compile(WORDS))
    expect(goal.get_by_text("veilig bewaard", exact=True)).to_be_visible()


@pytest.mark.row("F106", "F112")
def test_a_phone_that_is_signed_out_from_elsewhere_loses_what_others_wrote_and_keeps_ones_own(
    phone: Device, device: NewDevice
) -> None:
    phone.enter_demo_as("Bram")
    phone.tap(phone.button("Logboek invullen"))
    phone.go_offline()
    private = phone.page.get_by_role("textbox", name="Alleen voor jezelf")
    private.press_sequentially(WORDS)
    wait_until_on_disk(phone.page, WORDS)
    assert SOMEBODY in on_disk(phone.page)

    laptop = device("laptop", LAPTOP)
    laptop.enter_demo_as("Bram")
    laptop.open("/ik/apparaten")
    laptop.tap(laptop.page.get_by_role("main").get_by_role("button", name=re.compile("uitloggen$")))
    laptop.tap(asked(laptop).get_by_role("button", name="Uitloggen"))
    expect(laptop.page.get_by_text("Je bent nergens anders ingelogd")).to_be_visible()
    phone.go_online()

    expect(phone.page.get_by_text("Hier wacht nog werk op slot")).to_be_visible()
    wait_until_gone_from_disk(phone.page, SOMEBODY)
    assert WORDS in on_disk(phone.page)
    assert phone.context.request.get(f"{phone.url}/api/me").status == 401
    phone.enter_demo_as("Bram")
    phone.tap(phone.button("Verder invullen"))
    expect(private).to_have_value(WORDS)
    expect(phone.page.get_by_role("main").get_by_text("veilig bewaard", exact=True)).to_be_visible()
