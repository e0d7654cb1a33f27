"""The whole logboek by keyboard alone: no mouse, no thumb."""

import re

import pytest
from playwright.sync_api import Locator, expect

from e2e.device import Device

MANY = 60
DEPTH = "Iedereen kwam met een eigen vraag."


def reach(laptop: Device, what: Locator, key: str = "Tab") -> None:
    """As many keys as it takes; a trap, or something that no key gets to, fails."""
    for _ in range(MANY):
        if what.evaluate("(one) => one === document.activeElement"):
            assert what.evaluate("(one) => one.matches(':focus-visible')")
            return
        laptop.page.keyboard.press(key)
    raise AssertionError(f"{key} does not reach {what}")


def choose(laptop: Device, question: str, answer: str) -> None:
    """Tab stops once at a row of radio buttons: at the chosen one, or else at the first. The arrows choose."""
    answers = laptop.page.get_by_role("radiogroup", name=question)
    chosen = answers.get_by_role("radio", checked=True)
    if chosen.count():
        reach(laptop, chosen)
    else:
        reach(laptop, answers.get_by_role("radio").first)
        laptop.page.keyboard.press("Space")
    reach(laptop, answers.get_by_label(answer, exact=True), "ArrowRight")
    expect(answers.get_by_label(answer, exact=True)).to_be_checked()


def tick(laptop: Device, question: str, *answers: str) -> None:
    for answer in answers:
        box = laptop.page.get_by_role("group", name=question).get_by_label(answer, exact=True)
        reach(laptop, box)
        laptop.page.keyboard.press("Space")
        expect(box).to_be_checked()


@pytest.mark.row("F126")
def test_a_logboek_is_filled_in_handed_in_and_changed_without_mouse_or_thumb(laptop: Device) -> None:
    laptop.enter_demo_as("Bram")
    page, keys = laptop.page, laptop.page.keyboard
    reach(laptop, page.get_by_role("link", name="Logboek invullen"))
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()

    choose(laptop, "Hoe ging het?", "Fijn")
    reach(laptop, page.get_by_role("button", name="Daan: was er"))
    keys.press("Space")
    expect(page.get_by_text("8 van 9")).to_be_visible()
    tick(laptop, "Waar ging het over?", "Plannen")
    tick(laptop, "Wat deed jij vooral?", "Luisteren", "Vragen stellen")
    choose(laptop, "En jouw batterij?", "Vol")
    choose(laptop, "Wat vonden zij ervan?", "Prima")
    reach(laptop, page.locator(".depth").get_by_role("textbox"))
    keys.type(DEPTH)
    reach(laptop, page.get_by_role("button", name="Inleveren"))
    keys.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_text(re.compile("^Ingeleverd ·"))).to_be_visible()
    expect(page.get_by_text(DEPTH)).to_be_visible()
    reach(laptop, page.get_by_role("button", name="Aanpassen"))
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    choose(laptop, "Hoe ging het?", "Top")
    reach(laptop, page.get_by_role("button", name="Klaar"))
    keys.press("Enter")
    expect(page.get_by_text("Top", exact=True)).to_be_visible()
