"""From the coach's phone to the coordinator's laptop and back: handed in, asked, answered, finished, written anew."""

import pytest
from playwright.sync_api import Locator, expect

from e2e.chromium import LAPTOP, PHONE
from e2e.conftest import NewDevice
from e2e.demo import FIRST_DAY, JUST_ENDED
from e2e.device import Device
from e2e.logboek import choose, fill_in_the_minimum, mark

QUESTION = "Wat maakte dat het stil werd?"
ANSWER = "Amina vertelde over haar zus, en toen wist niemand iets te zeggen."


@pytest.fixture
def bram(device: NewDevice) -> Device:
    """He just handed in the logboek of today, with no network."""
    bram = device("Bram", PHONE)
    bram.enter_demo_as("Bram")
    bram.tap(bram.button("Logboek invullen"))
    bram.go_offline()
    fill_in_the_minimum(bram)
    bram.tap(bram.button("Inleveren"))
    expect(bram.page.get_by_text("Ingeleverd").first).to_be_visible()
    return bram


@pytest.fixture
def cora(device: NewDevice) -> Device:
    cora = device("Cora", LAPTOP)
    cora.enter_demo_as("Cora")
    return cora


def top_of_the_list(cora: Device) -> Locator:
    return cora.page.get_by_role("main").get_by_role("listitem").first


@pytest.mark.row("F55", "F56", "F61", "F103")
def test_a_coordinator_reads_it_and_asks_and_the_coach_answers_without_a_network(bram: Device, cora: Device) -> None:
    cora.open("/review")
    expect(top_of_the_list(cora)).to_contain_text("Joris")
    bram.go_online()
    expect(mark(bram, "veilig bewaard")).to_be_visible()
    expect(top_of_the_list(cora)).to_contain_text("Bram")
    expect(top_of_the_list(cora).get_by_role("img", name="nieuw")).to_be_visible()

    cora.tap(top_of_the_list(cora).get_by_role("link"))
    expect(top_of_the_list(cora).get_by_role("img", name="nieuw")).not_to_be_visible()
    expect(bram.page.get_by_text("Gelezen door Cora")).to_be_visible()

    answering = cora.page.get_by_role("region", name="Antwoorden")
    cora.tap(answering.get_by_role("button", name="Vraag", exact=True))
    expect(answering.get_by_role("alert")).to_have_text("Schrijf eerst je vraag.")
    answering.get_by_role("textbox").press_sequentially(QUESTION)
    cora.tap(answering.get_by_role("button", name="Vraag", exact=True))

    expect(bram.page.get_by_text(QUESTION)).to_be_visible()
    bram.restart_offline()
    bram.tap(bram.page.get_by_role("link", name=f"Vraag bij je logboek {JUST_ENDED}"))
    bram.page.get_by_role("textbox", name="Schrijf iets terug").press_sequentially(ANSWER)
    bram.tap(bram.button("Reactie plaatsen"))
    expect(bram.page.get_by_role("listitem").filter(has_text=ANSWER)).to_be_visible()
    bram.go_online()

    expect(cora.page.get_by_text(ANSWER)).to_be_visible()


@pytest.mark.row("F6", "F7", "F55")
def test_a_logboek_can_be_changed_until_it_is_finished_and_then_gets_a_new_version(bram: Device, cora: Device) -> None:
    bram.go_online()
    cora.open("/review")
    cora.tap(cora.page.get_by_role("link", name=f"{JUST_ENDED} · SW1A"))
    bram.tap(bram.button("Aanpassen"))
    choose(bram, "Hoe ging het?", "Stroef")
    bram.tap(bram.button("Klaar"))
    expect(cora.page.get_by_text("Aangepast nadat jij het las")).to_be_visible()
    expect(cora.page.get_by_role("article")).to_contain_text("Stroef")

    cora.tap(cora.button("Afronden"))
    expect(
        bram.page.get_by_text("Dit logboek is afgerond").or_(bram.page.get_by_text("Afgerond").first)
    ).to_be_visible()
    expect(bram.button("Aanpassen")).not_to_be_visible()
    bram.tap(bram.button("Nieuwe versie"))
    choose(bram, "Hoe ging het?", "Top")
    bram.tap(bram.button("Inleveren"))

    versions = bram.page.get_by_role("region", name="Versies").get_by_role("listitem")
    expect(versions).to_contain_text(["Versie 1", "Versie 2 · deze"])
    cora.tap(cora.page.get_by_role("link", name="Bram · nieuwe versie"))
    expect(cora.page.get_by_role("article")).to_contain_text("Top")
    expect(cora.page.get_by_role("region", name="Versies").get_by_role("listitem")).to_have_count(2)


@pytest.mark.row("F7")
def test_the_whole_own_history_is_there_without_a_network_and_can_be_searched(bram: Device) -> None:
    bram.restart_offline()
    bram.tap(bram.page.get_by_role("link", name="Logboek", exact=True))
    handed_in = bram.page.get_by_role("region", name="Ingeleverd").get_by_role("listitem")
    expect(handed_in.filter(has_text=FIRST_DAY)).to_be_visible()

    bram.page.get_by_role("searchbox").press_sequentially("dacht dat ze na een half uur")
    expect(handed_in).to_have_count(1)
    bram.tap(handed_in.get_by_role("link"))

    expect(bram.page.get_by_text("Ze bleven kletsen tot de volgende groep voor de deur stond")).to_be_visible()
