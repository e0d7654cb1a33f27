"""A database that is locked, and a server that begins anew: said plainly, and a second try doubles nothing."""

import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from server import db
from server.app import make_app
from server.auth.sessions import open_session
from server.config import Config
from tests.conftest import browser
from tests.hostile.surface import fingerprint, is_plain_refusal
from tests.people import Cast, enter_cast
from tests.sync.device import Device, mutation
from tests.sync.places import own


@pytest.fixture
async def impatient(template: Path, shelf: Path) -> AsyncIterator[Path]:
    """A database that waits a moment for a lock, and not five seconds."""
    with tempfile.TemporaryDirectory(dir=shelf) as folder:
        file = Path(folder) / "maatje.sqlite3"
        shutil.copy(template, file)
        await db.open_database(f"sqlite://{file}?busy_timeout=20")
        yield file
        await db.close_database()


async def device_of(cast: Cast, settings: Config) -> tuple[httpx2.AsyncClient, Device]:
    http = browser(make_app(settings))
    http.cookies.set("maatje", await db.write(lambda: open_session(cast.sanne.id, "test")))
    return http, Device(http)


async def test_a_locked_database_is_told_as_busy_and_a_second_try_doubles_nothing(
    impatient: Path, settings: Config
) -> None:
    cast = await enter_cast()
    http, sanne = await device_of(cast, settings)
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    other = sqlite3.connect(impatient, isolation_level=None)
    async with http:
        await sanne.sync()
        before = await fingerprint()
        other.execute("BEGIN IMMEDIATE")
        refused = await http.post("/api/sync", json=sanne.body(goal))
        reading = await http.get("/api/held")
        other.execute("ROLLBACK")
        other.close()
        unchanged = await fingerprint() == before
        first, again = await sanne.push(goal), await sanne.push(goal)

    assert (refused.status_code, refused.json()["error"]) == (503, "busy")
    assert is_plain_refusal(refused)
    assert reading.status_code == 200  # who reads waits for nobody
    assert unchanged
    assert first == again == [{"status": "ok", "rev": "g1.1"}]


async def test_a_server_that_begins_anew_answers_what_it_answered(cast: Cast, database: str, settings: Config) -> None:
    http, sanne = await device_of(cast, settings)
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    wrong = mutation("goal", {"text": "twee"}, scope=own(cast.bram))
    async with http:
        first = await sanne.push(goal, wrong)
        before = await fingerprint()
        await db.close_database()
        await db.open_database(database)
        again = await sanne.push(goal, wrong)

    assert again == first
    assert await fingerprint() == before
