"""What the journal knows and a copy does not: done again in the copy, inside the transaction that puts it back.

Sharing is never in the journal, and a phone that hands its sent-box in again shares nothing. So whatever was taken
back stays so, also of a record that the copy does not have yet.
"""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from server import clock, db, journal
from server.auth.models import Login
from server.ids import uuid7
from server.journal import Journal, Line
from server.people.models import Appointment, CoachSeat, Membership, Mentoring
from server.permissions import changes
from server.permissions.opening import note
from server.permissions.rights import GrantedRights
from server.records import moves
from server.records.generation import generation
from server.records.load import records
from server.records.models import Record
from server.records.scopes import self_of
from server.records.state import OK, Current, Written
from server.records.store import save
from server.records.tables import marks
from server.records.world import World
from server.safekeeping.erase import erase_person, erase_record

AT_ONCE = 500
NO_DEVICE = ""

ENDS: dict[str, tuple[Any, Callable[[UUID, datetime], Awaitable[None]]]] = {
    "membership": (Membership, changes.end_membership),
    "coach_seat": (CoachSeat, changes.end_seat),
    "mentoring": (Mentoring, changes.end_mentoring),
    "appointment": (Appointment, changes.end_appointment),
}


@dataclass
class Replayed:
    """What was done, and what could not be read."""

    done: Counter[str] = field(default_factory=Counter)
    cut_off: int = 0


def generation_told(book: Journal) -> int:
    """The highest generation that a restore ever wrote down."""
    return max((line["generation"] for line in book.lines if line["what"] == journal.RESTORED), default=0)


async def replay(book: Journal) -> Replayed:
    """Every line that the copy does not have, in order. The generation has been raised, every login has ended."""
    known = await _known([line["id"] for line in book.lines])
    lines = [line for line in book.lines if line["id"] not in known]
    told = Replayed(cut_off=book.cut_off)
    async with changes.together():
        for line in lines:
            if line["what"] in DO and await DO[line["what"]](line):
                told.done[line["what"]] += 1
    await journal.mark(lines)
    return told


async def _known(ids: list[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        rows = await db.rows(f"SELECT id FROM journalled WHERE id IN ({marks(some)})", some)
        found |= {row["id"] for row in rows}
    return found


async def _ended(line: Line) -> bool:
    """Only ever earlier than what the copy says: a line whose transaction failed must not make a role longer."""
    relation, end = ENDS[line["relation"]]
    row, at = await relation.get_or_none(id=line["row"]), datetime.fromisoformat(line["ends_at"])
    if row is None or (row.ends_at and row.ends_at <= at):
        return False
    await end(row.id, at)
    return True


async def _taken_back(line: Line) -> bool:
    """As the judge does it, whatever the author may do now: it was allowed then."""
    children = await Record.filter(parent=line["record"]).values_list("id", flat=True)
    found = await records([line["record"], *map(str, children)])
    record, own = found.get(line["record"]), self_of(line["author"])
    if record is None or record.author != line["author"] or record.scope == own:
        return False
    now = clock.now()
    gen = await generation()
    world = World(line["author"], frozenset(), GrantedRights(line["author"], {}), gen, now.isoformat(), found)
    _take_back(world, record, own)
    await note(world, now)
    await save(world, NO_DEVICE, now)
    return True


def _take_back(world: World, record: Current, own: str) -> None:
    mid = str(uuid7())
    world.touch(record)
    record.version, record.gen = record.version + 1, world.gen
    moves.go(world, record, own, mid)
    shown = dict(record.fields)
    world.revisions.append(Written(record.id, record.version, record.rev, own, mid, world.now, shown, OK))


async def _login_ended(line: Line) -> bool:
    """Why it ended decides what the phone purges; a login that began after the copy is known by its token alone."""
    about = {"ended_at": datetime.fromisoformat(line["at"]), "ended_why": line["why"]}
    if await Login.filter(id=line["login"]).update(**about):
        return True
    began = {"person": line["person"], "token_hash": line["token_hash"], "device": NO_DEVICE}
    await Login.create(id=line["login"], created_at=about["ended_at"], last_contact=about["ended_at"], **began, **about)
    return True


async def _erased(line: Line) -> bool:
    return await erase_record(line["record"], line["had"])


async def _person_erased(line: Line) -> bool:
    return await erase_person(UUID(line["person"]))


DO: dict[str, Callable[[Line], Awaitable[bool]]] = {
    journal.ENDED: _ended,
    journal.TAKEN_BACK: _taken_back,
    journal.LOGIN_ENDED: _login_ended,
    journal.ERASED: _erased,
    journal.PERSON_ERASED: _person_erased,
}
