"""What is done to a database as a whole: rebuilt in one transaction, cleared of traces, asked who else has it open."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationTarget

from server import db
from server.db.engine import Engine
from server.db.migrate import APP, migrator, remember
from server.db.refusals import refusals
from server.db.setup import tortoise_config

T = TypeVar("T")
Step = Callable[[], Awaitable[T]]
FIRST = "0001_initial"


async def rebuild(url: str, had: Sequence[str], fill: Step[None], finish: Step[T]) -> T:
    """All there is goes; these migrations, fill(), the other migrations, finish(): all of it happens, or nothing."""
    with refusals():
        async with migrator(url) as (executor, inside):
            await inside.drop_tables()
            await remember(executor)
            await executor.migrate([MigrationTarget(APP, name) for name in had])
            async with db.within(inside):
                await fill()
            await executor.migrate([MigrationTarget(APP, "__latest__")])
            async with db.within(inside):
                return await finish()


async def unknown(url: str, names: Sequence[str]) -> list[str]:
    """Those of these migrations that this version does not have: they are of a newer one."""
    async with migrator(url) as (executor, _):
        await executor.loader.build_graph()
        return sorted(set(names) - {key.name for key in executor.loader.graph.nodes})


async def is_new(url: str) -> bool:
    """Whether it has had no migration at all."""
    return FIRST in await db.pending(url)


async def has_company(url: str) -> bool:
    """Whether somebody has it open: a server, or another command. This process must not."""
    async with TortoiseContext() as context:
        config = tortoise_config(url)
        await context.init(config)
        database = context.connections.get(*config["connections"])
        assert isinstance(database, Engine)
        return await database.has_company()


async def applied() -> list[str]:
    """The migrations that the open database has had. Inside read() or write()."""
    rows = await db.rows("SELECT name FROM tortoise_migrations WHERE app = ? ORDER BY id", [APP])
    return [row["name"] for row in rows]
