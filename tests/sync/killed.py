"""A server that is killed with -9 at each statement of a push, then started again and sent the same push.

    python -m tests.sync.killed sqlite://folder/of/a/migrated/template.sqlite3 1 0

The numbers: at every so many statements, from which on. On PostgreSQL the address is postgresql://…/template?…
It prints one line for each statement: what differed from a run without a kill, or nothing.
A process of its own, because it forks for each attempt and a test has threads.
"""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
import asyncpg
import orjson

from server import db
from server.ids import uuid7
from server.people.models import Person
from server.sync.push import push
from server.web import Actor
from tests.people import enter_cast
from tests.sync.device import Json, after, mutation
from tests.sync.dump import dump

SENDING: list[tuple[Any, str]] = [
    (aiosqlite.Connection, "_execute"),
    *((asyncpg.Connection, name) for name in ("execute", "executemany", "fetch", "fetchrow")),
]


def main(template: str, every: int, offset: int) -> None:
    start, attempt = _copy(template, "start"), partial(_copy, template, "attempt", "start")
    second = _in_fork(start, _prepare)
    expected = _in_fork(attempt(), lambda: _twice(second))
    after_the_commit = expected.pop("statements") + 1  # and before the answer
    for statement in range(1, after_the_commit + 1):
        if statement % every != offset % every and statement < after_the_commit - 1:
            continue
        url = attempt()
        _in_fork(url, partial(_push, second, statement))
        found = _in_fork(url, lambda: _twice(second))
        found.pop("statements")
        sys.stdout.write(f"{statement} {'same' if found == expected else 'different'}\n")


def _copy(template: str, name: str, of: str = "template") -> str:
    """The address of a fresh database of this name, beside the template."""
    if template.startswith("sqlite"):
        folder = Path(template.removeprefix("sqlite://")).parent
        for leftover in folder.glob(f"{name}.sqlite3*"):
            leftover.unlink()
        return f"sqlite://{shutil.copy(folder / f'{of}.sqlite3', folder / f'{name}.sqlite3')}"
    asyncio.run(_copy_in_cluster(template, name, of))
    return template.replace("/template?", f"/{name}?")


async def _copy_in_cluster(template: str, name: str, of: str) -> None:
    connection = await asyncpg.connect(template.replace("/template?", "/postgres?"))
    await connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")  # what was killed may still be there
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE {of}")
    await connection.close()


def _in_fork(url: str, work: Callable[[], Awaitable[Any]]) -> Any:
    """What the work answers in a process of its own; None if it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(orjson.dumps(asyncio.run(_with_database(url, work))))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0
    return orjson.loads(answer) if answer else None


async def _with_database(url: str, work: Callable[[], Awaitable[Any]]) -> Any:
    await db.open_database(url)
    try:
        return await work()
    finally:
        await db.close_database()


async def _prepare() -> list[Json]:
    """A goal that Sanne has shared, and a batch of everything that can become of a mutation."""
    cast = await enter_cast()
    own, shared = f"self:{cast.sanne.id}", f"member:{cast.membership.id}:shared"
    goal, step = mutation("goal", {"text": "een"}, scope=own), mutation("step", {"text": "stap"})
    step["set"]["goal"] = goal["id"]
    first = [goal, step, after(goal, {"text": "twee"})]
    sanne = Actor(cast.sanne.id, uuid7())
    await push(sanne, "telefoon", None, first)
    conflict = mutation("goal", {"text": "drie", "why": "vier"}, goal["id"], base={"rev": "g1.1"})
    settled = mutation("goal", {"text": "vijf"}, goal["id"], base={"rev": "g1.3"}, resolves=[conflict["mid"]])
    move = after(settled, {}, scope=shared)
    return [
        mutation("goal", {"text": "nieuw"}, scope=own),
        mutation("goal", {"text": "niet van mij"}, scope=f"self:{cast.bram.id}"),
        conflict,
        settled,
        mutation("goal", {"state": "open"}, goal["id"], base={"rev": "g1.2"}),
        move,
        mutation("step", {"deleted": True}, step["id"], base={"rev": "g1.1"}),
        after(conflict, {"text": "zes"}),
    ]


async def _twice(batch: list[Json]) -> Json:
    """The push, the push again, and what is kept then."""
    first, again = await _push(batch), await _push(batch)
    return {"answers": [first["answers"], again["answers"]], "rows": await dump(), "statements": first["statements"]}


async def _push(batch: list[Json], die_at: int = 0) -> Json:
    counter = _count_statements(die_at)
    sanne = await db.read(lambda: Person.get(name="Sanne"))
    counter["statements"] = 0
    answers = await push(Actor(sanne.id, uuid7()), "telefoon", "g1", batch)
    if die_at:
        os.kill(os.getpid(), signal.SIGKILL)
    return {"answers": answers, **counter}


def _count_statements(die_at: int) -> dict[str, int]:
    """Count what is sent to the database, BEGIN and COMMIT included, and die just before one of them."""
    counter = {"statements": 0}

    def counted(send: Any) -> Any:
        async def counting(*args: Any, **named: Any) -> Any:
            counter["statements"] += 1
            if counter["statements"] == die_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return await send(*args, **named)

        return counting

    for driver, name in SENDING:  # this process lives for one push
        setattr(driver, name, counted(getattr(driver, name)))
    return counter


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
