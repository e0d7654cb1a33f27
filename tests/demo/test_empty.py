"""Only an empty database becomes a demo, and one that was not finished is still empty."""

import asyncio
from datetime import datetime
from pathlib import Path

import pytest

from server import clock as server_clock
from server import db
from server.auth.demo_mode import is_demo
from server.cli import main
from server.config import SETTINGS
from server.demo.fill import NotEmpty, fill, is_empty
from server.people.models import Person
from tests.conftest import Clock
from tests.people import Cast


class Killed(Exception):
    """What stops it halfway."""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MAATJE_DATA", str(tmp_path))
    return tmp_path


def halfway(done: int, of: int) -> None:
    if done > of / 2:
        raise Killed


def people_in(data: Path) -> tuple[int, datetime | None]:
    async def looked() -> tuple[int, datetime | None]:
        await db.open_database(f"sqlite://{data / 'maatje.sqlite3'}")
        try:
            return await db.read(lambda: Person.all().count()), await db.read(_newest)
        finally:
            await db.close_database()

    return asyncio.run(looked())


async def _newest() -> datetime | None:
    person = await Person.all().order_by("-created_at").first()
    return person.created_at if person else None


async def test_with_people_in_it_it_is_refused(cast: Cast) -> None:
    with pytest.raises(NotEmpty):
        await fill(2)
    assert not await db.read(is_demo)


async def test_killed_halfway_it_leaves_nothing_and_can_be_done_again(database: Path) -> None:
    with pytest.raises(Killed):
        await fill(2, halfway)
    assert await db.read(is_empty)
    assert not await db.read(is_demo)

    await fill(2)
    assert await db.read(is_demo)


async def test_the_clock_is_given_back(clock: Clock, database: Path) -> None:
    with pytest.raises(Killed):
        await fill(2, halfway)

    assert server_clock.now() == clock.at


def test_a_second_time_fails_or_is_left_alone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--communities", "2"]) == 0
    before = people_in(data)

    assert main(["demo"]) == 1
    assert "not empty" in capsys.readouterr().err
    assert main(["demo", "--if-empty"]) == 0
    assert people_in(data) == before


@pytest.mark.parametrize("number", ["1", "0", "-4", "many", "100000"])
def test_a_number_that_makes_no_sense_is_refused(data: Path, number: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["demo", "--communities", number])

    assert stopped.value.code == 2
    assert not list(data.iterdir())
