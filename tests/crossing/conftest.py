"""The simulator, built once; and a whole run from its seed."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from server import clock, ids
from tests.cluster import Cluster
from tests.crossing import files, invariants, pages
from tests.crossing.fates import step
from tests.crossing.node import Node, started
from tests.crossing.server import Server
from tests.crossing.world import World

Run = Callable[..., Awaitable[World]]
Begun = Callable[..., Awaitable[World]]


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    with started() as node:
        yield node


@pytest.fixture
async def begun(
    node: Node, engine: Cluster | None, template: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Begun]:
    """`await begun(seed)`: a world in which everybody is signed in and has read everything."""
    monkeypatch.setattr("server.files.sending.PIECE", files.PIECE)
    async with AsyncExitStack() as afterwards:

        async def a_world(seed: int, steps: int = 0, bug: str = "") -> World:
            await afterwards.aclose()  # the world before this one
            folder = Path(afterwards.enter_context(tempfile.TemporaryDirectory(dir=shelf)))
            if engine:
                address = engine.url(name := await engine.copy_of("template"))
                afterwards.push_async_callback(engine.drop, name)
            else:
                address = f"sqlite://{shutil.copy(template, folder / 'maatje.sqlite3')}"
            server = Server(address, folder / "data", seed)
            await server.start()
            afterwards.push_async_callback(server.stop)
            world = World(node, server, seed, steps, bug)
            await world.begin()
            return world

        yield a_world
    clock.set_source(None)
    ids.set_source(None)


@pytest.fixture
async def run(begun: Begun) -> Run:
    """`await run(seed)`: so many steps, and then the rest. Raises at the first promise that is broken."""

    async def a_run(seed: int, steps: int = 250, bug: str = "") -> World:
        world = await begun(seed, steps, bug)
        try:
            for number in range(steps):
                await step(world)
                if number % 10 == 9:
                    invariants.kept(world)
                    pages.agree(world)
                    files.kept(world)
            await world.calm()
            await invariants.erased(world)
        except AssertionError as broken:
            broken.add_note(world.story())
            raise
        return world

    return a_run
