"""A coach in flight mode, from a cold start: the logboek of the session that just ended, and not a word lost."""

import pytest
from playwright.sync_api import expect

from e2e.device import Device
from e2e.disk import wait_until_on_disk
from e2e.logboek import choose, depth, fill_in_the_minimum, mark

MOST_TAPS = 12
DEPTH = "Het werd stil toen Amina begon. Daarna wilde iedereen 😀"
FOR_MYSELF = "Zelf was ik moe, volgende keer eerder naar bed"


@pytest.fixture
def bram(phone: Device) -> Device:
    """His phone, on which everything is; then off the net and switched off and on."""
    phone.enter_demo_as("Bram")
    expect(phone.page.get_by_role("link", name="Logboek invullen")).to_be_visible()
    phone.restart_offline()
    return phone


@pytest.mark.row("F1", "F2", "F3", "F9", "F62", "F102")
def test_a_logboek_takes_at_most_twelve_taps_and_no_letter_without_a_network(bram: Device) -> None:
    page = bram.page
    expect(page.get_by_text("net afgelopen")).to_be_visible()
    bram.tap(bram.button("Logboek invullen"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sessie")
    expect(page.get_by_text("9 van 9")).to_be_visible()
    expect(
        page.get_by_role("group", name="Wat hebben jullie gedaan?").get_by_role("checkbox", checked=True)
    ).not_to_have_count(0)

    bram.tap(page.get_by_role("button", name="Daan: was er"))
    fill_in_the_minimum(bram)
    bram.tap(bram.button("Inleveren"))

    expect(page.get_by_text("Ingeleverd").first).to_be_visible()
    expect(page.get_by_text("Niet: Daan")).to_be_visible()
    expect(mark(bram, "op deze telefoon")).to_be_visible()
    assert bram.taps <= MOST_TAPS


@pytest.mark.row("F4", "F5", "F10", "F15", "F103")
def test_what_was_typed_survives_a_killed_browser_and_goes_along_by_itself(bram: Device) -> None:
    bram.tap(bram.button("Logboek invullen"))
    fill_in_the_minimum(bram)
    words = depth(bram)
    private = bram.page.get_by_role("textbox", name="Alleen voor jezelf")
    words.press_sequentially(DEPTH)
    private.press_sequentially(FOR_MYSELF)
    wait_until_on_disk(bram.page, FOR_MYSELF)

    bram.kill()
    bram.start()
    bram.open()

    bram.tap(bram.button("Verder invullen"))
    expect(depth(bram)).to_have_value(DEPTH)
    expect(bram.page.get_by_role("textbox", name="Alleen voor jezelf")).to_have_value(FOR_MYSELF)
    expect(bram.page.get_by_role("radio", name="Fijn")).to_be_checked()
    expect(mark(bram, "op deze telefoon")).to_be_visible()
    bram.go_online()
    expect(mark(bram, "veilig bewaard")).to_be_visible()


@pytest.mark.row("F1", "F3")
def test_when_nobody_came_two_taps_say_so_and_nobody_is_marked_present(bram: Device) -> None:
    bram.tap(bram.button("Logboek invullen"))
    bram.tap(bram.button("Niemand was er"))
    choose(bram, "Niemand vandaag. Wat denk je?", "Toetsen")
    choose(bram, "En jouw batterij?", "Half")
    bram.tap(bram.button("Inleveren"))

    expect(bram.page.get_by_text("Ingeleverd").first).to_be_visible()
    expect(bram.page.get_by_text("0 van 9")).to_be_visible()
    assert bram.taps <= MOST_TAPS


@pytest.mark.row("F4", "F12")
def test_a_talk_has_questions_of_its_own_and_stays_a_draft_beside_another(bram: Device) -> None:
    page = bram.page
    bram.tap(page.get_by_role("link", name="Gesprek"))
    choose(bram, "Hoe ging het gesprek?", "Top")
    expect(page.get_by_role("radiogroup", name="Hoe ging de ander weg?")).to_be_visible()
    bram.open("/")
    bram.tap(bram.button("Logboek invullen"))
    choose(bram, "Hoe ging het?", "Fijn")

    bram.open("/logboek")

    drafts = page.get_by_role("region", name="Nog niet ingeleverd").get_by_role("listitem")
    expect(drafts).to_have_count(2)
    bram.tap(drafts.get_by_role("link", name="Gesprek"))
    expect(page.get_by_role("radio", name="Top")).to_be_checked()
