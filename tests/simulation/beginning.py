"""Where each run begins: a place where people have already written, shared and answered."""

from contextlib import closing
from functools import cache

from tests.simulation import acts
from tests.simulation.world import Kept, World

STORY = (  # device, kind: in this order, each sent at once
    (0, "goal"),
    (0, "step"),
    (0, "goal"),
    (2, "logboek"),
    (2, "logboek"),
    (2, "reflection"),
    (5, "session"),
    (2, "attendance"),
    (6, "logboek"),
)
SHARED = (0, 2, 2, 6)  # devices whose owner shares the newest that can be


def lived_in() -> World:
    return World(_story())


@cache
def _story() -> Kept:
    with closing(World()) as world:
        world.calm()
        for device, kind in STORY:
            acts.write(world, world.devices[device], kind, 0)
            world.sync(world.devices[device])
        for device in SHARED:
            acts.move(world, world.devices[device], 0, 2)
            world.sync(world.devices[device])
        world.calm()
        for device, kind in ((4, "comment"), (5, "receipt"), (4, "review")):
            acts.write(world, world.devices[device], kind, 0)
        world.calm()
        return world.keep()
