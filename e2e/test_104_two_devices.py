"""One coach, two devices, no network on either: both wrote, and nothing is lost."""

import pytest
from playwright.sync_api import expect

from e2e.chromium import LAPTOP, PHONE
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.logboek import begin, choose, depth, mark

BEGUN = "We liepen naar de vijver."
ON_THE_PHONE = "Jesse liep voorop. "
ON_THE_LAPTOP = " Noor bleef achter."


@pytest.fixture
def phone(device: NewDevice) -> Device:
    phone = device("Bram's phone", PHONE)
    phone.enter_demo_as("Bram")
    begin(phone, BEGUN)
    return phone


@pytest.fixture
def laptop(device: NewDevice, phone: Device) -> Device:
    """With the same logboek open; then the network goes, for both."""
    laptop = device("Bram's laptop", LAPTOP)
    laptop.enter_demo_as("Bram")
    laptop.tap(laptop.button("Verder invullen"))
    expect(depth(laptop)).to_have_value(BEGUN)
    for one in (phone, laptop):
        one.go_offline()
    return laptop


def come_back(*devices: Device) -> None:
    """One after the other, so that the test knows who was first."""
    for one in devices:
        one.go_online()
        expect(mark(one, "veilig bewaard")).to_be_visible()


@pytest.mark.row("F105")
def test_words_written_in_different_places_of_one_text_come_together(phone: Device, laptop: Device) -> None:
    depth(phone).press("Home")
    depth(phone).press_sequentially(ON_THE_PHONE)
    depth(laptop).press("End")
    depth(laptop).press_sequentially(ON_THE_LAPTOP)
    for one in (phone, laptop):
        depth(one).blur()

    come_back(phone, laptop)

    for one in (phone, laptop):
        expect(depth(one)).to_have_value(ON_THE_PHONE + BEGUN + ON_THE_LAPTOP)


@pytest.mark.row("F105")
def test_two_texts_for_one_place_are_both_kept_and_of_two_faces_one_is_chosen(phone: Device, laptop: Device) -> None:
    depth(phone).fill("Het werd een wandeling.")
    depth(laptop).fill("Binnen was het te druk.")
    choose(phone, "Hoe ging het?", "Top")
    choose(laptop, "Hoe ging het?", "Stroef")

    come_back(phone, laptop)

    for one in (phone, laptop):
        expect(depth(one)).to_have_value("Het werd een wandeling. Binnen was het te druk.")
        expect(one.page.get_by_text("Twee versies")).to_be_visible()
    laptop.tap(laptop.button("Bekijken"))
    laptop.tap(laptop.page.get_by_role("radio", name="Stroef"))
    laptop.tap(laptop.button("Zo bewaren"))

    for one in (laptop, phone):
        expect(one.page.get_by_role("radio", name="Stroef")).to_be_checked()
        expect(one.page.get_by_text("Twee versies")).not_to_be_visible()
        expect(depth(one)).to_have_value("Het werd een wandeling. Binnen was het te druk.")


@pytest.mark.row("F105")
def test_two_places_for_one_session_are_told_on_its_page_and_one_is_chosen(device: NewDevice) -> None:
    phone, laptop = device("Bram's phone", PHONE), device("Bram's laptop", LAPTOP)
    for one, place in ((phone, "In de kas"), (laptop, "Bij de pomp")):
        one.enter_demo_as("Bram")
        one.tap(one.button("Bekijken"))
        one.tap(one.button("Aanpassen"))
        one.go_offline()
        one.page.get_by_role("textbox", name="Waar?").fill(place)
        one.tap(one.button("Klaar"))

    come_back(phone, laptop)
    laptop.tap(laptop.button("Bekijken"))
    laptop.tap(laptop.page.get_by_role("radio", name="Bij de pomp"))
    laptop.tap(laptop.button("Zo bewaren"))

    for one in (laptop, phone):
        expect(one.page.get_by_text("Bij de pomp")).to_be_visible()
        expect(one.page.get_by_text("Twee versies")).not_to_be_visible()
