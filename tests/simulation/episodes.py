"""What only comes together if somebody makes it: short stories, each step sent at once, that begin anywhere."""

from collections.abc import Callable

from tests.simulation import acts
from tests.simulation.world import World

NEWEST, NEAR = 0, 2  # the newest that fits, and the place that is one's own


def handed_in_again(world: World, who: int) -> None:
    """A logboek comes back, loses a word, and is handed in a second time: that word is nobody's any more."""
    _new(world, 2, "logboek")
    for act in ("move", "edit", "move", "strike", "move"):
        _done(world, 2, act)


def shared_with_its_steps(world: World, who: int) -> None:
    """And taken back with them."""
    _new(world, 0, "goal")
    _new(world, 0, "step")
    for _ in range(2):
        acts.move_one(world, world.devices[0], "goal", NEAR)
        world.sync(world.devices[0])


def cleared_away(world: World, who: int) -> None:
    """While another device of the same person is away."""
    for act in ("begin", "move", "delete"):
        _done(world, who, act)
    world.purge()


def restored(world: World, who: int) -> None:
    """What was sent since the copy was made comes again."""
    world.back_up()
    for act in ("begin", "edit", "move"):
        _done(world, who, act)
    world.restore()


EPISODES: dict[str, Callable[[World, int], None]] = {
    "cleared away": cleared_away,
    "handed in again": handed_in_again,
    "restored": restored,
    "shared with its steps": shared_with_its_steps,
}


def _new(world: World, who: int, kind: str) -> None:
    acts.write(world, world.devices[who], kind, NEWEST)
    world.sync(world.devices[who])


def _done(world: World, who: int, act: str) -> None:
    acts.ACTS[act](world, world.devices[who], NEWEST, NEAR)
    world.sync(world.devices[who])
