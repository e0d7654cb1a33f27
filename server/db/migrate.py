"""Bring a database up to this version: every pending migration in one transaction, all or nothing."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget

from server.db.setup import refusals, tortoise_config
from server.db.sqlite import Database, Inside

APP = "maatje"


async def migrate(url: str, told: Callable[[str], None] = lambda name: None) -> None:
    """Apply what is pending, telling the name of each migration as it begins."""
    with refusals():
        async with migrator(url) as (executor, database):
            await executor.migrate([MigrationTarget(APP, "__latest__")], progress=_starts(told))
            broken = (await database.execute_query("PRAGMA foreign_key_check"))[1]
            if broken:
                raise RuntimeError(f"the migration leaves {len(broken)} rows pointing nowhere; nothing was changed")


async def pending(url: str) -> list[str]:
    """Names of the migrations that this database has not had."""
    with refusals():
        async with migrator(url) as (executor, _):
            return [step.migration.name for step in await executor.plan([MigrationTarget(APP, "__latest__")])]


@asynccontextmanager
async def migrator(url: str) -> AsyncIterator[tuple[MigrationExecutor, Inside]]:
    """Foreign keys are off, because SQLite alters a table by dropping it, and would empty its children."""
    config = tortoise_config(url)
    config["connections"]["default"]["credentials"]["foreign_keys"] = "OFF"
    async with TortoiseContext() as context:
        await context.init(config)
        database = context.connections.get("default")
        assert isinstance(database, Database)
        await database.open()
        async with database.writing() as inside:
            token = context.connections.set("default", inside)
            try:
                yield MigrationExecutor(inside, config["apps"]), inside
            finally:
                context.connections.reset(token)


def _starts(told: Callable[[str], None]) -> Callable[[str, str, str], None]:
    def progress(event: str, app: str, name: str) -> None:
        if event == "apply_start":
            told(name)

    return progress
