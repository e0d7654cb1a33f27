"""What a coach taps in a logboek, and what it says of itself."""

from playwright.sync_api import Locator, expect

from e2e.device import Device


def begin(coach: Device, words: str) -> None:
    """The logboek of the session that just ended, these words in it, and all of it on the server."""
    coach.tap(coach.button("Logboek invullen"))
    fill_in_the_minimum(coach)
    depth(coach).press_sequentially(words)
    depth(coach).blur()
    expect(mark(coach, "veilig bewaard")).to_be_visible()


def fill_in_the_minimum(coach: Device) -> None:
    choose(coach, "Hoe ging het?", "Fijn")
    choose(coach, "Waar ging het over?", "Plannen")
    choose(coach, "Wat deed jij vooral?", "Luisteren", "Vragen stellen")
    choose(coach, "En jouw batterij?", "Half")
    choose(coach, "Wat vonden zij ervan?", "Prima")


def choose(coach: Device, question: str, *answers: str) -> None:
    asked = coach.page.get_by_role("radiogroup", name=question).or_(coach.page.get_by_role("group", name=question))
    for answer in answers:
        coach.tap(asked.get_by_label(answer, exact=True))


def depth(coach: Device) -> Locator:
    """Where one writes in one's own words."""
    return coach.page.locator(".depth").get_by_role("textbox")


def mark(device: Device, place: str) -> Locator:
    """`veilig bewaard`, `op deze telefoon`: where this record is."""
    return device.page.get_by_role("main").get_by_text(place, exact=True)
