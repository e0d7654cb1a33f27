"""PostgreSQL, where many write at once: who collides tries again, and what nobody can know is not done twice."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import asyncpg
import pytest

from server import db
from server.db.refusals import refusals
from server.errors import Again, Busy, StorageFull
from tests.cluster import Cluster

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("counters")]
OWN = "SELECT pg_backend_pid() AS pid"


@pytest.fixture
async def counters(database: str) -> AsyncIterator[None]:
    async def work() -> None:
        await db.execute("CREATE TABLE t (name TEXT PRIMARY KEY, n INTEGER)")
        await db.execute("INSERT INTO t VALUES ('a', 0), ('b', 0)")

    await db.write(work)
    yield


async def counted() -> dict[str, int]:
    found = await db.read(lambda: db.rows("SELECT name, n FROM t ORDER BY name"))
    return {row["name"]: row["n"] for row in found}


async def raise_by_one(name: str) -> None:
    await db.execute("UPDATE t SET n = n + 1 WHERE name = ?", [name])


def both(first: str, second: str, met: asyncio.Barrier) -> Callable[[], Awaitable[None]]:
    """Raise one, wait until somebody has raised the other, and want that one too."""
    tries = 0

    async def work() -> None:
        nonlocal tries
        tries += 1
        await raise_by_one(first)
        if tries == 1:
            await met.wait()
        await raise_by_one(second)

    return work


async def test_two_that_wait_for_each_other_both_land_in_the_end() -> None:
    met = asyncio.Barrier(2)

    await asyncio.gather(db.write(both("a", "b", met)), db.write(both("b", "a", met)))

    assert await counted() == {"a": 2, "b": 2}


async def test_a_connection_that_dies_halfway_is_no_loss(engine: Cluster) -> None:
    tries: list[int] = []

    async def work() -> None:
        tries.append((await db.rows(OWN))[0]["pid"])
        await raise_by_one("a")
        if len(tries) == 1:
            await engine.tell(f"SELECT pg_terminate_backend({tries[0]})")
        await raise_by_one("b")

    await db.write(work)

    assert len(tries) == 2
    assert await counted() == {"a": 1, "b": 1}


async def test_connections_that_died_while_nobody_used_them_are_no_loss(engine: Cluster) -> None:
    await asyncio.gather(*(db.write(lambda: raise_by_one("a")) for _ in range(8)))
    await engine.tell("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test_%'")

    await asyncio.gather(*(db.write(lambda: raise_by_one("a")) for _ in range(8)), counted())

    assert (await counted())["a"] == 16


async def test_a_commit_whose_answer_is_lost_is_told_as_busy_and_not_done_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    execute = asyncpg.Connection.execute

    async def loses_the_answer(self: asyncpg.Connection, sql: str, *values: object) -> str:
        said: str = await execute(self, sql, *values)
        if sql == "COMMIT":
            self.terminate()
            raise asyncpg.ConnectionDoesNotExistError
        return said

    with monkeypatch.context() as patch:
        patch.setattr(asyncpg.Connection, "execute", loses_the_answer)
        with pytest.raises(Busy):
            await db.write(lambda: raise_by_one("a"))

    assert (await counted())["a"] == 1


async def test_whoever_goes_on_after_a_failure_is_not_told_that_it_landed() -> None:
    async def work() -> None:
        await raise_by_one("a")
        with pytest.raises(Exception, match="duplicate"):
            await db.execute("INSERT INTO t VALUES ('b', 0)")

    with pytest.raises(RuntimeError, match="ROLLBACK"):
        await db.write(work)

    assert await counted() == {"a": 0, "b": 0}


async def test_who_is_alone_with_a_name_is_alone_and_others_go_on() -> None:
    inside, seen = 0, []

    async def work(name: str) -> None:
        nonlocal inside
        await db.alone(name)
        inside += name == "x"
        seen.append(inside)
        await asyncio.sleep(0.01)
        inside -= name == "x"

    await asyncio.gather(*(db.write(lambda: work("x")) for _ in range(5)), db.write(lambda: work("y")))

    assert max(seen) == 1


async def test_who_is_alone_waits_for_those_who_are_among_each_other() -> None:
    among, seen = 0, []
    all_in = asyncio.Barrier(4)

    async def shares() -> None:
        nonlocal among
        await db.among("x")
        among += 1
        await all_in.wait()  # they are in there together, or this never ends
        await asyncio.sleep(0.02)
        among -= 1

    async def excludes() -> None:
        await db.alone("x")
        seen.append(among)

    sharing = [asyncio.create_task(db.write(shares)) for _ in range(3)]
    async with asyncio.timeout(20):
        await all_in.wait()
        await asyncio.gather(*sharing, db.write(excludes))

    assert seen == [0]


async def test_a_server_that_is_killed_keeps_what_was_answered_and_is_busy_until_it_is_back(engine: Cluster) -> None:
    await db.write(lambda: raise_by_one("a"))

    await asyncio.to_thread(engine.stop, "immediate")
    with pytest.raises(Busy):
        await db.write(lambda: raise_by_one("b"))
    with pytest.raises(Busy):
        await counted()
    await asyncio.to_thread(engine.go_on)
    await db.write(lambda: raise_by_one("b"))

    assert await counted() == {"a": 1, "b": 1}


@pytest.mark.parametrize(
    ("error", "refusal"),
    [
        (asyncpg.DiskFullError, StorageFull),
        (asyncpg.PostgresIOError, StorageFull),
        (asyncpg.LockNotAvailableError, Busy),
        (asyncpg.QueryCanceledError, Busy),
        (asyncpg.TooManyConnectionsError, Busy),
        (asyncpg.DeadlockDetectedError, Again),
        (asyncpg.SerializationError, Again),
        (asyncpg.AdminShutdownError, Again),
        (asyncpg.CannotConnectNowError, Again),
        (asyncpg.ConnectionDoesNotExistError, Again),
        (asyncpg.IdleInTransactionSessionTimeoutError, Again),
    ],
)
def test_each_trouble_is_told_as_what_it_is(error: type[Exception], refusal: type[Exception]) -> None:
    with pytest.raises(refusal) as told, refusals():
        raise error("said by PostgreSQL")

    assert type(told.value) is refusal
