"""What is half typed is there again after another page and after a killed browser: a reply, an answer, a place."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from e2e.chromium import LAPTOP, PHONE
from e2e.conftest import NewDevice
from e2e.demo import ASKED_ABOUT
from e2e.device import Device
from e2e.disk import wait_until_on_disk

HALF = "Bij de pomp, of als het regent"
MORE = " in de kas"


@pytest.fixture
def bram(device: NewDevice) -> Device:
    return off_the_net(device("Bram", PHONE), "Bram")


@pytest.fixture
def cora(device: NewDevice) -> Device:
    return off_the_net(device("Cora", LAPTOP), "Cora")


def off_the_net(device: Device, name: str) -> Device:
    device.enter_demo_as(name)
    device.restart_offline()
    return device


def survives(device: Device, begin: Callable[[], Locator]) -> None:
    """`begin` leads from Vandaag to the field."""
    field = begin()
    field.fill("")
    field.press_sequentially(HALF)
    device.page.go_back()
    device.open()
    expect(begin()).to_have_value(HALF)

    field.press("End")
    field.press_sequentially(MORE)
    wait_until_on_disk(device.page, HALF + MORE)
    device.kill()
    device.start()
    device.open()

    expect(begin()).to_have_value(HALF + MORE)


@pytest.mark.row("F5", "F56", "F102")
def test_a_reply_of_the_coach(bram: Device) -> None:
    def begin() -> Locator:
        bram.tap(bram.page.get_by_role("link", name="Vraag bij je logboek"))
        return bram.page.get_by_role("textbox", name="Schrijf iets terug")

    survives(bram, begin)


@pytest.mark.row("F5", "F56", "F102")
def test_an_answer_of_the_coordinator(cora: Device) -> None:
    def begin() -> Locator:
        cora.tap(cora.page.get_by_role("link", name="Lezen", exact=True))
        cora.tap(cora.page.get_by_role("link", name=f"{ASKED_ABOUT} · SW1A"))
        return cora.page.get_by_role("region", name="Antwoorden").get_by_role("textbox")

    survives(cora, begin)


@pytest.mark.row("F5", "F28")
def test_the_place_of_a_session_that_is_there(bram: Device) -> None:
    def begin() -> Locator:
        bram.tap(bram.button("Bekijken"))
        bram.tap(bram.button("Aanpassen"))
        return bram.page.get_by_role("textbox", name="Waar?")

    survives(bram, begin)


@pytest.mark.row("F5", "F28")
def test_the_place_of_a_session_that_is_being_planned(bram: Device) -> None:
    def begin() -> Locator:
        bram.tap(bram.page.get_by_role("link", name="Sessies"))
        bram.tap(bram.button("Nieuwe sessie"))
        return bram.page.get_by_role("textbox", name="Waar?")

    survives(bram, begin)
