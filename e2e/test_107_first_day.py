"""An installation without a demo: the first coordinator comes in, the first coach, and the first logboek."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.chromium import LAPTOP, PHONE
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.logboek import fill_in_the_minimum, mark
from e2e.server import Server

PROGRAMME = "Maatjes aan Zee"


@pytest.fixture
def server(program: Path, tmp_path: Path) -> Iterator[Server]:
    """As it is on its first day: nobody is known."""
    server = Server(program, tmp_path / "data")
    yield server
    server.stop()


def come_in(device: Device, server: Server, name: str, *role: str) -> None:
    """By the link of an invitation and the code that comes by mail."""
    address = f"{name.split()[0].lower()}@zee.example"
    link = server.run("invite", "--programme", PROGRAMME, "--email", address, "--name", name, *role).split()[-1]
    device.open(re.sub(r"^https?://[^/]+", "", link))
    expect(device.page.get_by_text(PROGRAMME)).to_be_visible()
    device.page.get_by_role("textbox", name="Je naam").fill(name)
    device.tap(device.button("Meedoen"))
    expect(device.page.get_by_role("heading", name="Kijk in je mail")).to_be_visible()
    device.page.get_by_role("textbox", name="Je code").fill(server.newest_code(address))
    device.settle_in()


@pytest.mark.row("F1", "F12", "F111")
def test_without_a_demo_a_coach_plans_a_session_and_writes_a_logboek_of_another(
    device: NewDevice, server: Server
) -> None:
    cora = device("Cora", LAPTOP)
    come_in(cora, server, "Cora van Dijk")
    cora.open("/review")
    expect(cora.page.get_by_text("Nog geen logboeken")).to_be_visible()

    bram = device("Bram", PHONE)
    come_in(bram, server, "Bram de Wit", "--role", "coach", "--community", "Strand", "--new-community", "group")
    bram.go_offline()
    bram.tap(bram.page.get_by_role("link", name="Plan een sessie"))
    bram.page.get_by_role("textbox", name="Waar?").fill("Paviljoen 4")
    bram.tap(bram.button("Inplannen"))
    expect(bram.page.get_by_text("Paviljoen 4")).to_be_visible()
    bram.open("/")
    bram.tap(bram.page.get_by_role("link", name="Logboek zonder sessie"))
    fill_in_the_minimum(bram)
    bram.tap(bram.button("Inleveren"))
    expect(mark(bram, "op deze telefoon")).to_be_visible()
    bram.go_online()
    expect(mark(bram, "veilig bewaard")).to_be_visible()

    line = cora.page.get_by_role("region", name="Logboeken").get_by_role("link", name="Strand")
    cora.tap(line)
    expect(cora.page.get_by_role("article")).to_contain_text("Fijn")
    cora.open("/sessies")
    expect(cora.page.get_by_text("Paviljoen 4")).to_be_visible()
