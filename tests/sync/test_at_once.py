"""Many at once, as on PostgreSQL it can be: nothing acknowledged is lost, and nobody sees half of what others do."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import asyncpg
import pytest

from server import clock, db
from server.people.models import CoachSeat, Person
from server.permissions import changes
from server.permissions.grants import grants
from server.records.purge import KEPT, purge
from tests.cluster import Cluster
from tests.people import SEPTEMBER, Cast
from tests.sync.chance import holds_what_it_may
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, Json, mutation, over
from tests.sync.dump import dump
from tests.sync.places import coaching, own, shared

HeldUp = Callable[..., Awaitable[None]]
COACHES = 8
ROUNDS = 6


@pytest.fixture
def held_up(engine: Cluster, database: str) -> HeldUp:
    """`await held_up(id, first, second)`: somebody holds the record, both begin and wait in turn, and it is let go."""
    waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"

    async def held_up(id: str, *works: Callable[[], Awaitable[object]]) -> None:
        other = await asyncpg.connect(database)
        begun: list[asyncio.Future[object]] = []
        await other.execute(f"BEGIN; SELECT * FROM record WHERE id = '{id}' FOR UPDATE")
        for number, work in enumerate(works, 1):
            begun.append(asyncio.ensure_future(work()))
            for _ in range(100):
                if len(await other.fetch(waiting)) >= number:
                    break
                await asyncio.sleep(0.02)
        await other.close()
        await asyncio.gather(*begun)

    return held_up


async def coaches(cast: Cast, device_of: DeviceOf) -> list[Device]:
    """Eight who coach the same community, each with a phone."""

    async def work() -> list[Person]:
        people = [cast.bram]
        async with changes.together():
            for number in range(1, COACHES):
                person = await Person.create(name=f"Coach {number}", created_at=SEPTEMBER)
                await changes.seat_coach(person.id, cast.community.id, SEPTEMBER)
                people.append(person)
        return people

    phones = [await device_of(person) for person in await db.write(work)]
    await asyncio.gather(*(phone.full() for phone in phones))
    return phones


@pytest.mark.row("F80")
async def test_eight_who_write_the_same_records_in_opposite_orders_lose_nothing(
    cast: Cast, device_of: DeviceOf, engine: Cluster | None
) -> None:
    phones = await coaches(cast, device_of)
    sessions = [mutation("session", {"title": f"{n}"}, scope=f"agenda:{cast.community.id}") for n in range(6)]
    await phones[0].push(*sessions)
    await asyncio.gather(*(phone.full() for phone in phones))
    words: list[str] = []

    def batch(phone: Device, number: int, time: int) -> list[Json]:
        ours = [phone.records[session["id"]] for session in sessions]
        made = []
        for record in ours if number % 2 else reversed(ours):
            words.append(f"word{number}-{time}-{len(words)}.")
            made.append(over(record, {"title": words[-1]}))
        words.append(f"word{number}-{time}-{len(words)}.")
        return [*made, mutation("comment", {"text": words[-1]}, scope=coaching(cast))]

    async def client(phone: Device, number: int) -> list[Json]:
        return [result for time in range(ROUNDS) for result in await phone.push(*batch(phone, number, time))]

    results = await asyncio.gather(*(client(phone, number) for number, phone in enumerate(phones)))

    statuses = {result["status"] for some in results for result in some}
    kept = str(await dump())
    assert statuses <= {"ok", "merged", "conflict"}
    assert {word for word in words if word not in kept} == set()
    for phone in phones:
        await phone.full()
    await holds_what_it_may(cast.bram, phones[0])
    if engine:
        [row] = await engine.tell("SELECT sum(deadlocks) AS n FROM pg_stat_database WHERE datname LIKE 'test_%'")
        assert row["n"] == 0


async def test_what_two_begin_at_once_under_one_id_is_one_record_with_the_words_of_both(
    cast: Cast, device_of: DeviceOf
) -> None:
    phones = await coaches(cast, device_of)
    kept_apart = 0
    for number in range(5):
        shape = mutation("session", {}, scope=f"agenda:{cast.community.id}")
        made = [shape | {"mid": f"{number}-{n}", "set": {"title": f"word{number}-{n}."}} for n in range(len(phones))]

        results = await asyncio.gather(*(phone.push(one) for phone, one in zip(phones, made, strict=True)))

        assert sorted(result["status"] for [result] in results) == ["conflict"] * (len(phones) - 1) + ["ok"]
        rows = await dump()
        assert len([row for row in rows["record"] if row["id"] == shape["id"]]) == 1
        kept_apart += len([row for row in rows["sibling"] if row["record"] == shape["id"]])
    assert kept_apart == 5 * (len(phones) - 1)


async def test_one_person_hands_the_same_in_from_two_places_and_it_counts_once(cast: Cast, device_of: DeviceOf) -> None:
    one, other = await device_of(cast.sanne), await device_of(cast.sanne)
    goals = [mutation("goal", {"text": f"doel {n}"}, scope=own(cast.sanne)) for n in range(10)]

    first, second = await asyncio.gather(one.push(*goals), other.push(*reversed(goals)))

    assert first == list(reversed(second))
    assert len((await dump())["revision"]) == 10


@pytest.mark.postgres
async def test_a_step_that_is_hung_on_a_goal_while_it_is_shared_lies_beside_it(
    cast: Cast, device_of: DeviceOf, held_up: HeldUp
) -> None:
    one, other = await device_of(cast.sanne), await device_of(cast.sanne)
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await one.push(goal)
    step = mutation("step", {"goal": goal["id"], "text": "stap"})
    move = over(one.records[goal["id"]], {}, scope=shared(cast))

    await held_up(goal["id"], lambda: other.push(step), lambda: one.push(move))

    found = {row["id"]: row["scope"] for row in (await dump())["record"] if row["id"] in (goal["id"], step["id"])}
    assert found == {goal["id"]: shared(cast), step["id"]: shared(cast)}


async def test_two_who_come_at_once_are_both_in_the_directory(cast: Cast, cora: Device) -> None:
    people = await db.write(lambda: _people(8))

    await asyncio.gather(*(db.write(partial(changes.enrol, person.id, cast.community.id)) for person in people))

    await cora.full()
    agenda = [one for one in cora.all("person") if one["scope"] == f"agenda:{cast.community.id}"]
    assert {person.name for person in people} <= {one["fields"]["name"] for one in agenda}
    await holds_what_it_may(cast.cora, cora)


@pytest.mark.postgres
async def test_coaches_who_begin_at_once_are_in_one_coaching(cast: Cast) -> None:
    community = await db.write(lambda: changes.found_community(cast.programme.id, "Nieuw"))
    people, met = await db.write(lambda: _people(4)), asyncio.Barrier(4)

    async def begins(person: Person) -> None:
        await db.rows("SELECT 1")
        await met.wait()  # all are in their transactions
        await changes.seat_coach(person.id, community.id)

    await asyncio.gather(*(db.write(partial(begins, person)) for person in people))

    seats = await db.read(lambda: CoachSeat.filter(coaching__community_id=community.id))
    assert len({seat.coaching_id for seat in seats}) == 1


@pytest.mark.postgres
async def test_a_role_does_not_end_in_the_middle_of_a_push(cast: Cast, bram: Device, held_up: HeldUp) -> None:
    comment = mutation("comment", {"text": "een"}, scope=coaching(cast))
    await bram.push(comment)
    seat = await db.read(lambda: CoachSeat.get(person_id=cast.bram.id))
    told: list[str] = []

    async def pushed() -> None:
        [result] = await bram.push(over(bram.records[comment["id"]], {"text": "twee"}))
        told.append(result["status"])

    async def ended() -> None:
        await db.write(lambda: changes.end_seat(seat.id))
        told.append("ended")

    await held_up(comment["id"], pushed, ended)

    assert told == ["ok", "ended"]
    assert coaching(cast) not in await db.read(lambda: grants(cast.bram.id, clock.now()))


@pytest.mark.postgres
async def test_what_somebody_revives_is_not_cleared_away(cast: Cast, sanne: Device, held_up: HeldUp) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    await sanne.push(over(sanne.records[goal["id"]], {"deleted": True}))
    revived = over(sanne.records[goal["id"]], {"text": "twee"})

    await held_up(goal["id"], lambda: sanne.push(revived), lambda: db.write(lambda: purge(clock.now() + KEPT)))

    [row] = [row for row in (await dump())["record"] if row["id"] == goal["id"]]
    assert "twee" in row["data"]
    await sanne.full()
    await holds_what_it_may(cast.sanne, sanne)


async def _people(number: int) -> list[Person]:
    return [await Person.create(name=f"Nieuw {n}", created_at=SEPTEMBER) for n in range(number)]
