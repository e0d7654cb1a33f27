"""What our own door to the database costs, against plain sqlite3."""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bench.told import tell
from server import db

TIMES = 200
INSERT = "INSERT INTO measured (text) VALUES (?)"
CREATE = "CREATE TABLE measured (n INTEGER PRIMARY KEY, text TEXT)"


def main() -> None:
    asyncio.run(_measure())


async def _measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain = _plain_writes(Path(folder) / "plain.sqlite3")
        url = f"sqlite://{folder}/ours.sqlite3"
        await db.open_database(url)
        await db.write(lambda: db.execute(CREATE))
        one = await _timed(_write)
        idle = await _timed(_read)
        busy = await _while_writing(_read)
        await db.close_database()
    tell("a write through db.write() against plain sqlite3", one / plain, "below 5: two hops between threads")
    tell("a read while others write against a read alone", busy / idle, "below 5: readers do not wait for writers")


async def _write() -> None:
    await db.write(lambda: db.execute(INSERT, ["x" * 500]))


async def _read() -> None:
    await db.read(lambda: db.rows("SELECT * FROM measured WHERE n = ?", [1]))


async def _while_writing(work: Callable[[], Awaitable[None]]) -> float:
    writing = asyncio.create_task(_timed(_write))
    try:
        return await _timed(work)
    finally:
        await writing


async def _timed(work: Callable[[], Awaitable[None]]) -> float:
    begun = time.perf_counter()
    for _ in range(TIMES):
        await work()
    return time.perf_counter() - begun


def _plain_writes(file: Path) -> float:
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(CREATE)
    begun = time.perf_counter()
    for _ in range(TIMES):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(INSERT, ["x" * 500])
        connection.execute("COMMIT")
    taken = time.perf_counter() - begun
    connection.close()
    return taken
