"""Who is in the database that is measured, and signed in."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from bench.logboeken import uuid7
from server import clock, db
from server.auth.sessions import open_session
from server.people.models import Person
from server.permissions import changes
from server.records.state import Current
from server.records.store import write_records

BEGUN = datetime(2025, 9, 1, tzinfo=UTC)
AT_ONCE = 5_000
chance = random.Random(1)


@dataclass(frozen=True)
class SignedIn:
    person: str
    cookie: str


@dataclass(frozen=True)
class Group:
    """A community with its coach."""

    coach: SignedIn
    members: list[SignedIn]
    agenda: str


async def enter_coaches(number: int) -> list[SignedIn]:
    """Each of a community of their own."""
    return await db.write(lambda: _coaches(number))


async def enter_group(number: int) -> Group:
    """A community of so many coachees."""
    return await db.write(lambda: _group(number))


async def enter_coordinators(*sizes: tuple[int, int]) -> list[SignedIn]:
    """Each of a programme of so many communities, of so many members each."""
    return [await db.write(partial(_coordinator, communities, members)) for communities, members in sizes]


async def enter_records(scope: str, number: int) -> None:
    """Small ones that are there as if they had been pushed."""
    for first in range(0, number, AT_ONCE):
        some = range(first, min(first + AT_ONCE, number))
        await db.write(partial(_small, scope, some))


async def sign_in(person: Person) -> SignedIn:
    """Inside db.write()."""
    return SignedIn(str(person.id), await open_session(person.id, "bench"))


async def create(name: str) -> Person:
    return await Person.create(name=name, email=f"{name.lower()}@bench.nl", created_at=BEGUN)


async def _coaches(number: int) -> list[SignedIn]:
    async with changes.together():
        programme = await changes.start_programme("Students4Students")
        people = [await create(f"Bram{n}") for n in range(number)]
        for n, person in enumerate(people):
            community = await changes.found_community(programme.id, f"Community {n}")
            await changes.seat_coach(person.id, community.id, BEGUN)
    return [await sign_in(person) for person in people]


async def _group(number: int) -> Group:
    async with changes.together():
        programme = await changes.start_programme("Students4Students")
        community = await changes.found_community(programme.id, "Community")
        coach, members = await create("Bram"), [await create(f"Sanne{n}") for n in range(number)]
        await changes.seat_coach(coach.id, community.id, BEGUN)
        for person in members:
            await changes.enrol(person.id, community.id, BEGUN)
    return Group(await sign_in(coach), [await sign_in(person) for person in members], f"agenda:{community.id}")


async def _coordinator(communities: int, members: int) -> SignedIn:
    async with changes.together():
        programme, cora = await changes.start_programme("Students4Students"), await create(f"Cora{communities}")
        await changes.appoint(cora.id, programme.id, "coordinator", BEGUN)
        for n in range(communities):
            community = await changes.found_community(programme.id, f"Community {n}")
            coach = await create(f"Bram{communities}-{n}")
            await changes.seat_coach(coach.id, community.id, BEGUN)
            for m in range(members):
                person = await create(f"Sanne{communities}-{n}-{m}")
                await changes.enrol(person.id, community.id, BEGUN)
    return await sign_in(cora)


async def _small(scope: str, numbers: range) -> None:
    records = [Current(uuid7(chance), "session", scope, None, version=1, fields={"title": f"{n}"}) for n in numbers]
    await write_records([(record, None) for record in records], clock.now())
