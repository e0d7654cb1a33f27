"""Migrations: they make what the models say, whole or not at all, and lose nothing."""

import asyncio

import pytest
from tortoise.context import TortoiseContext
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor

from server import db
from server.db.setup import TORTOISE
from server.people.models import Membership, Person
from tests.people import NAMES, Cast


async def test_the_migrations_make_exactly_what_the_models_say() -> None:
    async with TortoiseContext() as context:
        await context.init(TORTOISE)
        assert context.apps is not None
        changes = await MigrationAutodetector(context.apps, TORTOISE["apps"]).changes()

    assert [change.name for change in changes] == [], "run: python -m tortoise makemigrations"


async def test_migrating_twice_changes_nothing_and_says_so(empty: str) -> None:
    told: list[str] = []
    await db.migrate(empty, told.append)
    first = list(told)
    await db.migrate(empty, told.append)

    assert first == told != []
    assert await db.pending(empty) == []


async def test_a_migration_that_fails_halfway_leaves_nothing(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    applied = MigrationExecutor.migrate

    async def fails_at_the_end(self: MigrationExecutor, *args: object, **kwargs: object) -> None:
        await applied(self, *args, **kwargs)  # type: ignore[arg-type]  # handed on as it came
        raise LookupError

    with monkeypatch.context() as patch:
        patch.setattr(MigrationExecutor, "migrate", fails_at_the_end)
        with pytest.raises(LookupError):
            await db.migrate(empty)
    left = await db.pending(empty)
    await db.migrate(empty)  # a table that was there would be in its way

    assert left[0] == "0001_initial"
    assert await db.pending(empty) == []


async def test_hosts_that_migrate_at_once_do_it_once(empty: str) -> None:
    told: list[str] = []

    await asyncio.gather(*(db.migrate(empty, told.append) for _ in range(3)))

    assert len(told) == len(set(told)) > 0


async def test_an_address_of_another_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="DATABASE_URL must look like"):
        await db.open_database("mysql://localhost/maatje")


@pytest.mark.sqlite
async def test_a_migration_that_leaves_rows_pointing_nowhere_is_undone(
    cast: Cast, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Foreign keys are off meanwhile, so that rebuilding a table empties no other; they are checked at the end."""
    await db.close_database()

    async def drops_the_people(self: MigrationExecutor, *args: object, **kwargs: object) -> None:
        await self.connection.execute_query("DELETE FROM person")

    monkeypatch.setattr(MigrationExecutor, "migrate", drops_the_people)
    with pytest.raises(RuntimeError, match="pointing nowhere"):
        await db.migrate(database)
    await db.open_database(database)

    assert await db.read(lambda: Person.all().count()) == len(NAMES)
    assert await db.read(lambda: Membership.all().count()) == 1
