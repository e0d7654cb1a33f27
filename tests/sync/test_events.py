"""Who is told that there is something to pull."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from server import db
from server.auth.models import Login
from server.people.models import Person
from server.permissions import changes
from server.records import poke
from server.sync.events import _stream
from server.web import Actor
from tests.cluster import Cluster
from tests.people import Cast
from tests.sync.device import Device, fits, mutation, over


async def actor(person: Person) -> Actor:
    login = await db.read(lambda: Login.filter(person=person.id).first())
    assert login
    return Actor(person.id, login.id)


async def opened(person: Person) -> AsyncIterator[bytes]:
    """A stream that has said that it is there."""
    stream = _stream(await actor(person))
    assert (await anext(stream)).startswith(b":")
    return stream


async def told(stream: AsyncIterator[bytes]) -> Any:
    async with asyncio.timeout(10):
        line = await anext(stream)
    return fits("poke", orjson.loads(line.removeprefix(b"data: ")))["scopes"]


async def silent(stream: AsyncIterator[bytes]) -> bool:
    waiting = asyncio.ensure_future(anext(stream))
    done, _ = await asyncio.wait([waiting], timeout=0.1)
    waiting.cancel()
    return not done


async def test_everyone_concerned_hears_of_it_and_nobody_else(
    cast: Cast, bram: Device, cora: Device, joris: Device
) -> None:
    streams = [await opened(person) for person in (cast.bram, cast.cora, cast.joris)]
    scope = f"coaching:{cast.coaching.id}"

    await bram.push(mutation("comment", {"about": str(cast.bram.id), "text": "hoi"}, scope=scope))

    assert [await told(stream) for stream in streams[:2]] == [[scope], [scope]]
    assert await silent(streams[2])


async def test_a_poke_names_only_what_one_may_read_at_that_moment(cast: Cast, sanne: Device, bram: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=f"self:{cast.sanne.id}")
    await sanne.push(goal)
    mine, coach = await opened(cast.sanne), await opened(cast.bram)

    shared = f"member:{cast.membership.id}:shared"
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=shared))

    assert await told(mine) == [shared, f"self:{cast.sanne.id}"]
    assert await told(coach) == [shared]


async def test_a_change_of_grants_pokes_with_nothing_named(cast: Cast, joris: Device) -> None:
    stream = await opened(cast.joris)

    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))

    assert await told(stream) == []
    assert f"agenda:{cast.community.id}" in await told(stream)


async def test_an_ended_login_ends_its_streams(cast: Cast, joris: Device, bram: Device) -> None:
    stream, other = await opened(cast.joris), await opened(cast.bram)

    login = (await actor(cast.joris)).login
    await db.write(lambda: poke.end_login(login))

    with pytest.raises(StopAsyncIteration):
        await anext(stream)
    assert await silent(other)


async def test_a_stream_says_that_it_is_still_there(cast: Cast, joris: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = await opened(cast.joris)
    monkeypatch.setattr("server.sync.events.STILL_HERE", 0.01)

    assert (await anext(stream)).startswith(b":")
    assert (await anext(stream)).startswith(b":")


@pytest.mark.postgres
async def test_a_stream_outlives_a_database_that_is_killed(cast: Cast, joris: Device, engine: Cluster) -> None:
    stream = await opened(cast.joris)

    await asyncio.to_thread(engine.stop, "immediate")
    await asyncio.to_thread(engine.go_on)

    assert await told(stream) == []
    await db.write(lambda: poke.poke_people([cast.joris.id]))
    assert await told(stream) == []


async def test_what_is_refused_pokes_nobody(cast: Cast, bram: Device, joris: Device) -> None:
    stream = await opened(cast.bram)

    await joris.push(mutation("comment", {"text": "nee"}, scope=f"coaching:{cast.coaching.id}"))

    assert await silent(stream)
