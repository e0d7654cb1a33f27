"""A coachee's own goal: private until shared, and gone from the coach's phone when taken back."""

import pytest
from playwright.sync_api import expect

from e2e.chromium import PHONE
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.disk import on_disk, wait_until_gone_from_disk
from e2e.logboek import mark

MOST_TAPS = 3
GOAL = "Hardop zeggen dat ik het niet snap"
STEP = "Woensdag één vraag stellen bij statistiek"
PRIVATE = "Minder bang zijn voor mijn presentatie"


@pytest.fixture
def sanne(device: NewDevice) -> Device:
    sanne = device("Sanne", PHONE)
    sanne.enter_demo_as("Sanne Vermeer")
    return sanne


@pytest.fixture
def bram(device: NewDevice) -> Device:
    bram = device("Bram", PHONE)
    bram.enter_demo_as("Bram")
    return bram


def write_a_goal(sanne: Device, goal: str) -> None:
    sanne.open("/doelen/nieuw")
    sanne.page.get_by_role("textbox", name="Wat wil je bereiken?").press_sequentially(goal)
    sanne.page.get_by_role("textbox", name="Wat is je eerste stap?").press_sequentially(STEP)
    sanne.taps = 0
    sanne.tap(sanne.page.get_by_role("radio", name="Morgen"))
    sanne.tap(sanne.button("Klaar"))
    expect(sanne.page.get_by_role("heading", name=goal, level=1)).to_be_visible()


@pytest.mark.row("F38", "F39", "F40")
def test_a_goal_is_written_without_a_network_is_private_and_checked_in_on_by_one_tap(
    sanne: Device, device: NewDevice
) -> None:
    sanne.go_offline()
    write_a_goal(sanne, PRIVATE)
    assert sanne.taps <= MOST_TAPS
    expect(sanne.page.get_by_text("Alleen jij ziet dit").first).to_be_visible()
    expect(sanne.page.get_by_text(STEP)).to_be_visible()

    sanne.tap(sanne.button("Liep anders"))
    expect(sanne.page.get_by_text("Dat kan. Wil je iets aanpassen?")).to_be_visible()
    sanne.go_online()
    expect(mark(sanne, "veilig bewaard")).to_be_visible()

    bram = device("Bram", PHONE)
    bram.enter_demo_as("Bram")
    bram.open("/doelen")
    expect(bram.page.get_by_role("region", name="Sanne")).to_be_visible()
    assert PRIVATE not in on_disk(bram.page)


@pytest.mark.row("F39", "F61", "F112")
def test_a_goal_is_shared_with_the_coach_and_leaves_the_coachs_phone_when_taken_back(
    sanne: Device, bram: Device
) -> None:
    write_a_goal(sanne, GOAL)
    sanne.tap(sanne.button("Delen met Bram"))
    sheet = sanne.page.get_by_role("dialog")
    expect(sheet).to_contain_text("Bram leest dan dit doel")
    sanne.tap(sheet.get_by_role("button", name="Delen met Bram"))
    bram.open("/doelen")
    bram.tap(bram.page.get_by_role("link", name=GOAL))
    expect(bram.page.get_by_text(STEP)).to_be_visible()
    expect(sanne.page.get_by_text("Gelezen door Bram")).to_be_visible()
    assert GOAL in on_disk(bram.page)

    sanne.tap(sanne.button("Niet meer delen"))

    expect(bram.page.get_by_text("Dit doel wordt niet meer met jou gedeeld")).to_be_visible()
    wait_until_gone_from_disk(bram.page, GOAL)
    wait_until_gone_from_disk(bram.page, STEP)
    expect(sanne.page.get_by_text("Eerder gelezen door Bram")).to_be_visible()
