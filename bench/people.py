"""Who is in the database that is measured, and signed in."""

from dataclasses import dataclass
from datetime import UTC, datetime

from server import db
from server.auth.sessions import open_session
from server.people.models import Person
from server.permissions import changes

BEGUN = datetime(2025, 9, 1, tzinfo=UTC)


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
