"""Every migration over a database with rows in every table, on both engines: not one row is lost or altered.

The rows are made from what the tables are at that moment, so a new migration needs nothing here.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tortoise.migrations.executor import MigrationTarget

from server import db
from server.db.engine import Inside
from server.db.migrate import APP, migrator

Rows = dict[str, list[dict[str, Any]]]
AT = datetime(2026, 3, 2, 17, 22, 12, tzinfo=UTC)
EACH = 2
SQLITE_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
SQLITE_COLUMNS = """SELECT c.name, c.type, c.pk AND c.type = 'INTEGER' AS given, f."table" AS points_at
    FROM pragma_table_info(?) c LEFT JOIN pragma_foreign_key_list(?) f ON f."from" = c.name"""
POSTGRES_TABLES = "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
POSTGRES_COLUMNS = """SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval%', FALSE) AS given, k.confrelid::regclass::text AS points_at
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'f' AND a.attnum = ANY (k.conkey)
    WHERE a.attrelid = ?::text::regclass AND a.attnum > 0 AND NOT a.attisdropped"""


@dataclass
class Catalogue:
    """What tables there are now, and what a row of each needs."""

    inside: Inside
    postgres: bool

    async def tables(self) -> list[str]:
        found = await self.inside.rows(POSTGRES_TABLES if self.postgres else SQLITE_TABLES, [])
        return sorted({row["name"] for row in found} - {"tortoise_migrations"})

    async def columns(self, table: str) -> list[dict[str, Any]]:
        sql, names = (POSTGRES_COLUMNS, [table]) if self.postgres else (SQLITE_COLUMNS, [table, table])
        return await self.inside.rows(sql, names)

    async def rows(self) -> Rows:
        return {table: await self.inside.rows(f'SELECT * FROM "{table}"', []) for table in await self.tables()}

    async def fill(self, table: str) -> None:
        """Rows in this table and in those it points at, where there are none."""
        if await self.inside.rows(f'SELECT 1 FROM "{table}"', []):
            return
        columns = [column for column in await self.columns(table) if not column["given"]]
        for column in columns:
            if column["points_at"]:
                await self.fill(column["points_at"])
        names = ", ".join(f'"{column["name"]}"' for column in columns)
        sql = f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'
        await self.inside.execute_many(sql, [[value(column, n) for column in columns] for n in range(EACH)])


def value(column: dict[str, Any], number: int) -> object:
    """Something that fits; the same in a key and in what points at it."""
    kind, _, length = column["type"].lower().partition("(")
    if kind in ("uuid", "char") or (kind, column["name"]) == ("varchar", "id"):
        return str(UUID(int=number + 1))
    if "char" in kind.partition(" ")[0]:
        return f"{number}{column['name']}"[: int(length.rstrip(")"))]
    known: dict[str, object] = {"bool": True, "json": '{"a":"\\u0000"}', "text": '{"a":"\\u0000"}', "blob": b"x"}
    known |= {"timestamp": AT, "int": number, "bytea": b"x"}
    return next(some for name, some in known.items() if name in kind)


async def test_no_migration_loses_or_alters_a_row(empty: str) -> None:
    steps = await db.pending(empty)
    before: Rows = {}
    for name in steps:
        async with migrator(empty) as (executor, inside):
            await executor.migrate([MigrationTarget(APP, name)])
            catalogue = Catalogue(inside, empty.startswith("postgres"))
            assert lost(before, await catalogue.rows()) == []
            for table in await catalogue.tables():
                await catalogue.fill(table)
            before = await catalogue.rows()

    assert await db.pending(empty) == []
    assert {table: len(rows) for table, rows in before.items()} == dict.fromkeys(before, EACH)
    assert len(before) > 20


def lost(before: Rows, after: Rows) -> list[str]:
    """What was in a table and is not, by the columns that it still has."""
    return [f"{table}: {row}" for table, rows in before.items() for row in rows if not is_in(after.get(table, []), row)]


def is_in(rows: list[dict[str, Any]], row: dict[str, Any]) -> bool:
    return any(all(row[name] == found[name] for name in row.keys() & found.keys()) for found in rows)
