"""Every screen as every kind of person meets it: on a phone and a laptop, by day and by night, in large letters."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.server import Server
from e2e.walk import Fault, Hat, walk

GROUP_WORDS = r"\bgroep\w*|communit\w*"
LONG = "Coaching-community Verpleegkunde en Maatschappelijk Werk, deeltijd, avondopleiding Den Haag"
INVITE = """async () => {
  const { roles } = await (await fetch("/api/me")).json();
  const { programme } = roles.find(({ role }) => role === "coordinator");
  const email = "maximiliaan-alexander.van-den-broek-oude-hengel@student.hogeschool.example";
  const body = JSON.stringify({ programme, role: "coach", email, new_community: { name: "%s", kind: "group" } });
  await fetch("/api/auth/invites", { method: "POST", body, headers: { "content-type": "application/json" } });
}"""
HATS = [
    Hat("a stranger"),
    Hat("a coach", "coach", "Bram"),
    Hat("a coachee", "coachee", "Sanne"),
    Hat("a coordinator", "coordinator", "Cora", before=INVITE % LONG),
    Hat("a senior", "senior", "Senna"),
    Hat("a coach of one", "coach", "Otis", GROUP_WORDS),
    Hat("a coachee alone", "coachee", "Fenna", GROUP_WORDS),
]


@pytest.fixture(scope="module")
def faults(program: Path, demo_year: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Fault]]:
    """One walk answers every question below."""
    server = Server(program, Path(shutil.copytree(demo_year, tmp_path_factory.mktemp("walk") / "data")))
    yield walk(f"http://localhost:{server.port}", HATS)
    server.stop()


def of(rule: str, faults: list[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.rule == rule]


@pytest.mark.row("F126")
def test_axe_finds_no_fault_on_any_screen_in_either_theme(faults: list[Fault]) -> None:
    assert of("axe", faults) == []


@pytest.mark.row("F128")
def test_no_screen_scrolls_sideways_also_in_letters_of_twice_the_size(faults: list[Fault]) -> None:
    assert of("sideways", faults) == []


@pytest.mark.row("F126", "F128")
def test_no_word_is_cut_off_also_in_letters_of_twice_the_size(faults: list[Fault]) -> None:
    assert of("cut", faults) == []


@pytest.mark.row("F128")
def test_whatever_one_taps_on_a_phone_is_large_enough_for_a_thumb(faults: list[Fault]) -> None:
    assert of("small", faults) == []


@pytest.mark.row("F126")
def test_each_screen_has_one_heading_and_a_title_of_its_own(faults: list[Fault]) -> None:
    assert of("heading", faults) == []


@pytest.mark.row("F131")
def test_who_coaches_or_is_coached_alone_meets_no_word_about_groups(faults: list[Fault]) -> None:
    assert of("words", faults) == []


def test_no_screen_complains_in_the_console(faults: list[Fault]) -> None:
    assert of("console", faults) == []
