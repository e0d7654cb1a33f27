"""The one door to the database. Everything that touches it runs inside write() or read().

    async def work() -> Person:
        return await Person.create(name="Sanne", ...)
    sanne = await db.write(work)

Inside, Tortoise's queries and rows()/execute() use the transaction's own connection. after_commit() registers
what must happen once the write is safe, also when the request that asked for it has been cancelled meanwhile.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from datetime import datetime
from itertools import count
from typing import Any, TypeVar

from tortoise.connection import get_connections
from tortoise.context import TortoiseContext

from server.db.migrate import migrate as migrate
from server.db.migrate import pending as pending
from server.db.setup import TORTOISE as TORTOISE
from server.db.setup import exists as exists
from server.db.setup import refusals, tortoise_config
from server.db.sqlite import Database, Inside

T = TypeVar("T")
Work = Callable[[], Awaitable[T]]

_context: TortoiseContext | None = None
_database: Database | None = None
_running: set[asyncio.Task[Any]] = set()
_inside: ContextVar[Inside | None] = ContextVar("inside", default=None)
_afterwards: ContextVar[list[Callable[[], None]] | None] = ContextVar("afterwards", default=None)
_savepoints = count()


async def open_database(url: str) -> None:
    """Connect to a migrated database. One at a time per process."""
    global _context, _database
    context = TortoiseContext()
    with context:  # while init looks for it; afterwards every task finds it as the global fallback
        await context.init(tortoise_config(url), _enable_global_fallback=True)
    database = context.connections.get("default")
    assert isinstance(database, Database)
    _context, _database = context, database
    try:
        with refusals():
            await database.open()
    except BaseException:
        await close_database()
        raise


async def close_database() -> None:
    """Let what runs come to its end, then disconnect. Closing twice is no fault."""
    global _context, _database
    await asyncio.gather(*_running, return_exceptions=True)  # each failure was told to whoever asked for it
    if _context:
        await _context.close_connections()
    _context = _database = None


async def write(work: Work[T]) -> T:
    """Run the work in one transaction that is alone in writing; all of it lands, or nothing."""
    return await _in_own_task(_writing(work))


async def read(work: Work[T]) -> T:
    """Run the work over one snapshot of the database; it cannot write."""
    return await _in_own_task(_reading(work))


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
    """sqlite or postgres. Inside read() or write()."""
    return str(_connection().capabilities.dialect)


async def scrub() -> None:
    """What was deleted is not in the open database's files any more. It takes a while, and nobody writes meanwhile."""
    with refusals():
        await _open().scrub()


async def rows(sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await _connection().execute_query_dict(sql, list(values))
    return found


def instant_of(value: datetime | str) -> datetime:
    """An instant as a row brings it: SQLite keeps texts."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


async def locked(sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    """The rows, which nobody else changes until the commit; locked in the order in which they come."""
    # SQLite's one writer is alone as it is, and does not know the words.
    lock = " FOR UPDATE" if _connection().capabilities.support_for_update else ""
    return await rows(sql + lock, values)


async def execute(sql: str, values: Sequence[object] = ()) -> int:
    """Run one statement; how many rows it touched."""
    touched: int = (await _connection().execute_query(sql, list(values)))[0]
    return touched


async def execute_many(sql: str, values: Sequence[Sequence[object]]) -> None:
    await _connection().execute_many(sql, [list(row) for row in values])


async def _in_own_task(work: Coroutine[Any, Any, T]) -> T:
    """Shielded: a request that is cancelled halfway must not leave a transaction open."""
    if _current():
        work.close()
        raise RuntimeError("a transaction inside a transaction")
    task = asyncio.create_task(work)
    _running.add(task)
    task.add_done_callback(_running.discard)
    return await asyncio.shield(task)


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
    get_connections().set("default", inside)
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


def _open() -> Database:
    if not _database:
        raise RuntimeError("no database is open")
    return _database
