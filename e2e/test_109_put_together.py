"""A coach who chooses word by word, puts back what did not arrive, and looks at how a logboek became what it is."""

import pytest
from playwright.sync_api import Locator, expect

from e2e.chromium import LAPTOP, PHONE
from e2e.conftest import NewDevice
from e2e.device import Device
from e2e.disk import wait_until_in_store
from e2e.logboek import begin, depth, mark
from e2e.walk import wrong_on

BEGUN = "Het was koud."
# Sent from another device over something that the server never got: it is held, and its words are safe.
HELD = """async ([id, text]) => {
  const { gen } = await ask({ n: 0, gen: null, mutations: [], cursors: {}, pull: false, only: [] });
  const mutation = { mid: crypto.randomUUID(), id, kind: "logboek", base: { mid: crypto.randomUUID() },
    set: { depth: text }, at: new Date().toISOString() };
  await ask({ n: 0, gen, mutations: [mutation], cursors: {}, pull: false, only: [] });
  async function ask(body) {
    const sent = JSON.stringify({ proto: 1, device: "tablet", schema: 1, limit: 10, ...body });
    const headers = { "content-type": "application/json" };
    return (await fetch("/api/sync", { method: "POST", body: sent, headers })).json();
  }
}"""


@pytest.fixture
def phone(device: NewDevice) -> Device:
    phone = device("Bram's phone", PHONE)
    phone.enter_demo_as("Bram")
    begin(phone, BEGUN)
    return phone


def write(coach: Device, text: str) -> None:
    depth(coach).fill(text)
    depth(coach).blur()


def piece(coach: Device, text: str) -> Locator:
    return coach.page.get_by_role("group", name="Stukje voor stukje").get_by_role("button", name=text)


def outcome(coach: Device) -> Locator:
    return coach.page.get_by_role("textbox", name="Wat het wordt")


@pytest.mark.row("F105", "F126")
def test_what_the_app_joined_is_found_from_a_badge_and_chosen_word_by_word_with_the_keyboard_alone(
    phone: Device, device: NewDevice
) -> None:
    laptop = device("Bram's laptop", LAPTOP)
    laptop.enter_demo_as("Bram")
    laptop.tap(laptop.button("Verder invullen"))
    expect(depth(laptop)).to_have_value(BEGUN)
    for one, text in ((phone, "Het was guur."), (laptop, "Het was fris.")):
        one.go_offline()
        write(one, text)
    for one in (phone, laptop):
        one.go_online()
        expect(mark(one, "veilig bewaard")).to_be_visible()
    keys = laptop.page.keyboard

    expect(laptop.page.get_by_text("De app zette alles bij elkaar")).to_be_visible()
    expect(depth(laptop)).to_have_value("Het was guur. fris.")
    laptop.page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="wacht op jou").focus()
    keys.press("Enter")
    laptop.page.get_by_role("link", name="1 ding heeft twee versies").focus()
    keys.press("Enter")
    laptop.page.get_by_role("main").get_by_role("link", name="Logboek").focus()
    keys.press("Enter")
    piece(laptop, "fris.").focus()
    keys.press("Space")
    expect(piece(laptop, "fris.")).to_have_attribute("aria-pressed", "false")
    expect(outcome(laptop)).to_have_value("Het was guur.")
    assert wrong_on(laptop.page) == []

    wait_until_in_store(laptop.page, "drafts", "choice.depth")  # what is chosen half way is kept like any keystroke
    laptop.page.reload()
    expect(outcome(laptop)).to_have_value("Het was guur.")
    outcome(laptop).focus()
    keys.press("End")
    keys.type(" En stil.")
    laptop.button("Zo bewaren").focus()
    keys.press("Enter")

    for one in (laptop, phone):
        expect(depth(one)).to_have_value("Het was guur. En stil.")
    expect(laptop.page.get_by_text("De app zette alles bij elkaar")).not_to_be_visible()
    expect(laptop.page.get_by_role("link", name="wacht op jou")).to_have_count(0)


@pytest.mark.row("F104")
def test_what_did_not_arrive_is_put_back_beside_what_stands_there_now_also_without_a_network(phone: Device) -> None:
    page, id = phone.page, phone.page.url.rpartition("/")[2]
    page.evaluate(HELD, [id, f"{BEGUN} Jesse zweeg."])
    phone.open("/ik")
    phone.tap(page.get_by_role("link", name="1 ding is niet aangekomen"))
    expect(page.get_by_text("iets dat zelf niet aankwam")).to_be_visible()
    phone.go_offline()
    phone.tap(phone.button("Weggooien"))
    phone.tap(page.get_by_role("dialog").get_by_role("button", name="Weggooien"))
    expect(page.get_by_role("heading", name="Niet aangekomen")).to_be_focused()
    phone.tap(phone.button("Ongedaan maken"))

    phone.tap(phone.button("Terugzetten"))
    expect(outcome(phone)).to_have_value(f"{BEGUN} Jesse zweeg.")
    phone.tap(phone.button("Zo bewaren"))
    expect(depth(phone)).to_have_value(f"{BEGUN} Jesse zweeg.")
    phone.go_online()
    expect(mark(phone, "veilig bewaard")).to_be_visible()

    phone.open("/niet-aangekomen")
    expect(page.get_by_text("Alles is aangekomen")).to_be_visible()


@pytest.mark.row("F6")
def test_a_record_tells_who_changed_what_and_when_and_an_old_version_can_come_back(phone: Device) -> None:
    page = phone.page
    write(phone, "Het was warm.")
    expect(mark(phone, "veilig bewaard")).to_be_visible()
    phone.tap(page.get_by_role("link", name="Geschiedenis"))
    phone.tap(phone.button("Toon elke kleine stap"))
    versions = page.get_by_role("main").get_by_role("listitem")
    newest = versions.first
    expect(newest.get_by_role("deletion")).to_have_text("koud.")
    expect(newest.get_by_role("insertion")).to_have_text("warm.")
    expect(newest).to_contain_text("Jij · Staat er nu")
    assert wrong_on(page) == []

    phone.tap(versions.nth(1).get_by_role("button", name="Deze versie terugzetten"))
    expect(depth(phone)).to_have_value(BEGUN)
    phone.tap(phone.button("Ongedaan maken"))
    expect(depth(phone)).to_have_value("Het was warm.")
    phone.go_offline()
    phone.tap(page.get_by_role("link", name="Geschiedenis"))
    expect(page.get_by_text("Je ziet hem zodra er weer internet is")).to_be_visible()
