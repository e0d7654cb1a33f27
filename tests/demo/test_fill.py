"""What is in a demo, and that nothing but an empty database ever becomes one."""

import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from server import db, journal
from server.cli.doctor import _looked_at
from server.demo.year import Year
from server.people.models import Membership, Person
from server.records import check
from server.records.models import Held, Record, Sibling
from tests.conftest import Clock
from tests.demo.conftest import COMMUNITIES, TODAY, _filled

CAST = {
    "bram@maatje.example": [("coach", "SW1A")],
    "sanne@maatje.example": [("coachee", "SW1A")],
    "cora@maatje.example": [("coordinator", None)],
    "senna@maatje.example": [("senior", None)],
    "joris@maatje.example": [("coach", "SW1B")],
    "lot@maatje.example": [("tutor", None)],
    "ada@maatje.example": [("admin", None)],
}


@pytest.fixture
async def database(filled: Path, shelf: Path, clock: Clock) -> AsyncIterator[Path]:
    """Instead of the empty one: here the app and everything else find the demo, on the day it was made."""
    clock.at = TODAY
    with tempfile.TemporaryDirectory(dir=shelf) as folder:
        file = Path(folder) / "maatje.sqlite3"
        shutil.copy(filled, file)
        journal.open_journal(Path(folder) / "journal")
        await db.open_database(f"sqlite://{file}")
        yield file
        await db.close_database()


def contents(file: Path) -> str:
    connection = sqlite3.connect(file)
    try:
        return "\n".join(line for line in connection.iterdump() if "migrat" not in line)
    finally:
        connection.close()


async def entered(client: httpx2.AsyncClient, name: str) -> httpx2.AsyncClient:
    await client.post("/api/demo/enter", json={"email": f"{name}@maatje.example"})
    return client


async def of_kind(kind: str) -> list[Record]:
    return await db.read(lambda: Record.filter(kind=kind, deleted=False).order_by("id"))


async def test_the_same_day_makes_the_same_demo(database: Path, filled: Path, template: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite3"
    shutil.copy(template, again)
    await db.close_database()
    await _filled(again)

    assert contents(again) == contents(filled)


async def test_at_another_hour_only_what_has_just_ended_differs(database: Path) -> None:
    year = Year(TODAY)
    late = Year(TODAY + timedelta(hours=6))

    assert year.today == late.today
    assert year.just_ended() < late.just_ended() < TODAY + timedelta(hours=6)


async def test_the_cast_is_there_in_its_roles_and_first(database: Path, stranger: httpx2.AsyncClient) -> None:
    people = (await stranger.get("/api/demo/people")).json()
    roles = {p["email"]: [(role["role"], role["community_name"]) for role in p["roles"]] for p in people}

    assert people[0]["name"] == "Bram de Wit"
    assert {email: roles[email] for email in CAST} == CAST
    assert len({email for email, some in roles.items() if len(some) > 1}) == 2


async def test_one_tap_enters_as_bram(database: Path, stranger: httpx2.AsyncClient) -> None:
    phone = await entered(stranger, "bram")
    me = (await phone.get("/api/me")).json()

    assert me["person"]["name"] == "Bram de Wit"
    assert me["demo"] is True


async def test_there_are_eight_coachees_a_group_on_average(database: Path) -> None:
    memberships = await db.read(
        lambda: Membership.filter(community__kind="group").select_related("person", "community")
    )
    of_bram = {row.person.name.split()[0] for row in memberships if row.community.name == "SW1A"}

    assert len(memberships) == COMMUNITIES * 8
    assert of_bram == {"Amina", "Daan", "Fatima", "Jesse", "Lina", "Milan", "Noor", "Sem", "Sanne"}


async def test_all_that_was_written_fits_and_nothing_was_held(database: Path) -> None:
    records = await db.read(lambda: Record.filter(deleted=False))
    unfit = [r.data for r in records if not check.fits_together(r.kind, r.data)]
    unfit += [r.data for r in records if not check.fits(r.kind, r.data)]
    kept_apart = await db.read(Held.exists) or await db.read(Sibling.exists)

    assert unfit == []
    assert not kept_apart


async def test_every_chip_is_one_of_the_template_or_of_the_plan(database: Path) -> None:
    known = {r.data["key"]: {q["id"]: _options(q) for q in _questions(r.data)} for r in await of_kind("template")}
    plans = {r.id: {block["id"] for block in r.data.get("plan", [])} for r in await of_kind("session")}
    strange = [
        (question, chip)
        for r in await of_kind("logboek")
        for question, options in known[r.data["template"]].items()
        for chip in _chips(r.data.get(question))
        if options and chip not in options | plans[r.data["session"]]
    ]

    assert strange == []


def _questions(template: dict) -> list[dict]:  # type: ignore[type-arg]  # as it came from JSON
    return [*template["questions"], *(q["also"] for q in template["questions"] if "also" in q)]


def _options(question: dict) -> set[str]:  # type: ignore[type-arg]  # as it came from JSON
    return {str(option["id"]) for option in question.get("options", [])}


def _chips(answer: object) -> list[str]:
    return [str(chip) for chip in answer] if isinstance(answer, list) else [] if answer is None else [str(answer)]


async def test_logboeken_are_there_in_every_state(database: Path) -> None:
    logboeken = await of_kind("logboek")
    reviews = {(r.data["logboek"], r.data["state"]) for r in await of_kind("review")}
    read = {r.data["record"] for r in await of_kind("receipt")}
    answered = {r.data["about"] for r in await of_kind("comment")}
    handed_in = {r.id for r in logboeken if r.scope.startswith("coaching:")}
    said = {state: {id for id, what in reviews if what == state} for state in ("thanks", "question", "done")}

    assert [r for r in logboeken if r.scope.startswith("self:")]
    assert handed_in - read
    assert (handed_in & read) - said["thanks"] - said["question"] - said["done"]
    assert said["thanks"] - said["done"]
    assert said["question"] - answered
    assert (said["question"] & answered) - said["done"]
    assert [r for r in logboeken if r.data.get("version_of") in said["done"]]
    assert [r for r in logboeken if r.data["template"] == "logboek.nobody"]
    assert [r for r in logboeken if r.data["template"] == "logboek.talk"]


async def test_goals_are_private_shared_reached_and_let_go(database: Path) -> None:
    goals = await of_kind("goal")
    shared = [r for r in goals if r.scope.endswith(":shared")]

    assert shared and len(shared) < len(goals)
    assert {r.data["state"] for r in goals} == {"open", "reached", "let_go"}
    assert {r.data["outcome"] for r in await of_kind("checkin")} == {"busy", "done", "different"}


@pytest.mark.parametrize("hour", [0, 9, 15, 23])
async def test_bram_has_just_ended_a_session_whatever_the_hour(hour: int) -> None:
    now = datetime(2026, 11, 24, hour, 7, tzinfo=UTC)
    ended = Year(now).just_ended()

    assert timedelta(0) < now - ended < timedelta(minutes=30)


async def test_brams_session_that_just_ended_has_no_logboek(database: Path) -> None:
    bram = await db.read(lambda: Person.get(email="bram@maatje.example"))
    written = {r.data["session"] for r in await of_kind("logboek") if r.author == str(bram.id)}
    ended = {
        r.id: TODAY - datetime.fromisoformat(r.data["ends"])
        for r in await of_kind("session")
        if r.author == str(bram.id)
    }
    open_since = [since for id, since in ended.items() if id not in written and since > timedelta(0)]

    assert len(open_since) == 1
    assert open_since[0] < timedelta(minutes=30)


async def test_one_coach_is_late(database: Path) -> None:
    about = {r.data["session"] for r in await of_kind("logboek")}
    sessions = [r for r in await of_kind("session") if r.id not in about and not r.data.get("cancelled")]
    late = [r for r in sessions if TODAY - datetime.fromisoformat(r.data["ends"]) > timedelta(hours=48)]

    assert len(late) == 1


async def test_there_is_something_in_the_week_to_come(database: Path) -> None:
    ahead = [datetime.fromisoformat(r.data["starts"]) - TODAY for r in await of_kind("session")]

    assert any(timedelta(0) < until < timedelta(days=7) for until in ahead)


async def test_nothing_was_written_later_than_it_was_filled(database: Path) -> None:
    rows = await db.read(lambda: db.rows("SELECT at, received_at FROM revision ORDER BY id"))
    received = [row["received_at"] for row in rows]

    assert received == sorted(received)
    assert all(datetime.fromisoformat(row["at"]) <= came for row, came in zip(rows, received, strict=True))
    assert received[-1] <= TODAY


async def test_doctor_finds_counters_and_both_checks_in_order(database: Path, stranger: httpx2.AsyncClient) -> None:
    for name in ("bram", "sanne", "cora", "senna", "joris", "hanna"):
        phone = await entered(stranger, name)
        body = {"proto": 1, "device": "phone", "n": 1, "gen": None, "schema": 1, "limit": 1000, "cursors": {}}
        pulled = (await phone.post("/api/sync", json=body | {"mutations": []})).json()
        assert pulled["records"]
    findings = await db.read(_looked_at)

    assert [wrong for _, wrong in findings if wrong] == []
