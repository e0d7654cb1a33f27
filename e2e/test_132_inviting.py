"""Without a demo: the first coordinator invites, on the phone, a coach by mail and a student by a QR code."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from e2e.chromium import PHONE
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.letters import link_in, path_of
from e2e.server import Server

BRAM, SANNE, SENNA = "bram@zee.example", "sanne@zee.example", "senna@zee.example"
DUO = "Sanne en Bram"


@pytest.fixture
def server(program: Path, tmp_path: Path) -> Iterator[Server]:
    """As it is on its first day: nobody is known."""
    server = Server(program, tmp_path / "data")
    yield server
    server.stop()


@pytest.fixture
def cora(device: NewDevice, server: Server) -> Device:
    """The first coordinator, invited on the command line."""
    phone, address = device("Cora", PHONE), "cora@zee.example"
    link = server.run("invite", "--programme", "Maatjes aan Zee", "--email", address, "--name", "Cora van Dijk")
    phone.open(path_of(link))
    come_in(phone, "Cora van Dijk", address)
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return phone


def come_in(device: Device, name: str, address: str) -> None:
    """Past the page of an invitation, by the code that comes by mail."""
    device.page.get_by_role("textbox", name="Je naam").fill(name)
    mail = device.page.get_by_role("textbox", name="Je mailadres")
    if mail.is_visible():
        mail.fill(address)
    device.tap(device.button("Meedoen"))
    expect(device.page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    device.page.get_by_role("textbox", name="Je code").fill(device.server.newest_code(address))
    device.settle_in()


def begin(cora: Device, role: str) -> None:
    cora.tap(cora.button("Iemand uitnodigen"))
    choose(cora, role)


def choose(cora: Device, answer: str) -> None:
    cora.tap(cora.page.get_by_role("radio", name=answer, exact=True))


def line(cora: Device, about: str) -> Locator:
    return cora.page.get_by_role("region", name="Uitnodigingen").get_by_role("button", name=about)


def invite_coach_of_new_pair(cora: Device) -> None:
    """The network goes just then; what was filled in waits, also for who looks elsewhere meanwhile."""
    cora.open()
    cora.tap(cora.button("Uitnodigen"))
    expect(cora.page.get_by_text("Begin met je eerste groep")).to_be_visible()
    begin(cora, "Coach")
    choose(cora, "Duo")
    cora.page.get_by_role("textbox", name="Hoe heet het duo?").fill(DUO)
    cora.tap(cora.button("Uitnodiging sturen"))
    mail = cora.page.get_by_role("textbox", name="Mailadres")
    expect(mail).to_be_focused()
    expect(cora.page.get_by_role("alert")).to_contain_text("geen mailadres")
    mail.fill(BRAM)
    cora.go_offline()
    cora.tap(cora.button("Uitnodiging sturen"))
    expect(cora.page.get_by_role("alert")).to_contain_text("Wat je invulde, blijft staan")
    cora.tap(cora.page.get_by_role("link", name="Terug: Uitnodigingen"))
    expect(cora.page.get_by_role("heading", name="Geen internet")).to_be_visible()
    cora.go_online()
    cora.tap(cora.button("Opnieuw proberen"))
    cora.tap(cora.button("Iemand uitnodigen"))
    expect(cora.page.get_by_role("textbox", name="Hoe heet het duo?")).to_have_value(DUO)
    cora.tap(cora.button("Uitnodiging sturen"))
    expect(cora.page.get_by_role("status").filter(has_text=f"onderweg naar {BRAM}")).to_be_visible()
    expect(line(cora, BRAM)).to_contain_text(f"Coach · {DUO}")


def link_for_the_student(cora: Device) -> str:
    """The community that was founded a moment ago can be chosen; the new link lies open at once."""
    begin(cora, "Student")
    choose(cora, DUO)
    expect(cora.page.get_by_text("De link werkt één keer")).to_be_visible()
    cora.tap(cora.button("Link maken"))
    sheet = cora.page.get_by_role("dialog", name="Link voor 1 student")
    picture = sheet.get_by_role("img", name="QR-code")
    expect(picture).to_be_visible()
    picture.evaluate("(one) => one.decode()")  # it fails for what is no picture
    cora.tap(sheet.get_by_role("button", name="Link kopiëren"))
    expect(sheet.get_by_role("status")).to_have_text("De link is gekopieerd.")
    cora.page.keyboard.press("Escape")
    expect(sheet).not_to_be_visible()
    return path_of(str(cora.page.evaluate("navigator.clipboard.readText()")))


def withdraw_a_senior(cora: Device) -> str:
    """Asked twice; the second time it is meant. The link that was mailed."""
    begin(cora, "Senior")
    cora.page.get_by_role("textbox", name="Mailadres").fill(SENNA)
    cora.tap(cora.button("Uitnodiging sturen"))
    cora.tap(line(cora, SENNA))
    cora.tap(cora.button("Intrekken"))
    cora.tap(cora.button("Laten staan"))
    expect(line(cora, SENNA)).to_be_focused()
    cora.tap(line(cora, SENNA))
    cora.tap(cora.button("Intrekken"))
    cora.tap(cora.page.get_by_role("dialog", name="intrekken?").get_by_role("button", name="Intrekken"))
    expect(line(cora, SENNA)).not_to_be_visible()
    expect(cora.page.get_by_role("heading", level=1)).to_be_focused()
    return link_in(cora.server.newest_letter(SENNA))


@pytest.mark.row("F111")
def test_the_first_coordinator_invites_a_coach_and_a_student_to_a_new_pair(cora: Device, device: NewDevice) -> None:
    invite_coach_of_new_pair(cora)
    for_sanne, for_senna = link_for_the_student(cora), withdraw_a_senior(cora)

    bram = device("Bram", PHONE)
    bram.open(link_in(cora.server.newest_letter(BRAM)))
    come_in(bram, "Bram de Wit", BRAM)
    sanne = device("Sanne", PHONE)
    sanne.open(for_sanne)
    expect(sanne.page.get_by_role("definition").filter(has_text=DUO)).to_be_visible()
    come_in(sanne, "Sanne de Jong", SANNE)

    bram.open("/ik")
    expect(bram.page.get_by_role("region", name="Je rol")).to_contain_text(f"coach · {DUO}")
    bram.open("/sessies")
    expect(bram.page.get_by_role("heading", name="Gesprekken", exact=True)).to_be_visible()
    sanne.open("/ik")
    expect(sanne.page.get_by_role("region", name="Je rol")).to_contain_text(f"student · {DUO}")
    sanne.open("/doelen/nieuw")
    sanne.page.get_by_role("textbox", name="Wat wil je bereiken?").fill("Elke week naar de les")
    sanne.tap(sanne.button("Klaar"))
    expect(sanne.button("Delen met Bram")).to_be_visible()
    for link in (for_sanne, for_senna):
        late = device(f"late for {link[-8:]}")
        late.open(link)
        expect(late.page.get_by_role("heading", level=1)).to_have_text("Deze uitnodiging werkt niet meer")
    cora.open("/ik/uitnodigen")
    expect(cora.page.get_by_role("heading", name="Er staat geen uitnodiging open")).to_be_visible()
