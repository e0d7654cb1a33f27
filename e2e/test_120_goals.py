"""A coachee's goal: in one's own words, for nobody else, until it is shared; and taken back when one likes."""

import re

import pytest
from playwright.sync_api import Locator, expect

from e2e.chromium import PHONE
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.disk import on_disk, wait_until_gone_from_disk

MOST_TAPS = 3
ANSWERS = ("Gelukt", "Nog bezig", "Liep anders")
LOOKS = """(one) => {
  const { color, backgroundColor, fontWeight } = getComputedStyle(one);
  return [color, backgroundColor, fontWeight].join();
}"""
GOAL = "Elke dinsdag een uur lezen in de kas 🌱"
STEP = "Met Noor een plek zoeken bij de pomelo's"
SECRET = "Thuis durven zeggen dat ik wil wisselen van studie"


@pytest.fixture
def sanne(device: NewDevice) -> Device:
    phone = device("Sanne's phone", PHONE)
    phone.enter_demo_as("Sanne")
    return phone


@pytest.fixture
def bram(device: NewDevice) -> Device:
    phone = device("Bram's phone", PHONE)
    phone.enter_demo_as("Bram")
    return phone


def write_goal(phone: Device, goal: str, step: str = "") -> None:
    """Up to the page of the goal."""
    phone.open("/doelen/nieuw")
    phone.page.get_by_role("textbox", name="Wat wil je bereiken?").press_sequentially(goal)
    phone.taps = 0
    if step:
        first_step = phone.page.get_by_role("textbox", name="Wat is je eerste stap?")
        phone.tap(first_step)
        first_step.press_sequentially(step)
        phone.tap(phone.page.get_by_role("radio", name="Morgen"))
    phone.tap(phone.button("Klaar"))
    expect(heading(phone)).to_have_text(goal)


def share(phone: Device) -> None:
    phone.tap(phone.page.get_by_role("main").get_by_role("button", name="Delen met Bram"))
    asked = phone.page.get_by_role("dialog")
    expect(asked).to_contain_text("Bram leest dan dit doel, je stappen en hoe het gaat")
    phone.tap(asked.get_by_role("button", name="Delen met Bram"))
    expect(phone.page.get_by_text("Bram leest mee").first).to_be_visible()


def heading(phone: Device) -> Locator:
    return phone.page.get_by_role("heading", level=1)


def saved(phone: Device) -> Locator:
    return phone.page.get_by_role("main").get_by_text("veilig bewaard", exact=True)


def answer(phone: Device, name: str) -> Locator:
    return phone.page.get_by_role("group", name="Hoe gaat het ermee?").get_by_role("button", name=name)


def shared_line(bram: Device) -> Locator:
    return bram.page.get_by_role("link", name=re.compile(re.escape(GOAL)))


@pytest.mark.row("F38", "F39", "F128")
def test_a_goal_with_a_first_step_and_a_day_takes_three_taps_after_its_words(sanne: Device) -> None:
    write_goal(sanne, GOAL, STEP)

    assert sanne.taps <= MOST_TAPS
    expect(sanne.page.get_by_role("checkbox", name=re.compile(re.escape(STEP)))).to_be_visible()
    expect(sanne.page.get_by_text("Alleen jij ziet dit")).not_to_have_count(0)
    expect(saved(sanne)).to_be_visible()


@pytest.mark.row("F40")
def test_one_tap_says_how_it_goes_also_without_a_network(sanne: Device) -> None:
    write_goal(sanne, GOAL)
    expect(saved(sanne)).to_be_visible()
    sanne.go_offline()
    sanne.taps = 0

    sanne.tap(answer(sanne, "Liep anders"))

    assert sanne.taps == 1
    expect(answer(sanne, "Liep anders")).to_have_attribute("aria-pressed", "true")
    expect(sanne.page.get_by_text("Dat kan. Wil je iets aanpassen?")).to_be_visible()
    sanne.restart_offline()
    sanne.open("/doelen")
    sanne.tap(sanne.page.get_by_role("link", name=re.compile(re.escape(GOAL))))
    expect(answer(sanne, "Liep anders")).to_have_attribute("aria-pressed", "true")


@pytest.mark.row("F40")
def test_no_answer_to_how_it_goes_looks_better_or_worse_than_another(sanne: Device) -> None:
    write_goal(sanne, GOAL)

    plain = {answer(sanne, name).evaluate(LOOKS) for name in ANSWERS}
    chosen = set()
    for name in ANSWERS:
        sanne.tap(answer(sanne, name))
        expect(answer(sanne, name)).to_have_attribute("aria-pressed", "true")
        chosen.add(answer(sanne, name).evaluate(LOOKS))

    assert len(plain) == len(chosen) == 1


@pytest.mark.row("F39", "F112")
def test_a_goal_that_is_shared_is_read_offline_and_one_that_is_not_never_reaches_the_coach(
    sanne: Device, bram: Device
) -> None:
    write_goal(sanne, SECRET)
    expect(saved(sanne)).to_be_visible()
    write_goal(sanne, GOAL, STEP)
    sanne.tap(sanne.page.get_by_role("button", name="Nog bezig"))
    share(sanne)

    bram.open("/doelen")
    expect(shared_line(bram)).to_be_visible()
    bram.restart_offline()
    bram.tap(bram.page.get_by_role("link", name="Gedeelde doelen"))
    bram.tap(shared_line(bram))

    expect(heading(bram)).to_have_text(GOAL)
    expect(bram.page.get_by_text("Sanne deelt dit met jou")).to_be_visible()
    expect(bram.page.get_by_role("list").get_by_text(STEP)).to_be_visible()
    expect(bram.page.get_by_text("Nog bezig")).to_be_visible()
    assert SECRET not in on_disk(bram.page)
    bram.go_online()
    expect(sanne.page.get_by_text("Gelezen door Bram")).to_be_visible()


@pytest.mark.row("F39", "F112")
def test_a_goal_that_is_taken_back_leaves_the_coachs_phone_at_its_next_contact(sanne: Device, bram: Device) -> None:
    write_goal(sanne, GOAL, STEP)
    share(sanne)
    bram.open("/doelen")
    bram.tap(shared_line(bram))
    expect(heading(bram)).to_have_text(GOAL)
    bram.go_offline()

    sanne.tap(sanne.button("Niet meer delen"))
    expect(sanne.page.get_by_text("Bram ziet dit niet meer").first).to_be_visible()
    expect(saved(sanne)).to_be_visible()
    assert GOAL in on_disk(bram.page)
    bram.go_online()

    expect(heading(bram)).not_to_have_text(GOAL)
    wait_until_gone_from_disk(bram.page, GOAL)
    wait_until_gone_from_disk(bram.page, STEP)
    expect(sanne.page.get_by_text("Alleen jij ziet dit")).not_to_have_count(0)


@pytest.mark.row("F41")
def test_a_goal_may_change_or_be_let_go_and_picked_up_again(sanne: Device) -> None:
    page = sanne.page
    write_goal(sanne, GOAL)

    sanne.tap(sanne.button("Aanpassen"))
    page.get_by_role("textbox", name="Wat wil je bereiken?").fill("Elke vrijdag een uur lezen")
    sanne.tap(sanne.button("Klaar"))
    expect(heading(sanne)).to_have_text("Elke vrijdag een uur lezen")
    sanne.tap(sanne.button("Hoeft niet meer"))

    expect(page.get_by_text("Je laat dit doel los. Dat mag.").first).to_be_visible()
    sanne.open("/doelen")
    ended = page.get_by_role("region", name="Bereikt of losgelaten")
    sanne.tap(ended.get_by_role("link", name=re.compile("Elke vrijdag een uur lezen")))
    sanne.tap(sanne.button("Weer oppakken"))
    expect(page.get_by_role("group", name="Hoe gaat het ermee?")).to_be_visible()
