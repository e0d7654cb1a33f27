"""A coach who wrote without a network, and whose group was handed to somebody else meanwhile."""

import pytest
from playwright.sync_api import expect

from e2e.device import Device
from e2e.disk import on_disk, wait_until_gone_from_disk
from e2e.server import Server

FOR_MYSELF = "Zelf ook eens soep meenemen."
ANSWER = "Ik vraag het ze donderdag, bij de soep."


@pytest.mark.row("F104", "F112")
def test_what_does_not_arrive_stops_nothing_else_and_is_kept_to_copy_or_to_throw_away(
    phone: Device, server: Server
) -> None:
    page = phone.page
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.enter_demo_as("Bram")
    phone.tap(page.get_by_role("link", name="Vraag bij je logboek"))
    question = page.locator("[data-open] .words").inner_text()
    phone.go_offline()
    page.get_by_role("textbox", name="Schrijf iets terug").press_sequentially(ANSWER)
    phone.tap(phone.button("Reactie plaatsen"))
    expect(page.get_by_role("listitem").filter(has_text=ANSWER)).to_be_visible()
    page.get_by_role("textbox", name="Alleen voor jezelf").press_sequentially(FOR_MYSELF)

    server.end_coaching_of("bram@maatje.example")
    phone.go_online()
    phone.open("/ik")

    expect(page.get_by_role("heading", name="De rest is veilig bewaard")).to_be_visible()
    assert FOR_MYSELF in on_disk(page)
    phone.tap(page.get_by_role("link", name="1 ding is niet aangekomen"))
    expect(page.get_by_role("blockquote")).to_have_text(ANSWER)
    expect(page.get_by_text("je schrijft hier niet meer")).to_be_visible()
    wait_until_gone_from_disk(page, question)
    phone.tap(phone.button("Kopieer tekst"))
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == ANSWER
    phone.tap(phone.button("Weggooien"))
    phone.tap(page.get_by_role("dialog").get_by_role("button", name="Weggooien"))

    expect(page.get_by_text("Alles is aangekomen")).to_be_visible()
    wait_until_gone_from_disk(page, ANSWER)
