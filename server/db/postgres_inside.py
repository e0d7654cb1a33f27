"""A transaction of PostgreSQL, as Tortoise and db use it: begun, committed, undone, and what is asked inside."""

import hashlib
import logging
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from functools import lru_cache
from itertools import count
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import NestedTransactionContext, TransactionContext
from tortoise.backends.base_postgres.client import translate_exceptions

from server.db.engine import Row
from server.db.hearing import CHANNEL
from server.errors import Again, Busy

CARELESS = """SELECT name FROM pg_settings
    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'"""
log = logging.getLogger(__name__)


class Inside(TransactionWrapper):
    """The client that Tortoise's queries find while a transaction runs."""

    def __init__(self, database: AsyncpgDBClient, connection: asyncpg.Connection) -> None:
        super().__init__(database)
        self._connection = connection
        self.over = False

    def _in_transaction(self) -> TransactionContext:
        return NestedTransactionContext(Part(self._parent, self._connection))

    def acquire_connection(self) -> Any:
        if self.over:  # a task started inside and still going; its work would land in a stranger's transaction
            raise RuntimeError("this transaction is over")
        return super().acquire_connection()

    @translate_exceptions
    async def rows(self, sql: str, values: Sequence[object]) -> list[Row]:
        async with self.acquire_connection() as connection:
            self.log.debug("%s: %s", sql, values)
            return [dict(row) for row in await connection.fetch(numbered(sql), *values)]

    async def locked(self, sql: str, values: Sequence[object]) -> list[Row]:
        # NO KEY, because others may well name these rows meanwhile, as a membership names its person.
        found: list[Row] = await self.rows(f"{sql} FOR NO KEY UPDATE", values)
        return found

    @translate_exceptions
    async def execute(self, sql: str, values: Sequence[object]) -> int:
        async with self.acquire_connection() as connection:
            self.log.debug("%s: %s", sql, values)
            said: str = await connection.execute(numbered(sql), *values)
        touched = said.rpartition(" ")[2]  # INSERT 0 5, UPDATE 5, SAVEPOINT
        return int(touched) if touched.isdecimal() else 0

    async def execute_many(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        await super().execute_many(numbered(sql), list(values))

    async def lock(self, names: Sequence[str], *, shared: bool) -> None:
        """In one order, so that two who ask for the same never wait for each other."""
        how = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
        await self.rows(f"SELECT {how}(key) FROM unnest(?::bigint[]) AS key", [sorted(map(_key, set(names)))])

    async def drop_tables(self) -> None:
        for table in await self.rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", []):
            await self.execute(f'DROP TABLE "{table["tablename"]}" CASCADE', [])

    async def damage(self) -> list[str]:
        sql = "SELECT coalesce(checksum_failures, 0) AS n FROM pg_stat_database WHERE datname = current_database()"
        pages = (await self.rows(sql, []))[0]["n"]
        careless = [row["name"] for row in await self.rows(CARELESS, [])]
        said = [f"{pages} pages did not have the checksum they were written with"] if pages else []
        return said + [f"{name} is off: a power cut loses what was answered" for name in careless]

    async def tell(self, message: str) -> None:
        await self.rows("SELECT pg_notify(?, ?)", [CHANNEL, message])


class Part(Inside):
    """Where Tortoise wants a transaction inside ours; asyncpg would only nest what it began itself."""

    async def savepoint(self) -> None:
        await self.execute("SAVEPOINT tortoise", [])

    async def savepoint_rollback(self) -> None:
        await self.execute("ROLLBACK TO tortoise", [])

    async def release_savepoint(self) -> None:
        await self.execute("RELEASE tortoise", [])


@asynccontextmanager
async def transaction(database: AsyncpgDBClient, connection: asyncpg.Connection, begin: str) -> AsyncIterator[Inside]:
    inside = Inside(database, connection)
    try:
        await connection.execute(begin)
        yield inside
    except BaseException as error:
        await _undo(connection)
        if isinstance(error, Exception) and _is_gone(connection):
            raise Again from error  # it died before the commit, so nothing was done
        if isinstance(error, TimeoutError):
            raise Busy from error
        raise
    else:
        await _commit(connection)
    finally:
        inside.over = True


async def _undo(connection: asyncpg.Connection) -> None:
    with suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):  # a dead connection undoes by itself
        await connection.execute("ROLLBACK")


async def _commit(connection: asyncpg.Connection) -> None:
    try:
        said = await connection.execute("COMMIT")
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        if _is_known_to_have_failed(connection, error):
            raise
        log.warning("whether a commit took place is not known: %s", type(error).__name__)
        raise Busy from error
    if said != "COMMIT":  # a statement had failed, somebody went on as if it had not, and all was undone
        raise RuntimeError(f"the transaction ended with {said}")


def _is_known_to_have_failed(connection: asyncpg.Connection, error: Exception) -> bool:
    """The server itself refused, and was there to say so: a server that goes down may have committed before."""
    going_down = str(getattr(error, "sqlstate", "") or "57")[:2] in ("57", "08")
    return not going_down and not _is_gone(connection)


def _is_gone(connection: asyncpg.Connection) -> bool:
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:  # the pool has taken back what had died
        return True


def _key(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)


@lru_cache(1000)
def numbered(sql: str) -> str:
    """The n-th ? becomes $n, save within quotes."""
    numbers = count(1)
    return re.sub(r"'[^']*'|\"[^\"]*\"|\?", lambda found: f"${next(numbers)}" if found[0] == "?" else found[0], sql)
