"""The fixed cast of every test.

Sanne, coachee in community 1 · Bram, coach of 1 · Senna, his senior coach · Cora, coordinator of the programme ·
Joris, coach of community 2 in the same programme (the outsider) · Lot, leercoach · Ada, administrator.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from server import db
from server.people.models import (
    Appointment,
    Coaching,
    CoachSeat,
    Community,
    Membership,
    Mentoring,
    Person,
    Programme,
)

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
    programme = await Programme.create(name="Students4Students")
    community, other = [
        await Community.create(programme=programme, name=f"Community {n}", kind="group") for n in (1, 2)
    ]
    coaching, other_coaching = await _coached(community, bram), await _coached(other, joris)
    await Mentoring.create(programme=programme, senior=senna, coach=bram, starts_at=SEPTEMBER)
    for person, role in ((senna, "senior"), (cora, "coordinator"), (lot, "tutor"), (ada, "admin")):
        await Appointment.create(programme=programme, person=person, role=role, starts_at=SEPTEMBER)
    membership = await Membership.create(person=sanne, community=community, starts_at=SEPTEMBER)
    return Cast(programme, community, other, membership, coaching, other_coaching, *people)


async def _person(name: str) -> Person:
    return await Person.create(name=name, email=f"{name.lower()}@school.nl", created_at=SEPTEMBER)


async def _coached(community: Community, coach: Person) -> Coaching:
    coaching = await Coaching.create(community=community, starts_at=SEPTEMBER)
    await CoachSeat.create(coaching=coaching, person=coach, starts_at=SEPTEMBER)
    return coaching
