"""A backup that an older Maatje made is brought up to date when it is put back, whichever migration it stood at."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from tortoise.migrations.executor import MigrationTarget

from server import db
from server.db.migrate import APP, migrator
from server.records.marks import marks_of
from server.records.tables import text_of
from server.safekeeping import backup, restore
from server.safekeeping.archive import Manifest, Reader, new_archive, opened
from server.safekeeping.look import look
from tests.backup.living import live
from tests.conftest import Clock
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, mutation

EARLIER = sorted(file.stem for file in Path(db.__file__).parents[1].glob("migrations/0*.py"))[:-1]
Columns = dict[str, list[str]]  # of each table


async def made_at(level: str, now: Path, older: Path, place: Path) -> None:
    """The backup as the Maatje of that migration would have made it: without what came later."""
    columns = await _columns_at(level, f"sqlite://{place / 'older.sqlite3'}")
    with opened(now) as reader, new_archive(older) as archive:
        there = [_as_then(table, columns) for table in reader.manifest["tables"] if table["name"] in columns]
        for table in there:
            with archive.part(f"tables/{table['name']}.jsonl") as part:
                part.write(b"".join(orjson.dumps(row) + b"\n" for row in _rows(reader, table, level)))
        archive.seal(reader.manifest | {"tables": there, "migrations": EARLIER[: EARLIER.index(level) + 1]})


async def _columns_at(level: str, url: str) -> Columns:
    async with migrator(url) as (executor, inside):
        await executor.migrate([MigrationTarget(APP, level)])
        tables = await inside.rows("SELECT name FROM sqlite_master WHERE type = 'table'", [])
        found = {t["name"]: await inside.rows(f'PRAGMA table_info("{t["name"]}")', []) for t in tables}
    return {name: [column["name"] for column in columns] for name, columns in found.items()}


def _as_then(table: Manifest, columns: Columns) -> Manifest:
    kept = {name: kind for name, kind in table["columns"].items() if name in columns[table["name"]]}
    return table | {"columns": kept}


def _rows(reader: Reader, table: Manifest, level: str) -> list[list[Any]]:
    now = next(list(one["columns"]) for one in reader.manifest["tables"] if one["name"] == table["name"])
    rows = reader.lines(f"tables/{table['name']}.jsonl")
    return [[_value_then(name, row[now.index(name)], level) for name in table["columns"]] for row in rows]


def _value_then(column: str, value: Any, level: str) -> Any:
    """Where a migration wrote something another way, as it was before."""
    if column == "field_rev" and level < "0007_marks":
        return text_of(marks_of(value))
    return value


@pytest.mark.row("F123")
@pytest.mark.parametrize("level", EARLIER)
async def test_an_older_backup_comes_back_whole_and_up_to_date(
    level: str, cast: Cast, device_of: DeviceOf, database: str, clock: Clock, tmp_path: Path, place: Path
) -> None:
    devices = await live(cast, device_of, clock, seed=5, steps=12)
    before = await device_of(cast.sanne)
    await before.full()
    await backup(tmp_path / "now.zip")
    await made_at(level, tmp_path / "now.zip", tmp_path / "older.zip", place)
    await db.close_database()
    restored = await restore(tmp_path / "older.zip", database)
    pending = await db.pending(database)
    await db.open_database(database)
    after: Device = await device_of(cast.sanne)
    await after.full()
    goal = mutation("goal", {"text": "erna"}, scope=f"self:{cast.sanne.id}")

    assert (pending, restored.generation) == ([], 2)
    assert [wrong for _, wrong in await db.read(look) if wrong] == []
    assert devices and after.records == before.records != {}
    assert [one["status"] for one in await after.push(goal)] == ["ok"]
