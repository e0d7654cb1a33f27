"""The one door to the database. Everything that touches it runs inside write() or read().

    async def work() -> Person:
        return await Person.create(name="Sanne", ...)
    sanne = await db.write(work)

Inside, Tortoise's queries and rows()/execute() use the transaction's own connection. SQL has `?` for its values, on
both engines. after_commit() registers what must happen once the write is safe, also when the request that asked for
it has been cancelled meanwhile; tell() says it to every process that hears this database.

On PostgreSQL many write at once. What must not happen at once calls alone() or among() first; and a write that
collides with another is undone and done again, so work() must be fit to run twice.
"""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from datetime import datetime
from itertools import count
from typing import Any, TypeVar

from tortoise.connection import get_connections
from tortoise.context import TortoiseContext

from server.db.engine import Engine, Heard, Inside
from server.db.migrate import migrate as migrate
from server.db.migrate import pending as pending
from server.db.refusals import refusals
from server.db.setup import TORTOISE as TORTOISE
from server.db.setup import tortoise_config
from server.errors import Again

TRIES = 6  # of a transaction that collides with others each time
T = TypeVar("T")
Work = Callable[[], Awaitable[T]]

_context: TortoiseContext | None = None
_database: Engine | None = None
_running: set[asyncio.Task[Any]] = set()
_inside: ContextVar[Inside | None] = ContextVar("inside", default=None)
_afterwards: ContextVar[list[Callable[[], None]] | None] = ContextVar("afterwards", default=None)
_savepoints = count()


async def open_database(url: str) -> None:
    """Connect to a migrated database. One at a time per process."""
    global _context, _database
    config, context = tortoise_config(url), TortoiseContext()
    with context:  # while init looks for it; afterwards every task finds it as the global fallback
        await context.init(config, _enable_global_fallback=True)
    (name,) = config["connections"]
    database = context.connections.get(name)
    assert isinstance(database, Engine)
    _context, _database = context, database
    try:
        with refusals():
            await database.open()
    except BaseException:
        await close_database()
        raise


async def exists(url: str) -> bool:
    """Whether there is a database at this address. Opening could make one."""
    config = tortoise_config(url)
    async with TortoiseContext() as context:
        await context.init(config)
        database = context.connections.get(*config["connections"])
        assert isinstance(database, Engine)
        return await database.exists()


async def close_database() -> None:
    """Let what runs come to its end, then disconnect. Closing twice is no fault."""
    global _context, _database
    await asyncio.gather(*_running, return_exceptions=True)  # each failure was told to whoever asked for it
    if _context:
        await _context.close_connections()
    _context = _database = None


async def write(work: Work[T]) -> T:
    """Run the work in one transaction; all of it lands, or nothing."""
    return await _in_own_task(_in_some_try(_writing, work))


async def read(work: Work[T]) -> T:
    """Run the work over one snapshot of the database; it cannot write."""
    return await _in_own_task(_in_some_try(_reading, work))


def after_commit(call: Callable[[], None]) -> None:
    """Call this once the running write has been committed; never when it fails."""
    calls = _afterwards.get()
    if calls is None or not _current():
        raise RuntimeError("after_commit() outside db.write()")
    calls.append(call)


@asynccontextmanager
async def savepoint() -> AsyncIterator[None]:
    """A part of a write that can fail on its own; what it did is undone and the error goes on."""
    name = f"maatje_{next(_savepoints)}"
    await execute(f"SAVEPOINT {name}")
    try:
        yield
    except BaseException:
        await execute(f"ROLLBACK TO {name}")
        raise
    finally:
        await execute(f"RELEASE {name}")


@asynccontextmanager
async def within(inside: Inside) -> AsyncIterator[None]:
    """For server/db itself: what runs here meanwhile uses this transaction. What waits for its commit is not done."""
    ours, theirs = _inside.set(inside), _afterwards.set([])
    try:
        yield
    finally:
        _afterwards.reset(theirs)
        _inside.reset(ours)


def engine() -> str:
    """sqlite or postgres."""
    return _open().connection_name


async def scrub() -> None:
    """What was deleted is not in the open database's files any more. It takes a while, and nobody writes meanwhile."""
    with refusals():
        await _open().scrub()


async def alone(*names: str) -> None:
    """From here to the commit, whoever else calls alone() or among() with one of these names waits."""
    await _connection().lock(names, shared=False)


async def among(*names: str) -> None:
    """From here to the commit, nobody is alone() with one of these names."""
    await _connection().lock(names, shared=True)


async def tell(message: str) -> None:
    """Say this to everyone who hears this database, in whatever process, once the running write is committed."""
    await _connection().tell(message)


async def hear(heard: Heard) -> None:
    """Call this with all that is told from now on; with None when something may have been missed."""
    await _open().hear(heard)


async def damage() -> list[str]:
    """What the database itself finds wrong with what it keeps."""
    return await _connection().damage()


async def rows(sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    return await _connection().rows(sql, values)


def instant_of(value: datetime | str) -> datetime:
    """An instant as a union brings it: SQLite keeps texts, and knows only of columns what they mean."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


async def locked(sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    """The rows, which nobody else changes until the commit; locked in the order in which they come."""
    return await _connection().locked(sql, values)


async def execute(sql: str, values: Sequence[object] = ()) -> int:
    """Run one statement; how many rows it touched."""
    return await _connection().execute(sql, values)


async def execute_many(sql: str, values: Sequence[Sequence[object]]) -> None:
    await _connection().execute_many(sql, values)


async def _in_own_task(work: Coroutine[Any, Any, T]) -> T:
    """Shielded: a request that is cancelled halfway must not leave a transaction open."""
    if _current():
        work.close()
        raise RuntimeError("a transaction inside a transaction")
    task = asyncio.create_task(work)
    _running.add(task)
    task.add_done_callback(_running.discard)
    return await asyncio.shield(task)


async def _in_some_try(once: Callable[[Work[T]], Awaitable[T]], work: Work[T]) -> T:
    for collisions in range(TRIES - 1):
        try:
            return await once(work)
        except Again:  # nothing was done; each waits another while, so that they do not meet again
            await asyncio.sleep(random.uniform(0, 0.005 * 2**collisions))
    return await once(work)


async def _writing(work: Work[T]) -> T:
    calls: list[Callable[[], None]] = []
    _afterwards.set(calls)
    with refusals():
        async with _open().writing() as inside:
            result = await _with(inside, work)
    for call in calls:
        _told(call)
    return result


async def _reading(work: Work[T]) -> T:
    with refusals():
        async with _open().reading() as inside:
            return await _with(inside, work)


async def _with(inside: Inside, work: Work[T]) -> T:
    """Tortoise's queries find the connection in a context variable, which lives as long as this task."""
    _inside.set(inside)
    get_connections().set(_open().connection_name, inside)  # type: ignore[arg-type]  # each Inside is a client of Tortoise
    return await work()


def _told(call: Callable[[], None]) -> None:
    try:
        call()
    except Exception:  # the write stands; that a listener fails must not make it look lost
        logging.getLogger(__name__).exception("after a commit")


def _connection() -> Inside:
    inside = _current()
    if not inside:
        raise RuntimeError("a query outside db.write() and db.read()")
    return inside


def _current() -> Inside | None:
    inside = _inside.get()
    return inside if inside and not inside.over else None  # a task started inside may outlive it


def _open() -> Engine:
    if not _database:
        raise RuntimeError("no database is open")
    return _database
