"""What a coach taps in a logboek, and what it says of itself."""

from playwright.sync_api import Locator

from e2e.device import Device


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


def mark(device: Device, place: str) -> Locator:
    """`veilig bewaard`, `op deze telefoon`: where this record is."""
    return device.page.get_by_role("main").get_by_text(place, exact=True)
