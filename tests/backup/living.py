"""An installation that people have lived in, and a look at every row of it."""

from random import Random
from typing import Any

from server import db
from server.people.models import Person
from server.safekeeping.tables import packed, tables
from tests.conftest import Clock
from tests.people import Cast
from tests.sync.chance import change_seats, some_mutation
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, mutation, over

OTHERWISE = ("login", "generation", "journalled")  # what a restore changes


async def live(cast: Cast, device_of: DeviceOf, clock: Clock, seed: int, steps: int = 40) -> dict[str, Device]:
    """Two devices of Sanne and one each of Bram, Cora and Joris, after some weeks."""
    chance, people = Random(seed), [cast.sanne, cast.bram, cast.cora, cast.joris]
    devices = {person.name: await device_of(person) for person in people}
    devices["Sanne again"] = await device_of(cast.sanne)
    for step in range(steps):
        clock.forward(hours=7)
        name = chance.choice(sorted(devices))
        person: Person = getattr(cast, name.split()[0].lower())
        if chance.random() < 0.05:
            await change_seats(cast)
        made = [some_mutation(chance, cast, person, devices[name], f"woord{step}-{n}.", set()) for n in range(3)]
        await devices[name].sync(*made)
    await _disagree(cast, devices["Sanne"], devices["Sanne again"])
    return devices


async def _disagree(cast: Cast, one: Device, other: Device) -> None:
    """In any case there is a version that waits for a choice."""
    goal = mutation("goal", {"text": "een doel"}, scope=f"self:{cast.sanne.id}")
    await one.push(goal)
    await other.full()
    first, second = [over(device.records[goal["id"]], {"text": f"op {n}"}) for n, device in enumerate([one, other])]
    (_,), (waits,) = await one.push(first), await other.push(second)
    assert waits["status"] == "conflict"


async def everything() -> dict[str, list[Any]]:
    """Table → its rows, as a backup has them."""

    async def work() -> dict[str, list[Any]]:
        return {table.name: [packed(table, row) for row in await _rows(table.name)] for table in tables()}

    return await db.read(work)


async def the_same() -> dict[str, list[Any]]:
    """Without what a restore changes, and in an order that does not depend on the file."""
    return {name: sorted(rows, key=str) for name, rows in (await everything()).items() if name not in OTHERWISE}


async def reopened(address: str) -> None:
    await db.close_database()
    await db.open_database(address)


async def _rows(table: str) -> list[dict[str, Any]]:
    return await db.rows(f'SELECT * FROM "{table}"')
