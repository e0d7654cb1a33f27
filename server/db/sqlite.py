"""Our own SQLite backend for Tortoise: one writer, a few readers, each transaction handed out and taken back.

Tortoise's own has one connection that a cancelled request or a failed BEGIN leaves locked for ever. Here a
connection is only ever used inside writing() or reading(), which give it back in a `finally`, and db runs
both in a task of their own that no request can cancel.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn
from uuid import UUID

import aiosqlite
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionWrapper

from server.db.engine import Engine, Heard, Row
from server.errors import Busy

READERS = 4
PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # an answered mutation survives a power cut
    "foreign_keys": "ON",
    "busy_timeout": 5000,
    "journal_size_limit": 16 * 1024 * 1024,
}


class Database(SqliteClient, Engine):
    """What Tortoise calls the connection "sqlite". On its own it runs nothing."""

    def __init__(self, file_path: str, **settings: Any) -> None:
        super().__init__(file_path, connection_name=settings.pop("connection_name"))
        self.pragmas = {**PRAGMAS, **settings}
        self._turn = asyncio.Lock()
        self._free: asyncio.Queue[aiosqlite.Connection] = asyncio.LifoQueue()
        self._opened: list[aiosqlite.Connection] = []
        self._heard: Heard = lambda message: None

    async def exists(self) -> bool:
        return await asyncio.to_thread(Path(self.filename).is_file)

    async def open(self) -> None:
        """Open the writer first: it makes the file and sets WAL, which the readers rely on."""
        try:
            await self._connect("OFF")
            for _ in range(READERS):
                self._free.put_nowait(await self._connect("ON"))
        except BaseException:
            await self.close()  # each connection has a thread that would outlive us
            raise

    async def close(self) -> None:
        while self._opened:
            await self._opened.pop().close()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator["Inside"]:
        """A transaction that holds the write lock from its first statement, one at a time."""
        async with self._turn, _transaction(self, self._opened[0], "BEGIN IMMEDIATE") as inside:
            yield inside
        for message in inside.told:
            self._heard(message)

    @asynccontextmanager
    async def migrating(self) -> AsyncIterator["Inside"]:
        """Foreign keys are off, because SQLite alters a table by dropping it, and would empty its children."""
        self.pragmas["foreign_keys"] = "OFF"
        await self.open()
        try:
            async with self.writing() as inside:
                yield inside
                broken = await inside.rows("PRAGMA foreign_key_check")
                if broken:
                    raise RuntimeError(f"the migration leaves {len(broken)} rows pointing nowhere; nothing was changed")
        finally:
            await self.close()

    async def hear(self, heard: Heard) -> None:
        """All who tell and hear are in this process."""
        self._heard = heard

    @asynccontextmanager
    async def reading(self) -> AsyncIterator["Inside"]:
        """One snapshot, which neither waits for the writer nor holds it up."""
        connection = await self._free.get()
        try:
            async with _transaction(self, connection, "BEGIN") as inside:
                yield inside
        finally:
            self._free.put_nowait(connection)

    async def scrub(self) -> None:
        """Write the file anew, without what was in its free pages, and empty the write-ahead log."""
        async with self._turn:
            await self._opened[0].execute_fetchall("VACUUM")
            ((waited, _, _),) = await self._opened[0].execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            if waited:  # for somebody who reads longer than busy_timeout
                raise Busy

    async def has_company(self) -> bool:
        """Whether another process has it open: then it cannot leave WAL. To be asked before opening."""
        async with aiosqlite.connect(self.filename, timeout=0) as connection:
            try:
                await connection.execute_fetchall("PRAGMA journal_mode=DELETE")
            except sqlite3.OperationalError:  # "database is locked"
                return True
        return False

    async def _connect(self, query_only: str) -> aiosqlite.Connection:
        connection = await aiosqlite.connect(self.filename, isolation_level=None, detect_types=sqlite3.PARSE_DECLTYPES)
        self._opened.append(connection)
        connection._conn.row_factory = sqlite3.Row
        for pragma, value in {**self.pragmas, "query_only": query_only}.items():
            await connection.execute_fetchall(f"PRAGMA {pragma}={value}")
        return connection

    def acquire_connection(self) -> NoReturn:
        raise RuntimeError("a query outside db.write() and db.read()")

    def _in_transaction(self) -> NoReturn:
        raise RuntimeError("use db.write() or db.read(), not in_transaction()")

    async def create_connection(self, with_db: bool) -> NoReturn:
        raise RuntimeError("use db.open_database()")


class Inside(SqliteTransactionWrapper):
    """The client that Tortoise's queries find while a transaction runs."""

    def __init__(self, database: SqliteClient, connection: aiosqlite.Connection) -> None:
        super().__init__(database)
        self._connection = connection
        self.over = False
        self.told: list[str] = []

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

    async def execute_many(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        await super().execute_many(sql, [list(row) for row in values])

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


@asynccontextmanager
async def _transaction(database: Database, connection: aiosqlite.Connection, begin: str) -> AsyncIterator[Inside]:
    await connection.execute_fetchall(begin)
    inside = Inside(database, connection)
    try:
        yield inside
        await connection.commit()
    finally:
        inside.over = True
        if connection.in_transaction:  # a full disk makes SQLite roll back by itself
            await connection.rollback()


def _instant(value: datetime) -> str:
    """Always UTC and always microseconds, so that comparing texts compares instants."""
    if value.tzinfo is None:
        raise ValueError(f"an instant without a zone: {value}")
    return value.astimezone(UTC).isoformat(" ", "microseconds")


sqlite3.register_adapter(datetime, _instant)
sqlite3.register_converter("TIMESTAMP", lambda text: datetime.fromisoformat(text.decode()))
sqlite3.register_adapter(UUID, str)

client_class = Database
