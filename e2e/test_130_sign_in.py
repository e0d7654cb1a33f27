"""Anyone comes in by a code from the mail or by the link in it, and stays in."""

import pytest
from playwright.sync_api import expect

from e2e.chromium import LAPTOP
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.letters import link_in

MAIL = "sanne@maatje.example"


def ask_for_a_code(device: Device) -> None:
    device.open("/inloggen")
    device.page.get_by_role("textbox", name="Je mailadres").fill(MAIL)
    device.tap(device.button("Stuur mij een code"))
    expect(device.page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")


def link_from_the_mail(device: Device) -> str:
    ask_for_a_code(device)
    return link_in(device.server.newest_letter(MAIL))


def is_in(device: Device) -> None:
    expect(device.page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    expect(device.page.get_by_role("heading", level=1)).to_contain_text("Sanne")


@pytest.mark.row("F111")
def test_a_code_from_the_mail_signs_in_and_a_wrong_one_is_told_in_words(phone: Device) -> None:
    ask_for_a_code(phone)
    code = phone.server.newest_code(MAIL)
    field = phone.page.get_by_role("textbox", name="Je code")
    wrong = f"{(int(code[0]) + 1) % 10}{code[1:]}"

    field.fill(wrong)
    expect(phone.page.get_by_role("alert")).to_have_text("Deze code klopt niet. Kijk nog eens in je nieuwste mail.")
    expect(field).to_be_focused()
    field.fill(code)

    is_in(phone)


@pytest.mark.row("F111")
def test_the_link_in_the_mail_signs_in_on_a_tap_and_not_when_a_scanner_opens_it(
    phone: Device, device: NewDevice
) -> None:
    link = link_from_the_mail(phone)
    scanner = device("a mail scanner", LAPTOP)
    scanner.open(link)
    expect(scanner.button("Inloggen")).to_be_visible()
    assert scanner.context.cookies() == []

    phone.open(link)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Inloggen met je mail")
    assert "#" not in phone.page.url
    phone.tap(phone.button("Inloggen"))

    is_in(phone)
    scanner.tap(scanner.button("Inloggen"))
    expect(scanner.page.get_by_text("Deze link werkt niet meer")).to_be_visible()


@pytest.mark.row("F111", "F102")
def test_one_stays_signed_in_without_a_network_after_a_restart(phone: Device) -> None:
    phone.open(link_from_the_mail(phone))
    phone.tap(phone.button("Inloggen"))
    phone.settle_in()
    phone.open("/doelen")
    expect(phone.page.get_by_role("link", name="Nieuw doel")).to_be_visible()

    phone.restart_offline()

    is_in(phone)
    expect(phone.page.get_by_text("Geen internet")).to_be_visible()
    phone.go_online()
    expect(phone.page.get_by_text("Geen internet")).to_be_hidden()
    expect(phone.page.get_by_text("Log even opnieuw in")).to_be_hidden()
