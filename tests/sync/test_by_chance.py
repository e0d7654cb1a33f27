"""Devices of several people do whatever comes to mind, with answers that get lost; afterwards all is as it must be."""

from random import Random

import pytest

from tests.conftest import Clock
from tests.people import Cast
from tests.sync.chance import change_seats, holds_what_it_may, some_mutation
from tests.sync.conftest import DeviceOf
from tests.sync.dump import dump

STEPS = 60


@pytest.mark.row("F110")
@pytest.mark.parametrize("seed", range(4))
async def test_nothing_is_lost_or_doubled_and_devices_hold_what_they_may(
    cast: Cast, device_of: DeviceOf, clock: Clock, seed: int
) -> None:
    chance, typed = Random(seed), set[str]()
    people = [cast.sanne, cast.sanne, cast.bram, cast.bram, cast.cora, cast.joris]
    devices = [(person, await device_of(person)) for person in people]
    for step in range(STEPS):
        clock.forward(seconds=1)
        person, device = chance.choice(devices)
        if chance.random() < 0.05:
            await change_seats(cast)
        made = [
            some_mutation(chance, cast, person, device, f"word{step}-{n}.", typed) for n in range(chance.randint(0, 3))
        ]
        before = (dict(device.cursors), dict(device.records))
        first = await device.sync(*made, limit=chance.choice([1, 3, 1000]))
        if chance.random() < 0.3:  # the answer was lost on the way
            device.cursors, device.records = before
            again = await device.sync(*made, limit=chance.choice([1, 3, 1000]))
            assert again["results"] == first["results"]

    rows = str(await dump())
    assert {word for word in typed if word not in rows} == set()
    for person, device in devices:
        await device.full()
        await holds_what_it_may(person, device)
