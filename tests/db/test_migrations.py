"""Migrations: they make what the models say, whole or not at all, and lose nothing."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from tortoise.context import TortoiseContext
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor

from server import db
from server.db.setup import TORTOISE
from server.people.models import Membership, Person
from tests.people import NAMES, Cast


def tables(file: Path) -> set[str]:
    with sqlite3.connect(file) as connection:
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    return found


async def test_the_migrations_make_exactly_what_the_models_say() -> None:
    async with TortoiseContext() as context:
        await context.init(TORTOISE)
        assert context.apps is not None
        changes = await MigrationAutodetector(context.apps, TORTOISE["apps"]).changes()

    assert [change.name for change in changes] == [], "run: python -m tortoise makemigrations"


async def test_migrating_twice_changes_nothing_and_says_so(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path}/t.sqlite3"
    told: list[str] = []
    await db.migrate(url, told.append)
    first = list(told)
    await db.migrate(url, told.append)

    assert first == told != []
    assert await db.pending(url) == []


async def test_a_migration_that_fails_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "t.sqlite3"
    applied = MigrationExecutor.migrate

    async def fails_at_the_end(self: MigrationExecutor, *args: object, **kwargs: object) -> None:
        await applied(self, *args, **kwargs)  # type: ignore[arg-type]  # handed on as it came
        raise LookupError

    with monkeypatch.context() as patch:
        patch.setattr(MigrationExecutor, "migrate", fails_at_the_end)
        with pytest.raises(LookupError):
            await db.migrate(f"sqlite://{file}")
    left = tables(file)
    await db.migrate(f"sqlite://{file}")

    assert left == set()
    assert "person" in tables(file)


async def test_two_processes_that_migrate_at_once_do_it_once(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path}/t.sqlite3"
    told: list[str] = []

    await asyncio.gather(db.migrate(url, told.append), db.migrate(url, told.append))

    assert len(told) == len(set(told))


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
