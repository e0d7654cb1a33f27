"""The database under what really happens: cancelled requests, another process that holds it, a full disk."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from server import db
from server.errors import Busy, StorageFull
from tests.cluster import Cluster


@pytest.fixture
async def table(engine: Cluster | None, place: Path) -> AsyncIterator[str]:
    """A database with a table; it waits for locks a moment, and not seconds."""
    name = await engine.copy_of() if engine else ""
    plain = engine.url(name) if engine else f"sqlite://{place / 't.sqlite3'}"
    await db.open_database(plain + ("&lock_timeout=50ms" if engine else "?busy_timeout=50"))
    number = "SERIAL" if engine else "INTEGER"
    await db.write(lambda: db.execute(f"CREATE TABLE t (n {number} PRIMARY KEY, text TEXT)"))
    yield plain
    await db.close_database()
    if engine:
        await engine.drop(name)


async def insert(text: str = "x") -> int:
    return await db.execute("INSERT INTO t (text) VALUES (?)", [text])


async def how_many() -> int:
    found = await db.read(lambda: db.rows("SELECT count(*) AS n FROM t"))
    return int(found[0]["n"])


@pytest.mark.usefixtures("table")
async def test_five_hundred_cancelled_requests_leave_a_database_that_can_be_written() -> None:
    chance = random.Random(7)

    async def request() -> None:
        await db.write(insert) if chance.random() < 0.5 else await db.read(lambda: db.rows("SELECT * FROM t"))

    tasks = [asyncio.create_task(request()) for _ in range(500)]
    for task in chance.sample(tasks, len(tasks)):
        await asyncio.sleep(chance.random() * 0.001)
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    async with asyncio.timeout(60):
        await db.write(insert)  # waits its turn behind what was begun and goes on though nobody waits for it
    before = await how_many()
    await db.write(insert)
    assert await how_many() == before + 1


@pytest.mark.usefixtures("table")
async def test_a_write_that_was_begun_lands_whole_though_its_request_is_cancelled() -> None:
    told: list[str] = []
    landed = asyncio.Event()

    async def work() -> None:
        await insert()
        db.after_commit(lambda: told.append("committed"))
        db.after_commit(landed.set)
        await asyncio.sleep(0.02)
        await insert()

    task = asyncio.create_task(db.write(work))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with asyncio.timeout(20):
        await landed.wait()
    await db.write(insert)
    assert await how_many() == 3
    assert told == ["committed"]


@pytest.mark.sqlite
async def test_a_database_that_another_process_holds_is_busy_and_works_again_later(table: str) -> None:
    other = sqlite3.connect(table.removeprefix("sqlite://"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for _ in range(3):
        with pytest.raises(Busy):
            await db.write(insert)

    other.execute("ROLLBACK")
    other.close()
    await db.write(insert)
    assert await how_many() == 1


@pytest.mark.postgres
async def test_a_table_that_another_process_holds_is_busy_and_works_again_later(table: str) -> None:
    other = await asyncpg.connect(table)
    await other.execute("BEGIN; LOCK TABLE t")
    for _ in range(3):
        with pytest.raises(Busy):
            await db.write(insert)

    await other.close()
    await db.write(insert)
    assert await how_many() == 1


@pytest.mark.sqlite
@pytest.mark.usefixtures("table")
async def test_a_full_disk_is_told_as_such_and_what_was_there_stays() -> None:
    await db.write(lambda: insert("kept"))
    await db.write(lambda: db.rows("PRAGMA max_page_count=3"))
    with pytest.raises(StorageFull):
        await db.write(lambda: insert("x" * 100_000))
    assert await how_many() == 1

    await db.write(lambda: db.rows("PRAGMA max_page_count=1000"))
    await db.write(lambda: insert("x" * 100_000))
    assert await how_many() == 2


@pytest.mark.usefixtures("table")
async def test_a_write_that_fails_undoes_all_of_itself_and_tells_nobody() -> None:
    told: list[str] = []

    async def work() -> None:
        await insert()
        db.after_commit(lambda: told.append("committed"))
        raise LookupError

    with pytest.raises(LookupError):
        await db.write(work)

    assert await how_many() == 0
    assert told == []


@pytest.mark.usefixtures("table")
async def test_a_savepoint_undoes_its_own_part_only() -> None:
    async def work() -> None:
        await insert("before")
        with pytest.raises(LookupError):
            async with db.savepoint():
                await insert("inside")
                raise LookupError
        await insert("after")

    await db.write(work)

    found = await db.read(lambda: db.rows("SELECT text FROM t ORDER BY n"))
    assert [row["text"] for row in found] == ["before", "after"]


@pytest.mark.usefixtures("table")
async def test_a_reader_keeps_its_snapshot_and_holds_up_no_writer() -> None:
    async def twice() -> list[int]:
        first = await db.rows("SELECT count(*) AS n FROM t")
        writes.set()
        await written.wait()
        second = await db.rows("SELECT count(*) AS n FROM t")
        return [first[0]["n"], second[0]["n"]]

    writes, written = asyncio.Event(), asyncio.Event()
    reading = asyncio.create_task(db.read(twice))
    await writes.wait()
    await db.write(insert)
    written.set()

    assert await reading == [0, 0]
    assert await how_many() == 1


@pytest.mark.usefixtures("table")
async def test_a_reader_cannot_write() -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"):
        await db.read(insert)


@pytest.mark.usefixtures("table")
async def test_transactions_do_not_nest_and_queries_need_one() -> None:
    with pytest.raises(RuntimeError, match="inside a transaction"):
        await db.write(lambda: db.write(insert))
    with pytest.raises(RuntimeError, match="inside a transaction"):
        await db.write(lambda: db.read(how_many))
    with pytest.raises(RuntimeError, match="outside"):
        await insert()


@pytest.mark.usefixtures("table")
async def test_a_task_that_outlives_its_transaction_starts_its_own() -> None:
    later: list[asyncio.Task[int]] = []

    async def work() -> None:
        async def after_a_while() -> int:
            await asyncio.sleep(0.02)
            return await db.write(insert)

        later.append(asyncio.create_task(after_a_while()))

    await db.write(work)
    assert await later[0] == 1


async def test_a_database_that_cannot_be_opened_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        await db.open_database(f"sqlite://{tmp_path}/no/such/folder/t.sqlite3")
    with pytest.raises(OSError, match="No such file"):
        await db.open_database(f"postgresql://postgres@/maatje?host={tmp_path}")

    await db.open_database(f"sqlite://{tmp_path}/t.sqlite3")
    await db.close_database()
