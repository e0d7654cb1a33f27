"""How often something may be asked, counted in the database that all processes share."""

import asyncio

import pytest

from server import db
from server.auth import asked
from server.auth.clearing import clear_auth
from server.auth.keys import Keys
from server.auth.models import Asked
from server.errors import TooMany
from tests.conftest import Clock

KEYS = Keys(["a-secret-of-the-tests"])
MAILBOX, ADDRESS = "codes for a mailbox", "codes for an address"
pytestmark = pytest.mark.usefixtures("database")


async def ask(who: str, limit: str = MAILBOX) -> None:
    await db.write(lambda: asked.count(KEYS, {limit: who}))


async def test_after_the_last_time_it_is_refused_until_the_first_one_is_past(clock: Clock) -> None:
    for _ in range(5):
        await ask("bram")
        clock.forward(minutes=1)
    with pytest.raises(TooMany) as refused:
        await ask("bram")
    clock.forward(seconds=int(refused.value.headers["retry-after"]))

    await ask("bram")
    assert refused.value.headers["retry-after"] == str(10 * 60 + 1)


async def test_each_limit_and_each_asker_is_counted_apart() -> None:
    for _ in range(5):
        await ask("bram")

    await ask("cora")
    await ask("bram", ADDRESS)


async def test_of_many_who_ask_at_once_as_many_as_may() -> None:
    answers = await asyncio.gather(*(ask("bram") for _ in range(9)), return_exceptions=True)

    assert [type(answer) for answer in answers].count(TooMany) == 4


async def test_what_one_limit_refuses_is_counted_under_none() -> None:
    for _ in range(5):
        await ask("bram")
    with pytest.raises(TooMany):
        await db.write(lambda: asked.count(KEYS, {ADDRESS: "somewhere", MAILBOX: "bram"}))

    assert await db.read(lambda: Asked.all().count()) == 5


async def test_nobody_can_be_read_back_and_what_counts_no_more_is_cleared_away(clock: Clock) -> None:
    await ask("bram@school.nl")
    rows = await db.read(lambda: db.rows("SELECT * FROM asked"))
    clock.forward(hours=2)
    await db.write(lambda: clear_auth(clock.at))

    assert "bram" not in str(rows)
    assert await db.read(lambda: Asked.all().count()) == 0
