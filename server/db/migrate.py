"""Bring a database up to this version: every pending migration in one transaction, all or nothing."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget

from server.db.engine import Engine, Inside
from server.db.refusals import refusals
from server.db.setup import tortoise_config

APP = "maatje"


async def migrate(url: str, told: Callable[[str], None] = lambda name: None) -> None:
    """Apply what is pending, telling the name of each migration as it begins."""
    with refusals():
        async with migrator(url) as (executor, _):
            await executor.migrate([MigrationTarget(APP, "__latest__")], progress=_starts(told))


async def pending(url: str) -> list[str]:
    """Names of the migrations that this database has not had."""
    names: list[str] = []
    with refusals(), suppress(_OnlyLooked):
        async with migrator(url) as (executor, _):
            names += [step.migration.name for step in await executor.plan([MigrationTarget(APP, "__latest__")])]
            raise _OnlyLooked
    return names


class _OnlyLooked(Exception):
    """Leaves the transaction so that it is undone."""


async def remember(executor: MigrationExecutor) -> None:
    """Make the table of what was applied. Without it one would learn by failing, and PostgreSQL remembers failures."""
    await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))


@asynccontextmanager
async def migrator(url: str) -> AsyncIterator[tuple[MigrationExecutor, Inside]]:
    config = tortoise_config(url)
    async with TortoiseContext() as context:
        await context.init(config)
        (name,) = config["connections"]
        database = context.connections.get(name)
        assert isinstance(database, Engine)
        async with database.migrating() as inside:
            assert isinstance(inside, BaseDBAsyncClient)
            token = context.connections.set(name, inside)
            try:
                executor = MigrationExecutor(inside, config["apps"])
                await remember(executor)
                yield executor, inside
            finally:
                context.connections.reset(token)


def _starts(told: Callable[[str], None]) -> Callable[[str, str, str], None]:
    def progress(event: str, app: str, name: str) -> None:
        if event == "apply_start":
            told(name)

    return progress
