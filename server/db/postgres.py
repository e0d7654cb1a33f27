"""The PostgreSQL backend for Tortoise, of the same shape as sqlite.py; here many may write at once.

Writing is READ COMMITTED with locks: what must not happen at once is kept apart by rows and names that are held
until the commit. Whoever collides (a deadlock, a connection that dies) did nothing, and db does the whole again. Only
when the answer to COMMIT is lost does nobody know: that is told as busy, and whoever asked asks again.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, NoReturn
from urllib.parse import parse_qs, urlsplit

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient

from server.db.engine import Engine, Heard
from server.db.hearing import Hearing
from server.db.postgres_inside import Inside, transaction
from server.errors import Busy

WRITERS, READERS = 6, 6
# The address may say otherwise: postgresql://…/maatje?lock_timeout=1s
SETTINGS = {
    "application_name": "maatje",
    "synchronous_commit": "on",  # an answered mutation survives a power cut
    "lock_timeout": "5s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "15s",  # a host that vanished must not hold locks
    "jit": "off",  # our statements are small and many
    "timezone": "UTC",
}
LONGER_THAN_ANY_STATEMENT = 45.0  # seconds: then the network is gone, without a word
WAITS_FOR_A_CONNECTION = 5.0

WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
COMPANY = """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = current_setting('application_name') AND pid <> pg_backend_pid()"""


class Database(AsyncpgDBClient, Engine):
    """What Tortoise calls the connection "postgres". On its own it runs nothing."""

    def __init__(self, url: str, connection_name: str, **_: Any) -> None:
        super().__init__(connection_name=connection_name)
        self._url = url
        self._writers, self._readers = asyncio.Semaphore(WRITERS), asyncio.Semaphore(READERS)
        self._hearing: Hearing | None = None

    async def exists(self) -> bool:
        try:
            connection = await asyncpg.connect(self._url)
        except asyncpg.InvalidCatalogNameError:
            return False
        await connection.close()
        return True

    async def open(self) -> None:
        with _told_in_words():
            self._pool = await asyncpg.create_pool(
                self._url,
                min_size=1,
                max_size=WRITERS + READERS,
                server_settings=_settings(self._url),
                command_timeout=LONGER_THAN_ANY_STATEMENT,
                init=_prepare,
                reset=_nothing_to_reset,
            )

    async def close(self) -> None:
        if self._hearing:
            await self._hearing.stop()
            self._hearing = None
        await super().close()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Inside]:
        async with self._writers, self._borrowed() as connection, transaction(self, connection, WRITE) as inside:
            yield inside

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Inside]:
        async with self._readers, self._borrowed() as connection, transaction(self, connection, READ) as inside:
            yield inside

    @asynccontextmanager
    async def migrating(self) -> AsyncIterator[Inside]:
        """Hosts that start at once come one after the other. Building an index may take as long as it takes."""
        connection = await self._connect({"statement_timeout": "0", "lock_timeout": "0"})
        try:
            async with transaction(self, connection, WRITE) as inside:
                await inside.lock(["migrations"], shared=False)
                yield inside
        finally:
            await connection.close()

    async def scrub(self) -> None:
        """Write the tables anew. What the write-ahead log still has of them goes with the next checkpoints."""
        connection = await self._connect({"statement_timeout": "0", "lock_timeout": "0"})
        try:
            await connection.execute("VACUUM FULL")
        finally:
            await connection.close()

    async def has_company(self) -> bool:
        connection = await self._connect()
        try:
            return bool(await connection.fetchval(COMPANY))
        finally:
            await connection.close()

    async def hear(self, heard: Heard) -> None:
        if self._hearing is None:
            self._hearing = Hearing(self._connect, heard)
            await self._hearing.start()

    async def _connect(self, settings: dict[str, str] | None = None) -> asyncpg.Connection:
        with _told_in_words():
            connection = await asyncpg.connect(self._url, server_settings=_settings(self._url) | (settings or {}))
        await _prepare(connection)
        return connection

    @asynccontextmanager
    async def _borrowed(self) -> AsyncIterator[asyncpg.Connection]:
        assert self._pool
        try:
            connection = await self._pool.acquire(timeout=WAITS_FOR_A_CONNECTION)
        except OSError as error:  # nobody is there, or nobody answers
            raise Busy from error
        try:
            yield connection
        finally:
            await self._pool.release(connection)

    def acquire_connection(self) -> NoReturn:
        raise RuntimeError("a query outside db.write() and db.read()")

    def _in_transaction(self) -> NoReturn:
        raise RuntimeError("use db.write() or db.read(), not in_transaction()")

    async def create_connection(self, with_db: bool) -> NoReturn:
        raise RuntimeError("use db.open_database()")


@contextmanager
def _told_in_words() -> Iterator[None]:
    """What is wrong with the address, for whoever set it."""
    try:
        yield
    except (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError) as error:
        raise ValueError(f"DATABASE_URL: {error}") from error


async def _prepare(connection: asyncpg.Connection) -> None:
    """Ids are texts here as they are on SQLite and on the wire."""
    await connection.set_type_codec("uuid", encoder=str, decoder=str, schema="pg_catalog", format="text")


async def _nothing_to_reset(connection: asyncpg.Connection) -> None:
    """Transactions leave nothing behind; asking the server to clean up would be one more way there and back."""


def _settings(url: str) -> dict[str, str]:
    """What the address says itself, asyncpg adds; ours would stand above it."""
    return {name: value for name, value in SETTINGS.items() if name not in parse_qs(urlsplit(url).query)}


client_class = Database
