"""Whatever stands between a phone and the server: what was typed is kept, goes along by itself, and is there once."""

import pytest
from playwright.sync_api import expect

from e2e import faults
from e2e.device import PATIENCE, Device
from e2e.logboek import mark

FAULTS = {
    " na het hek": faults.GATEWAY,
    " in de trein": faults.PORTAL,
    " op school": faults.LOGIN_PAGE,
    " in de tunnel": faults.TRUNCATED,
    " op het perron": faults.STALLED,
}
SOON, LONGER_THAN_ONE_WAITS = 2_000, 60_000


@pytest.mark.row("F103", "F110")
def test_an_answer_that_is_not_the_servers_costs_no_word_and_doubles_none(phone: Device) -> None:
    phone.page.clock.install()
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    wish = phone.page.get_by_role("textbox", name="Wat wil je bereiken?")
    typed = ["Elke dag lezen"]
    wish.fill(typed[0])
    wish.blur()
    expect(mark(phone, "veilig bewaard")).to_be_visible()

    for words, fault in FAULTS.items():
        phone.line.turn_bad(fault)
        wish.press("End")
        wish.press_sequentially(words)
        wish.blur()
        typed.append(typed[-1] + words)
        phone.page.clock.fast_forward(SOON)
        assert phone.line.struck.wait(PATIENCE / 1000), words
        expect(mark(phone, "op deze telefoon")).to_be_visible()
        phone.line.mend()
        phone.page.clock.fast_forward(LONGER_THAN_ONE_WAITS)
        expect(mark(phone, "veilig bewaard")).to_be_visible()
        expect(wish).to_have_value(typed[-1])

    history = phone.context.request.get(f"{phone.url}/api/history/{phone.page.url.rpartition('#')[2]}").json()
    assert [one["set"]["text"] for one in history["revisions"] if "text" in one["set"]] == typed
    assert not [one["outcome"] for one in history["revisions"] if one["outcome"] != "ok"]
