"""The people of the demo and what they are to each other, made by the same verbs as everywhere. Inside db.write()."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from server import clock
from server.demo import names
from server.demo.groups import Group, Member
from server.demo.names import Name
from server.demo.year import Year
from server.people.models import Membership, Person, Programme
from server.permissions import changes
from server.permissions.roles import COORDINATOR, SENIOR

PAIRS = 3
COURSES = (
    ("SW", "Social Work"),
    ("PE", "Pedagogiek"),
    ("HR", "Human Resource Management"),
    ("BK", "Bedrijfskunde"),
    ("VP", "Verpleegkunde"),
    ("IT", "HBO-ICT"),
    ("RE", "Rechten"),
    ("FT", "Finance & Tax"),
    ("CM", "Communicatie"),
    ("LO", "Sportkunde"),
)
TOGETHER = 8  # groups of one course and intake
GUIDED = 4  # coaches of one senior


@dataclass
class Cast:
    """Makes people one after another, so that the ids of the first come first."""

    others: Iterator[Name]
    born: datetime

    async def enter(self, name: Name) -> Person:
        self.born += timedelta(milliseconds=1)
        clock.set_source(lambda: self.born)
        return await Person.create(name=name.full, email=name.email, created_at=self.born)

    async def other(self) -> Person:
        return await self.enter(next(self.others))


async def populate(year: Year, communities: int) -> list[Group]:
    """Both programmes, as they began in September."""
    morning = datetime(year.began.year, year.began.month, year.began.day, 6, tzinfo=UTC)
    cast = Cast(names.everyone_else(random.Random("names")), morning)
    named = [names.BRAM, names.SANNE, names.CORA, names.SENNA, names.JORIS, names.LOT, names.ADA, names.HANNA]
    bram, sanne, cora, senna, joris, lot, ada, hanna = [await cast.enter(name) for name in named]
    async with changes.together():
        programme = await changes.start_programme("Students4Students")
        for person, role in ((cora, COORDINATOR), (lot, "tutor"), (ada, "admin")):
            await changes.appoint(person.id, programme.id, role)
        seniors = [senna, *[await cast.other() for _ in range((communities - 1) // GUIDED)]]
        coaches = [bram, joris, *[await cast.other() for _ in range(communities - 2)]]
        for senior in seniors:
            await changes.appoint(senior.id, programme.id, SENIOR)
        groups = []
        for number, coach in enumerate(coaches):
            members = await _members(cast, number, sanne)
            senior = _senior_of(seniors, number)
            groups.append(await _group(programme, number, year, coach, senior, cora, members))
    async with changes.together():
        return [*groups, *await _pairs(cast, hanna, coaches)]


async def _members(cast: Cast, number: int, sanne: Person) -> list[Person]:
    """Eight a group on average: Bram's nine are the eight of the pictures and Sanne, Joris has seven."""
    if number == 0:
        return [sanne if name is names.SANNE else await cast.enter(name) for name in names.GROUP_OF_BRAM]
    return [await cast.other() for _ in range(7 if number == 1 else 8)]


def _senior_of(seniors: list[Person], number: int) -> Person:
    """Neighbours have different ones, where there are several: Joris is not Senna's."""
    return seniors[number % len(seniors)]


async def _group(
    programme: Programme,
    number: int,
    year: Year,
    coach: Person,
    senior: Person,
    coordinator: Person,
    members: list[Person],
) -> Group:
    letters, course = COURSES[number // TOGETHER % len(COURSES)]
    stage = number // TOGETHER // len(COURSES) + 1
    name = f"{letters}{stage}{chr(ord('A') + number % TOGETHER)}"
    community = await changes.found_community(programme.id, name, "group", course, f"september {year.began.year}")
    return await _staffed(number, programme.id, community.id, "group", coach, senior, coordinator, members)


async def _pairs(cast: Cast, hanna: Person, coaches: list[Person]) -> list[Group]:
    """Two hats: who coaches the third group guides the coaches here, and who coaches the last is coached here."""
    programme = await changes.start_programme("Peer2Peer Student Support", hue=265)
    await changes.appoint(hanna.id, programme.id, COORDINATOR)
    senior = coaches[2] if len(coaches) > 2 else await cast.other()
    await changes.appoint(senior.id, programme.id, SENIOR)
    groups = []
    for number in range(PAIRS):
        coachee = coaches[3] if number == 1 and len(coaches) > 3 else await cast.other()
        community = await changes.found_community(programme.id, f"Duo {number + 1}", "pair")
        coach = await cast.other()
        groups.append(await _staffed(number, programme.id, community.id, "pair", coach, senior, hanna, [coachee]))
    return groups


async def _staffed(
    number: int,
    programme: UUID,
    community: UUID,
    kind: str,
    coach: Person,
    senior: Person,
    coordinator: Person,
    members: list[Person],
) -> Group:
    seat = await changes.seat_coach(coach.id, community)
    await changes.mentor(senior.id, coach.id, programme)
    enrolled = [_member(person, await changes.enrol(person.id, community)) for person in members]
    return Group(number, kind, community, seat.coaching_id, coach.id, senior.id, coordinator.id, tuple(enrolled))


def _member(person: Person, membership: Membership) -> Member:
    return Member(person.id, membership.id, person.name)
