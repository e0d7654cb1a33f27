"""Chores are done when they are due, once, whoever else is at it, and one that fails stands in nobody's way."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest
from starlette.applications import Starlette

from server import db
from server.auth.codes import About, Mailbox, make
from server.auth.models import Code, Login
from server.auth.sessions import open_session
from server.files.store import Store
from server.housekeeping import chores
from server.housekeeping.chores import Work, look_around
from server.records.models import Record
from tests.conftest import Clock, SignedIn
from tests.people import Cast
from tests.sync.device import Device, over
from tests.sync.places import goal_of

Done = list[str]


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch, clock: Clock, database: object) -> Iterator[Done]:
    """What was done, of two chores: one hourly in three parts, one daily that fails."""
    done: Done = []
    parts = [2, 1, 0]

    async def hourly() -> int:
        done.append("hourly")
        return parts[done.count("hourly") % 3 - 1]

    async def failing() -> int:
        done.append("failing")
        raise LookupError

    def ours(store: object) -> list[tuple[str, timedelta, Work]]:
        return [("failing", timedelta(days=1), failing), ("hourly", timedelta(hours=1), hourly)]

    monkeypatch.setattr(chores, "chores", ours)
    yield done


async def test_a_chore_is_done_to_its_end_and_again_when_its_time_has_come(done: Done, clock: Clock) -> None:
    for minutes in (0, 59, 1):
        clock.forward(minutes=minutes)
        await look_around(NO_STORE)
    clock.forward(days=1)
    await look_around(NO_STORE)

    assert done == ["failing"] + ["hourly"] * 3 + ["hourly"] * 3 + ["failing"] + ["hourly"] * 3


async def test_of_several_processes_one_does_it(done: Done) -> None:
    await asyncio.gather(*(look_around(NO_STORE) for _ in range(5)))

    assert sorted(done) == ["failing"] + ["hourly"] * 3


async def test_a_chore_that_was_begun_in_the_future_is_due(done: Done, clock: Clock) -> None:
    """Somebody had set the clock of the machine wrong; else nothing would be cleared away for years."""
    clock.forward(days=4000)
    await look_around(NO_STORE)
    clock.forward(days=-4000)
    await look_around(NO_STORE)

    assert done.count("failing") == 2


async def test_sign_ins_and_codes_that_open_nothing_any_more_are_cleared_away(
    cast: Cast, app: Starlette, clock: Clock
) -> None:
    await db.write(lambda: open_session(cast.bram.id, "an old phone"))
    await db.write(lambda: make(app.state.auth.keys, Mailbox("bram@school.nl"), "sign_in", About()))
    clock.forward(days=209)
    await db.write(lambda: open_session(cast.bram.id, "a new one"))
    await look_around(app.state.files)
    before = await db.read(lambda: Login.all().count()), await db.read(lambda: Code.all().count())
    clock.forward(days=2)
    await look_around(app.state.files)

    assert before == (2, 0)
    assert [login.device for login in await db.read(lambda: Login.all().all())] == ["a new one"]


async def test_marks_of_deleted_records_are_purged_by_the_house(
    cast: Cast, app: Starlette, clock: Clock, signed_in: SignedIn
) -> None:
    sanne = Device(await signed_in(cast.sanne))
    goal = await goal_of(cast, sanne)
    await sanne.push(over(goal, {"deleted": True}))
    clock.forward(days=399)
    await look_around(app.state.files)
    before = await db.read(lambda: Record.filter(id=goal["id"]).exists())
    clock.forward(days=2)
    await look_around(app.state.files)

    assert (before, await db.read(lambda: Record.filter(id=goal["id"]).exists())) == (True, False)


NO_STORE: Store = None  # type: ignore[assignment]  # these chores need none
