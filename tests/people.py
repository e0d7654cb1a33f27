"""The fixed cast of every test.

Sanne, coachee in community 1 · Bram, coach of 1 · Senna, his senior coach · Cora, coordinator of the programme ·
Joris, coach of community 2 in the same programme (the outsider) · Lot, leercoach · Ada, administrator.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from server import db
from server.people.models import Coaching, Community, Membership, Person, Programme
from server.permissions import changes

SEPTEMBER = datetime(2025, 9, 1, tzinfo=UTC)
NAMES = ("Sanne", "Bram", "Senna", "Cora", "Joris", "Lot", "Ada")


@dataclass(frozen=True)
class Cast:
    programme: Programme
    community: Community  # number 1: Sanne's and Bram's
    other_community: Community  # number 2: Joris'
    membership: Membership  # Sanne's, the M of her scopes
    coaching: Coaching  # Bram's, the G of his scope
    other_coaching: Coaching
    sanne: Person
    bram: Person
    senna: Person
    cora: Person
    joris: Person
    lot: Person
    ada: Person


async def enter_cast() -> Cast:
    return await db.write(_cast)


async def _cast() -> Cast:
    people = [await _person(name) for name in NAMES]
    sanne, bram, senna, cora, joris, lot, ada = people
    async with changes.together():
        programme = await changes.start_programme("Students4Students")
        community, other = [await changes.found_community(programme.id, f"Community {n}") for n in (1, 2)]
        seat = await changes.seat_coach(bram.id, community.id, SEPTEMBER)
        other_seat = await changes.seat_coach(joris.id, other.id, SEPTEMBER)
        await changes.mentor(senna.id, bram.id, programme.id, SEPTEMBER)
        for person, role in ((senna, "senior"), (cora, "coordinator"), (lot, "tutor"), (ada, "admin")):
            await changes.appoint(person.id, programme.id, role, SEPTEMBER)
        membership = await changes.enrol(sanne.id, community.id, SEPTEMBER)
    coaching, other_coaching = [await Coaching.get(id=one.coaching_id) for one in (seat, other_seat)]
    return Cast(programme, community, other, membership, coaching, other_coaching, *people)


async def _person(name: str) -> Person:
    return await Person.create(name=name, email=f"{name.lower()}@school.nl", created_at=SEPTEMBER)
