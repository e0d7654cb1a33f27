"""Erasing for good: no table keeps a word of it, its id stays as a mark, and whoever may have had it is told.

The mark lies in the own scope of each of them, which nobody ever loses: a cursor tells each device once, whenever it
comes. Nobody else hears the id.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.expressions import Q

from server import clock, journal
from server.auth.models import Code, Invitation
from server.files.clearing import forget_person, forget_records
from server.ids import uuid7
from server.people.models import Appointment, CoachSeat, Membership, Mentoring, Person
from server.permissions import changes
from server.permissions.opening import note
from server.permissions.rights import GrantedRights
from server.records import poke, turns
from server.records.counters import Placed, place
from server.records.generation import generation
from server.records.judge import NO_DIGEST
from server.records.load import records
from server.records.models import Applied, Erased, Held, Record, Revision, Sibling
from server.records.scopes import self_of
from server.records.state import OK, Written
from server.records.store import save
from server.records.world import World
from server.safekeeping.had import Asked, who_had

NOBODY = "\N{EM DASH}"  # where the name stood, in any language
NO_DEVICE = ""
ENDS: list[tuple[Any, Any, str]] = [
    (Membership, changes.end_membership, "person_id"),
    (CoachSeat, changes.end_seat, "person_id"),
    (Mentoring, changes.end_mentoring, "senior_id"),
    (Mentoring, changes.end_mentoring, "coach_id"),
    (Appointment, changes.end_appointment, "person_id"),
]


async def erase_record(id: str, also: Iterable[str] = (), asked: Asked | None = None) -> bool:
    """Inside db.write(). `also` had it too, as another copy of the database knew. Whether there was anything to do.

    What hangs on it of the same author goes along: nobody would find it any more.
    """
    await turns.alone()  # a push that is under way comes before, with its revision, or finds it erased
    if await Erased.exists(id=id):
        return False
    row = await Record.get_or_none(id=id)
    had = {*also, *await who_had(id, asked if asked is not None else {})}
    for child in await Record.filter(parent=id, author=row.author).order_by("id") if row else []:
        await erase_record(child.id, asked=asked)
    await _forget(id)
    await Erased.create(id=id, at=clock.now())
    await _tell(id, row, had)
    await journal.note([journal.line(journal.ERASED, f"erased/{id}", record=id, had=sorted(had))])
    return True


async def erase_person(id: UUID) -> bool:
    """Inside db.write(). What they wrote, what they were called, and what they were here. A row without a name stays.

    Their logins stay too: that is how their own devices hear of it.
    """
    await turns.alone()
    person = await Person.get_or_none(id=id)
    if person is None:
        return False
    asked: Asked = {}
    async with changes.together():
        for row in await Record.filter(author=str(id)).order_by("id"):
            await erase_record(row.id, asked=asked)
        await _forget_words(str(id))
        await forget_person(str(id))
        await _end_all(id)
        await changes.rename(person, NOBODY)
    await Code.filter(person=id).delete()
    if person.email:
        await Invitation.filter(mailbox=person.email).delete()
    await Person.filter(id=id).update(email=None)
    await Erased.get_or_create(id=str(id), defaults={"at": clock.now()})  # what a phone still sends is not stored
    await journal.note([journal.line(journal.PERSON_ERASED, f"person_erased/{id}", person=str(id))])
    return True


async def _forget(id: str) -> None:
    """Answers stay, for they hold no text. Digests go: short texts can be guessed from them."""
    for table in (Revision, Sibling, Held):
        await table.filter(record=id).delete()
    await Applied.filter(record=id).update(digest=NO_DIGEST)
    await forget_records([id])
    await Record.filter(id=id).delete()


async def _tell(id: str, row: Record | None, had: set[str]) -> None:
    rev = f"g{row.gen}.{row.version}" if row else ""
    marks = {self_of(person): Placed(self_of(person), id, "nil", rev) for person in had}
    if row and row.scope not in marks:
        marks[row.scope] = Placed(row.scope, id, "out", rev)
    scopes = await place(marks.values(), clock.now(), [id])
    await poke.poke(scopes)


async def _forget_words(person: str) -> None:
    """In what others wrote: versions that wait, drafts and the history. What such a record says now is the group's."""
    for sibling in await Sibling.filter(author=person).order_by("record"):
        await _without(sibling.record, person)
    await Revision.filter(author=person).update(set={}, device=NO_DEVICE)
    await Held.filter(person=person).delete()
    await Applied.filter(person=person).update(digest=NO_DIGEST)


async def _without(id: str, person: str) -> None:
    """The record without their versions, as a change that devices hear of."""
    now = clock.now()
    found = await records([id])
    record, gen = found[id], await generation()
    world = World(person, frozenset(), GrantedRights(person, {}), gen, now.isoformat(), found)
    world.touch(record)
    record.version, record.gen = record.version + 1, gen
    record.siblings = [sibling for sibling in record.siblings if sibling.author != person]
    line = Written(id, record.version, record.rev, record.scope, str(uuid7()), world.now, {}, OK)
    world.revisions.append(line)
    await note(world, now)
    await save(world, NO_DEVICE, now)


async def _end_all(person: UUID) -> None:
    now: datetime = clock.now()
    for relation, end, column in ENDS:
        for row in await relation.filter(Q(ends_at=None) | Q(ends_at__gt=now), **{column: person}):
            await end(row.id, now)
