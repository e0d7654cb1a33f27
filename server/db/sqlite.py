"""Our own SQLite backend for Tortoise: one writer, a few readers, each transaction handed out and taken back.

Tortoise's own has one connection that a cancelled request or a failed BEGIN leaves locked for ever. Here a
connection is only ever used inside writing() or reading(), which give it back in a `finally`, and db runs
both in a task of their own that no request can cancel.

Those who wait for their turn to write are committed at one go: see sqlite_group.py.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NoReturn

import aiosqlite
from tortoise.backends.sqlite.client import SqliteClient

from server.db.engine import Engine, Heard
from server.db.sqlite_group import Group, begun
from server.db.sqlite_inside import Inside, run
from server.errors import Busy

READERS = 4
TO_WAL = 100  # times, a twentieth of a second apart, that a file is asked to become one with a write-ahead log
PRAGMAS = {
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
        self._group: Group | None = None  # of which the transaction is open
        self._free: asyncio.Queue[aiosqlite.Connection] = asyncio.LifoQueue()
        self._opened: list[aiosqlite.Connection] = []
        self._heard: Heard = lambda message: None

    async def exists(self) -> bool:
        return await asyncio.to_thread(Path(self.filename).is_file)

    async def open(self) -> None:
        """Open the writer first: it makes the file and sets WAL, which the readers rely on."""
        try:
            await _to_wal(await self._connect("OFF"))
            for _ in range(READERS):
                self._free.put_nowait(await self._connect("ON"))
        except BaseException:
            await self.close()  # each connection has a thread that would outlive us
            raise

    async def close(self) -> None:
        while self._opened:
            await self._opened.pop().close()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Inside]:
        """A transaction that holds the write lock from its first statement, one at a time."""
        async with self._turn:
            group = self._group = self._group or await begun(self._writer)
            inside = Inside(self, self._writer)
            try:
                await group.enter()
                yield inside
                group.size += 1
            except BaseException as error:
                await self._undo(group, error)
                raise
            finally:
                inside.over = True
        async with self._turn:  # whoever waited for it while we worked has worked by now
            await self._commit(group)
        for message in inside.told:
            self._heard(message)

    @asynccontextmanager
    async def migrating(self) -> AsyncIterator[Inside]:
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
    async def reading(self) -> AsyncIterator[Inside]:
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
            if self._group:
                await self._commit(self._group)
            await self._writer.execute_fetchall("VACUUM")
            ((waited, _, _),) = await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
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

    @property
    def _writer(self) -> aiosqlite.Connection:
        return self._opened[0]

    async def _undo(self, group: Group, error: BaseException) -> None:
        try:
            await group.leave()
        except BaseException:  # SQLite itself has ended the transaction, and with it what the others did
            await self._give_up(group, error)
        if group.is_empty:
            await self._give_up(group, error)

    async def _commit(self, group: Group) -> None:
        """Once for all; each of them hears when it failed."""
        if self._group is group:
            try:
                await group.commit()
                self._group = None
            except BaseException as error:  # raised below, to whoever was in it
                await self._give_up(group, error)
        if group.error:
            raise group.error

    async def _give_up(self, group: Group, error: BaseException) -> None:
        self._group, group.error = None, error
        if self._writer.in_transaction:
            await self._writer.rollback()

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


async def _to_wal(connection: aiosqlite.Connection) -> None:
    """The file stays so. Of those who do it to a new one at once, SQLite lets one through and refuses the rest."""
    for _ in range(TO_WAL):
        try:
            await connection.execute_fetchall("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
        await asyncio.sleep(0.05)
    raise Busy


@asynccontextmanager
async def _transaction(database: Database, connection: aiosqlite.Connection, begin: str) -> AsyncIterator[Inside]:
    await run(connection, begin)
    inside = Inside(database, connection)
    try:
        yield inside
        await connection.commit()
    finally:
        inside.over = True
        if connection.in_transaction:
            await connection.rollback()


client_class = Database
