"""A server that falls over while somebody hands in, and comes back: nothing is lost and nothing is there twice."""

import pytest
from playwright.sync_api import expect

from e2e.chromium import LAPTOP
from e2e.conftest import NewDevice
from e2e.demo import JUST_ENDED
from e2e.device import Device
from e2e.logboek import fill_in_the_minimum, mark
from e2e.server import Server


@pytest.mark.row("F103", "F104")
def test_a_server_that_was_killed_gets_everything_once_when_it_is_back(
    phone: Device, device: NewDevice, server: Server
) -> None:
    phone.enter_demo_as("Bram")
    phone.tap(phone.button("Logboek invullen"))
    fill_in_the_minimum(phone)
    server.kill()
    phone.tap(phone.button("Inleveren"))
    expect(mark(phone, "op deze telefoon")).to_be_visible()

    server.start()
    phone.open("/")
    expect(mark(phone, "alles bewaard")).to_be_visible()

    cora = device("Cora", LAPTOP)
    cora.enter_demo_as("Cora")
    cora.open("/review")
    lines = cora.page.get_by_role("region", name="Logboeken").get_by_role("listitem")
    expect(lines.filter(has_text=f"{JUST_ENDED} · SW1A")).to_have_count(1)
    expect(lines.filter(has_text=f"{JUST_ENDED} · SW1A")).to_contain_text("9 van 9")
