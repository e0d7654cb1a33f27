"""A transaction of SQLite, as Tortoise and db use it. Each call is one way to the connection's thread and back."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

import aiosqlite
from tortoise.backends.base.client import NestedTransactionContext, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionWrapper, translate_exceptions

from server.db.engine import Row

T = TypeVar("T")
Rows = Sequence[Sequence[object]]
MOST_ROWS = 64  # in a statement; of eleven columns these are 704 values, and SQLite takes 32,766
INSERT = re.compile(r"(?s)(INSERT INTO .* VALUES )(\([?, ]*\))(.*)")


async def run(connection: aiosqlite.Connection, *statements: str) -> None:
    """One after the other, in one go."""
    await connection._execute(_run, connection._conn, statements)  # type: ignore[no-untyped-call]


class Inside(SqliteTransactionWrapper):
    """The client that Tortoise's queries find while a transaction runs."""

    def __init__(self, database: SqliteClient, connection: aiosqlite.Connection) -> None:
        super().__init__(database)
        self._connection = connection
        self.over = False
        self.told: list[str] = []

    def _in_transaction(self) -> TransactionContext:
        """Where Tortoise wants a transaction inside ours, as around each migration."""
        return NestedTransactionContext(Inside(self, self._connection))

    def acquire_connection(self) -> Any:
        if self.over:  # a task started inside and still going; its work would land in a stranger's transaction
            raise RuntimeError("this transaction is over")
        return super().acquire_connection()

    async def drop_tables(self) -> None:
        found = await self.execute_query_dict(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        for table in found:
            await self.execute_query(f'DROP TABLE "{table["name"]}"')

    async def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        found: list[Row] = await self.execute_query_dict(sql, list(values))
        return found

    async def locked(self, sql: str, values: Sequence[object]) -> list[Row]:
        return await self.rows(sql, values)

    async def execute(self, sql: str, values: Sequence[object]) -> int:
        touched: int = (await self.execute_query(sql, list(values)))[0]
        return touched

    @translate_exceptions
    async def execute_many(self, sql: str, values: Rows) -> None:
        async with self.acquire_connection() as connection:
            self.log.debug("%s: %s", sql, values)
            await connection._execute(_run_many, connection._conn, sql, values)

    async def lock(self, names: Sequence[str], *, shared: bool) -> None:
        """Whoever writes is alone already."""

    async def damage(self) -> list[str]:
        broken = [str(row["integrity_check"]) for row in await self.rows("PRAGMA integrity_check")]
        dangling = await self.rows("PRAGMA foreign_key_check")
        said = [] if broken == ["ok"] else broken
        return said + ([f"{len(dangling)} rows point nowhere"] if dangling else [])

    async def tell(self, message: str) -> None:
        self.told.append(message)

    async def execute_script(self, query: str) -> None:
        """Statement by statement, because sqlite3's executescript() commits what went before."""
        for statement in query.split(";\n"):
            if statement.strip():
                await self.execute_query(statement)


def _run(connection: sqlite3.Connection, statements: Sequence[str]) -> None:
    for sql in statements:
        connection.execute(sql)


def _run_many(connection: sqlite3.Connection, sql: str, rows: Rows) -> None:
    """In the connection's thread. Rows are inserted many in one statement: between statements it asks for the
    interpreter, and whoever computes meanwhile gives it away only every few milliseconds.
    """
    found = INSERT.fullmatch(sql)
    if found is None:
        connection.executemany(sql, rows)
        return
    for some in _pieces(rows):
        connection.execute(_inserting(*found.groups(), len(some)), [value for row in some for value in row])


def _pieces(rows: Rows) -> Iterator[Rows]:
    """Of as many rows as a power of two, so that few different statements are to be prepared."""
    begin = 0
    while begin < len(rows):
        size = min(MOST_ROWS, 1 << (len(rows) - begin).bit_length() - 1)
        yield rows[begin : begin + size]
        begin += size


@lru_cache(1000)
def _inserting(into: str, marks: str, rest: str, rows: int) -> str:
    return into + ", ".join([marks] * rows) + rest


@lru_cache(100)  # all that a batch writes is of one instant
def _instant(value: datetime) -> str:
    """Always UTC and always microseconds, so that comparing texts compares instants."""
    if value.tzinfo is None:
        raise ValueError(f"an instant without a zone: {value}")
    return value.astimezone(UTC).isoformat(" ", "microseconds")


sqlite3.register_adapter(datetime, _instant)
sqlite3.register_converter("TIMESTAMP", lambda text: datetime.fromisoformat(text.decode()))
sqlite3.register_adapter(UUID, str)
