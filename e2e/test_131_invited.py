"""Someone new: an invitation says by whom, to what and as what, and opens exactly that."""

from typing import Any

import pytest
from playwright.sync_api import expect

from e2e.chromium import LAPTOP
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.letters import link_in, path_of

NEW = "yara@school.example"
INVITE = """async (role) => {
  const me = await (await fetch("/api/me")).json();
  const { id, programme } = me.communities.find(({ name }) => name === "SW1A");
  const body = JSON.stringify({ programme, community: id, ...role });
  const headers = { "content-type": "application/json" };
  return (await fetch("/api/auth/invites", { method: "POST", body, headers })).json();
}"""


def invite(coordinator: Device, **role: Any) -> str:
    """Past the screen, which has a journey of its own. The path of the link."""
    return path_of(coordinator.page.evaluate(INVITE, role)["url"])


def introduce_oneself(newcomer: Device, name: str) -> None:
    newcomer.page.get_by_role("textbox", name="Je naam").fill(name)
    newcomer.page.get_by_role("textbox", name="Je mailadres").fill(NEW)


def join(newcomer: Device) -> None:
    newcomer.tap(newcomer.button("Meedoen"))
    expect(newcomer.page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    newcomer.page.get_by_role("textbox", name="Je code").fill(newcomer.server.newest_code(NEW))
    newcomer.settle_in()


@pytest.fixture
def cora(device: NewDevice) -> Device:
    laptop = device("Cora's laptop", LAPTOP)
    laptop.enter_demo_as("Cora")
    return laptop


@pytest.mark.row("F111")
def test_a_link_from_the_coordinator_makes_someone_new_a_coachee_of_one_group(cora: Device, phone: Device) -> None:
    link = invite(cora, role="coachee", uses=5)

    phone.open(link)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Cora van Dijk nodigt je uit")
    expect(phone.page.get_by_role("definition").filter(has_text="SW1A")).to_be_visible()
    introduce_oneself(phone, "Yara Peeters")
    join(phone)

    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Yara")
    phone.open("/ik")
    expect(phone.page.get_by_role("region", name="Je rol")).to_contain_text("SW1A")
    phone.open("/sessies")
    expect(phone.page.get_by_role("main").get_by_role("link").first).to_be_visible()
    phone.open("/doelen")
    expect(phone.page.get_by_text("Wat wil jij bereiken?")).to_be_visible()


@pytest.mark.row("F111")
def test_an_invitation_by_mail_makes_a_coach_and_is_of_use_once(cora: Device, phone: Device, device: NewDevice) -> None:
    invite(cora, role="coach", email=NEW)
    link = link_in(cora.server.newest_letter(NEW))

    phone.open(link)
    expect(phone.page.get_by_text("Voor dat adres is deze uitnodiging")).to_be_visible()
    phone.page.get_by_role("textbox", name="Je naam").fill("Yara Peeters")
    join(phone)

    phone.open("/logboek")
    expect(phone.page.get_by_role("heading", level=1)).to_be_visible()
    expect(phone.page.get_by_role("link", name="Logboek", exact=True)).to_be_visible()
    other = device("somebody else's phone")
    other.open(link)
    expect(other.page.get_by_role("heading", level=1)).to_have_text("Deze uitnodiging werkt niet meer")
