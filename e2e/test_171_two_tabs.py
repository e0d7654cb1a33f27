"""One person, two tabs of one browser, and no tab that another must wait for."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from e2e import faults
from e2e.device import PATIENCE, Device
from e2e.disk import on_disk

BEGUN = "lezen in bed"
A_NETWORK_THAT_COMES_AND_GOES = """
for (let tries = 1; tries <= 10; tries++) setTimeout(() => dispatchEvent(new Event("online")), tries * 100)
"""
ENTER_AS_BRAM = """fetch("/api/demo/enter", {
  method: "POST", headers: { "content-type": "application/json" }, body: '{"email": "bram@maatje.example"}',
})"""


@pytest.fixture
def tab(phone: Device) -> Page:
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    wish(phone.page).fill(BEGUN)
    wish(phone.page).blur()
    expect(place(phone.page, "veilig bewaard")).to_be_visible()
    return phone.page


@pytest.fixture
def other(phone: Device, tab: Page) -> Page:
    other = beside(phone, tab)
    expect(wish(other)).to_have_value(BEGUN)
    return other


def beside(phone: Device, tab: Page) -> Page:
    """Another tab with the same goal open."""
    other = phone.context.new_page()
    other.goto(tab.url)
    return other


def wish(tab: Page) -> Locator:
    return tab.get_by_role("textbox", name="Wat wil je bereiken?")


def place(tab: Page, words: str) -> Locator:
    return tab.get_by_role("main").get_by_text(words, exact=True)


@pytest.mark.row("F5", "F103", "F110")
def test_what_is_typed_in_both_at_once_comes_together_and_is_sent_once(phone: Device, tab: Page, other: Page) -> None:
    most = follow_syncs(phone)
    wish(tab).press("Home")
    wish(other).press("End")
    for letter in "samen ":
        wish(tab).press_sequentially(letter)
        wish(other).press_sequentially(letter)
    wish(tab).blur()
    wish(other).blur()

    for one in (tab, other):
        expect(wish(one)).to_have_value(f"samen {BEGUN}samen ")
        expect(place(one, "veilig bewaard")).to_be_visible()
    assert history(phone) == [BEGUN, f"samen {BEGUN}samen "]
    assert most == [1]


@pytest.mark.row("F103", "F110")
def test_a_tab_that_fell_asleep_while_it_was_sending_stops_no_other(phone: Device, tab: Page) -> None:
    phone.line.turn_bad(faults.SILENT)
    wish(tab).press_sequentially(", elke dag")
    wish(tab).blur()
    assert phone.line.struck.wait(PATIENCE / 1000)
    wish(tab).press_sequentially(" een")
    other = beside(phone, tab)
    expect(wish(other)).to_have_value(f"{BEGUN}, elke dag een")

    with asleep(tab):
        phone.line.mend()
        wish(other).press("End")
        wish(other).press_sequentially(" half")
        wish(other).blur()
        other.evaluate(A_NETWORK_THAT_COMES_AND_GOES)
        expect(place(other, "veilig bewaard")).to_be_visible()
    expect(wish(tab)).to_have_value(f"{BEGUN}, elke dag een half")
    wish(tab).press("End")
    wish(tab).press_sequentially(" uur")
    wish(tab).blur()

    for one in (tab, other):
        expect(wish(one)).to_have_value(f"{BEGUN}, elke dag een half uur")
        expect(place(one, "veilig bewaard")).to_be_visible()
    *earlier, last = history(phone)
    assert last == f"{BEGUN}, elke dag een half uur"
    assert sorted(set(earlier), key=len) == earlier


@pytest.mark.row("F106")
def test_signing_out_in_one_is_seen_in_the_other_and_what_was_half_typed_there_waits(
    phone: Device, tab: Page, other: Page
) -> None:
    phone.go_offline()
    wish(other).press("End")
    wish(other).press_sequentially(" en in de trein")
    tab.goto(f"{phone.url}/ik")
    tab.get_by_role("button", name="Uitloggen").tap()
    tab.get_by_role("dialog").get_by_role("button", name="Toch uitloggen").tap()

    for one in (tab, other):
        expect(one.get_by_role("heading", level=1)).to_have_text("Inloggen")
        expect(one.get_by_text("Hier wacht nog werk op slot")).to_be_visible()
    phone.go_online()
    phone.enter_demo_as("Sanne")
    phone.open("/doelen")
    goal = tab.get_by_role("link", name=f"{BEGUN} en in de trein")
    expect(goal.get_by_text("veilig bewaard", exact=True)).to_be_visible()


@pytest.mark.row("F106", "F112")
def test_who_signs_in_in_one_sends_nothing_of_the_other(phone: Device, tab: Page, other: Page) -> None:
    """Whose cookie it is has changed beneath the other tab, which nobody told."""
    other.goto(f"{phone.url}/inloggen")
    other.evaluate(ENTER_AS_BRAM)
    wish(tab).press_sequentially(", van Sanne alleen")
    wish(tab).blur()
    expect(tab.get_by_text("Log even opnieuw in. Er gaat niets verloren.")).to_be_visible()
    expect(place(tab, "op deze telefoon")).to_be_visible()
    assert not phone.server.has_heard("van Sanne alleen")

    phone.enter_demo_as("Bram")

    expect(tab.get_by_text("Log even opnieuw in")).to_have_count(0)
    expect(tab.get_by_text(BEGUN)).to_have_count(0)
    assert "van Sanne alleen" in on_disk(tab)
    assert not phone.server.has_heard("van Sanne alleen")


@contextmanager
def asleep(tab: Page) -> Iterator[None]:
    """Nothing of it runs, and what it holds it goes on holding. Playwright keeps all tabs awake in the eyes of the
    browser, which therefore refuses to freeze one; and the process of a tab may run the service worker of all."""
    hand = tab.context.new_cdp_session(tab)
    hand.send("Debugger.enable")
    hand.send("Debugger.pause")
    yield
    hand.send("Debugger.disable")


def history(phone: Device) -> list[str]:
    """What the goal was, in order, as the server knows it. That there is one may have been sent before its words."""
    id = phone.page.url.rpartition("#")[2]
    answer = phone.context.request.get(f"{phone.url}/api/history/{id}").json()
    return [one["set"]["text"] for one in answer["revisions"] if "text" in one["set"]]


def follow_syncs(phone: Device) -> list[int]:
    """How many syncs were under way at once, at the most."""
    under_way: set[Request] = set()
    most = [0]

    def begins(request: Request) -> None:
        if request.url.endswith("/api/sync"):
            under_way.add(request)
            most[0] = max(most[0], len(under_way))

    phone.context.on("request", begins)

    def ends(request: Request) -> None:
        under_way.discard(request)

    phone.context.on("requestfinished", ends)
    phone.context.on("requestfailed", ends)
    return most
