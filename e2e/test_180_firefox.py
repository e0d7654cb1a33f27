"""The same in Firefox: from cold without a network, a logboek with every word, and by itself along afterwards."""

import pytest
from playwright.sync_api import expect

from e2e import firefox
from e2e.chromium import LAPTOP
from e2e.conftest import NewDevice
from e2e.logboek import depth, fill_in_the_minimum, mark

DEPTH = "Het werd stil toen Amina begon. Daarna wilde iedereen 😀"


@pytest.mark.row("F1", "F2", "F5", "F62", "F102", "F103")
def test_a_logboek_is_written_off_the_net_and_arrives(device: NewDevice) -> None:
    bram = device("Bram's laptop", LAPTOP, firefox.start)
    bram.enter_demo_as("Bram")
    expect(bram.page.get_by_role("link", name="Logboek invullen")).to_be_visible()
    bram.restart_offline()

    expect(bram.page.get_by_text("net afgelopen")).to_be_visible()
    bram.tap(bram.button("Logboek invullen"))
    expect(bram.page.get_by_text("9 van 9")).to_be_visible()
    fill_in_the_minimum(bram)
    words = depth(bram)
    words.press_sequentially(DEPTH)
    bram.open("/")
    bram.tap(bram.button("Verder invullen"))
    expect(words).to_have_value(DEPTH)
    bram.tap(bram.button("Inleveren"))
    expect(bram.page.get_by_text("Ingeleverd").first).to_be_visible()
    expect(mark(bram, "op deze computer")).to_be_visible()
    bram.go_online()

    expect(mark(bram, "veilig bewaard")).to_be_visible()
    bram.server.wait_until_it_heard("Het werd stil toen Amina begon.")
