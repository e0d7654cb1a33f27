"""A phone that lay off the net for weeks, until its login was over."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, expect

from e2e.device import Device
from e2e.disk import wait_until_on_disk

WEEKS = timedelta(weeks=5)
LONGER_THAN_ONE_WAITS = 60_000


@pytest.mark.row("F103", "F106")
def test_one_reads_and_writes_ones_own_hides_what_others_wrote_signs_in_and_all_of_it_goes(phone: Device) -> None:
    phone.enter_demo_as("Sanne")
    phone.open("/sessies")
    expect(sessions_on(phone)).not_to_have_count(0)
    phone.restart_offline()
    phone.page.clock.install(time=datetime.now(UTC) + WEEKS)
    phone.open("/sessies")
    expect(phone.page.get_by_role("heading", level=1)).to_be_visible()
    expect(sessions_on(phone)).to_have_count(0)
    phone.open("/doelen")
    expect(phone.page.get_by_role("link", name="Vaker iets vragen in de les")).to_be_visible()
    phone.open("/doelen/nieuw")
    phone.page.get_by_role("textbox", name="Wat wil je bereiken?").press_sequentially("Weer beginnen")
    wait_until_on_disk(phone.page, "Weer beginnen")

    phone.server.let_logins_run_out()
    phone.go_online()
    phone.page.clock.fast_forward(LONGER_THAN_ONE_WAITS)
    expect(phone.page.get_by_text("Log even opnieuw in. Er gaat niets verloren.")).to_be_visible()
    phone.tap(phone.button("Inloggen"))
    phone.tap(phone.page.get_by_role("button", name="Sanne"))
    phone.settle_in()

    phone.open("/doelen")
    goal = phone.page.get_by_role("link", name="Weer beginnen")
    expect(goal.get_by_text("veilig bewaard", exact=True)).to_be_visible()
    phone.open("/sessies")
    expect(sessions_on(phone)).not_to_have_count(0)


def sessions_on(phone: Device) -> Locator:
    return phone.page.get_by_role("main").get_by_role("link", name="Sessie")
