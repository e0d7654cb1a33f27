"""A coordinator looks who waits and who is late, on a laptop and on a phone."""

import pytest
from playwright.sync_api import expect

from e2e.chromium import LAPTOP, PHONE, Shape
from e2e.conftest import NewDevice


@pytest.mark.row("F55", "F128")
@pytest.mark.parametrize("shape", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_list_has_the_unread_first_and_who_is_late_without_blame(device: NewDevice, shape: Shape) -> None:
    cora = device("Cora", shape)
    cora.enter_demo_as("Cora")
    cora.tap(cora.page.get_by_role("navigation").get_by_role("link", name="Logboeken"))

    lines = cora.page.get_by_role("region", name="Logboeken").get_by_role("listitem")
    expect(lines).not_to_have_count(0)
    unread = [line.get_by_role("img", name="nieuw").count() == 1 for line in lines.all()]
    assert any(unread)
    assert unread == sorted(unread, reverse=True)
    cora.tap(cora.page.get_by_role("button", name="Nog geen logboek na 48 uur"))

    late = cora.page.get_by_role("region", name="Nog geen logboek na 48 uur")
    expect(late.get_by_role("link", name="SW1C")).to_be_visible()
    expect(cora.page.get_by_text("Vraag eens hoe het gaat")).to_be_visible()


@pytest.mark.row("F55", "F128")
def test_on_a_phone_one_logboek_is_open_at_a_time_and_back_leads_to_the_list(device: NewDevice) -> None:
    cora = device("Cora", PHONE)
    cora.enter_demo_as("Cora")
    cora.open("/review")
    lines = cora.page.get_by_role("region", name="Logboeken")
    title = lines.get_by_role("link").first
    cora.tap(title)

    expect(cora.page.get_by_role("article")).to_be_visible()
    expect(lines).not_to_be_visible()
    cora.tap(cora.page.get_by_role("link", name="Terug: Logboeken"))

    expect(lines).to_be_visible()
    expect(cora.page.get_by_role("article")).not_to_be_visible()
