"""Writers that wait for their turn on SQLite are committed at one go, and still stand and fall each on their own."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from server import db
from server.db.sqlite import Database


@pytest.fixture
async def said(place: Path) -> AsyncIterator[list[str]]:
    """What the writing connection is told, of a database with a table."""
    await db.open_database(f"sqlite://{place / 'group.sqlite3'}")
    await db.write(lambda: db.execute("CREATE TABLE t (text TEXT)"))
    statements: list[str] = []
    assert isinstance(db._database, Database)
    await db._database._writer.set_trace_callback(statements.append)
    yield statements
    await db.close_database()


async def insert(text: str, told: list[str] | None = None) -> str:
    if told is not None:
        db.after_commit(lambda: told.append(text))
    await db.execute("INSERT INTO t VALUES (?)", [text])
    return text


async def fail(text: str) -> None:
    await insert(text)
    raise LookupError


async def end_it(text: str) -> None:
    """As a full disk does, to somebody who does not look."""
    await insert(text)
    await db.execute("ROLLBACK")


async def there() -> list[str]:
    found = await db.read(lambda: db.rows("SELECT text FROM t ORDER BY rowid"))
    return [row["text"] for row in found]


async def test_those_who_wait_are_committed_at_one_go(said: list[str]) -> None:
    await asyncio.gather(*(db.write(partial(insert, name)) for name in "abcd"))

    assert said.count("COMMIT") == 1
    assert await there() == ["a", "b", "c", "d"]


async def test_who_comes_while_others_are_committed_waits_for_the_next(said: list[str]) -> None:
    async def two(name: str) -> None:
        await db.write(partial(insert, name))
        await db.write(partial(insert, name.upper()))

    await asyncio.gather(*map(two, "abcd"))

    assert said.count("COMMIT") == 2
    assert await there() == ["a", "b", "c", "d", "A", "B", "C", "D"]


async def test_one_that_fails_undoes_itself_alone(said: list[str]) -> None:
    works = [lambda: fail("a"), lambda: insert("b"), lambda: fail("c"), lambda: insert("d"), lambda: fail("e")]
    results = await asyncio.gather(*map(db.write, works), return_exceptions=True)

    assert [type(result) for result in results] == [LookupError, str, LookupError, str, LookupError]
    assert await there() == ["b", "d"]


async def test_when_all_fail_nothing_stays_open(said: list[str]) -> None:
    await asyncio.gather(*[db.write(lambda: fail("a")) for _ in range(3)], return_exceptions=True)

    assert said[-1] == "ROLLBACK"
    assert await there() == []


async def test_nobody_hears_of_success_when_the_transaction_ended_by_itself(said: list[str]) -> None:
    told: list[str] = []
    works = [lambda: insert("a", told), lambda: end_it("b"), lambda: insert("c", told)]
    results = await asyncio.gather(*map(db.write, works), return_exceptions=True)

    assert [isinstance(result, Exception) for result in results] == [True, True, True]
    assert (await there(), told) == ([], [])
    await db.write(lambda: insert("d", told))
    assert (await there(), told) == (["d"], ["d"])
