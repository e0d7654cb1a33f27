"""The journal outside the database: what it is told, and when."""

import resource
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from server import db, journal
from server.auth import sessions
from server.auth.models import Login
from server.errors import StorageFull
from server.journal.models import Journalled
from server.people.models import Appointment, CoachSeat, Membership, Mentoring, Period
from server.permissions import changes
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import mutation, over


def told(what: str) -> list[journal.Line]:
    return [line for line in journal.read().lines if line["what"] == what]


async def marks() -> set[str]:
    return {row.id for row in await db.read(lambda: Journalled.all())}


async def test_the_end_of_each_kind_of_role_is_told_and_the_database_says_that_it_has_it(cast: Cast) -> None:
    rows = {
        "membership": await _first(changes.end_membership, Membership),
        "coach_seat": await _first(changes.end_seat, CoachSeat),
        "mentoring": await _first(changes.end_mentoring, Mentoring),
        "appointment": await _first(changes.end_appointment, Appointment),
    }

    lines = told(journal.ENDED)
    assert {line["relation"]: UUID(line["row"]) for line in lines} == rows
    assert {line["id"] for line in lines} <= await marks()


async def test_taking_back_is_told_and_sharing_is_not(cast: Cast, device_of: DeviceOf) -> None:
    sanne = await device_of(cast.sanne)
    own, shared = f"self:{cast.sanne.id}", f"member:{cast.membership.id}:shared"
    goal = mutation("goal", {"text": "van mij"}, scope=own)
    await sanne.push(goal)
    step = mutation("step", {"text": "een stap", "goal": goal["id"]}, scope=own)
    await sanne.push(step, over(sanne.records[goal["id"]], {}, scope=shared))
    before = told(journal.TAKEN_BACK)
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=own))

    assert before == []
    assert {line["record"] for line in told(journal.TAKEN_BACK)} == {goal["id"], step["id"]}
    assert {line["author"] for line in told(journal.TAKEN_BACK)} == {str(cast.sanne.id)}
    assert not any("van mij" in file.read_text() for file in journal_files())


async def test_an_ended_login_is_told_once_and_its_token_only_as_a_hash(cast: Cast) -> None:
    token = await db.write(lambda: sessions.open_session(cast.bram.id, "telefoon"))
    login = await db.read(lambda: Login.get(person=cast.bram.id))
    for _ in range(2):
        await db.write(lambda: sessions.end(login.id, "revoked"))

    (line,) = told(journal.LOGIN_ENDED)
    assert (line["login"], line["why"], line["token_hash"]) == (str(login.id), "revoked", login.token_hash)
    assert not any(token in file.read_text() for file in journal_files())


async def test_what_could_not_commit_is_in_the_journal_and_not_in_the_database(cast: Cast) -> None:
    """As after a crash between the two: a restore then ends it too, which shows less and never more."""

    async def work() -> None:
        await changes.end_membership(cast.membership.id)
        raise LookupError

    with pytest.raises(LookupError):
        await db.write(work)

    (line,) = told(journal.ENDED)
    assert line["id"] not in await marks()
    assert (await db.read(lambda: Membership.get(id=cast.membership.id))).ends_at is None


async def test_where_the_journal_cannot_be_written_nothing_ends(cast: Cast, tmp_path: Path) -> None:
    journal.open_journal(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    with pytest.raises(StorageFull):
        await db.write(lambda: changes.end_membership(cast.membership.id))
    assert (await db.read(lambda: Membership.get(id=cast.membership.id))).ends_at is None


async def test_a_line_that_was_cut_off_does_not_spoil_the_next(cast: Cast) -> None:
    await db.write(lambda: changes.end_membership(cast.membership.id))
    (file,) = journal_files()
    file.write_bytes(file.read_bytes()[:-9])
    await _first(changes.end_seat, CoachSeat)

    assert [line["relation"] for line in told(journal.ENDED)] == ["coach_seat"]
    assert journal.read().cut_off == 1


async def _first(end: Callable[[UUID], Awaitable[None]], relation: type[Period]) -> UUID:
    """End the first of these; which it was."""
    row = await db.read(lambda: relation.all().order_by("id").first())
    assert row
    await db.write(lambda: end(row.id))
    return row.id


def journal_files() -> list[Path]:
    return list(journal.folder().glob("*.jsonl"))


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """As on a disk with this much room in each file: the system then writes a part and says so, without an error."""
    _, most = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_line_of_which_only_a_part_fits_on_the_disk_is_not_taken_for_written(tmp_path: Path) -> None:
    """Else the database would commit, and a restore would take the line for one that never did."""
    journal.open_journal(tmp_path)
    some = [journal.line(journal.ENDED, relation="membership", row=str(number)) for number in range(2)]

    with room_for(200), pytest.raises(OSError, match="part"):
        journal._append(tmp_path / "journal.jsonl", some)
    journal._append(tmp_path / "journal.jsonl", some)

    assert [line["row"] for line in told(journal.ENDED)][-2:] == ["0", "1"]
