"""What every test may ask for: a fresh database, the app, the cast, a browser of one of them, and the clock.

What asks for a `database` runs on SQLite and on PostgreSQL, unless it is marked with one of them.
`pytest -k "not postgres"` leaves the second out.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from starlette.applications import Starlette

from server import clock as server_clock
from server import config, db, journal
from server.app import make_app
from server.auth.sessions import open_session
from server.people.models import Person
from tests.cluster import Cluster, cluster
from tests.described import as_described
from tests.people import Cast, enter_cast

HOME = "http://maatje.test"
SignedIn = Callable[[Person], Awaitable[httpx2.AsyncClient]]


class Clock:
    """The time as this test has it; it stands still until moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 17, 22, 12, tzinfo=UTC)

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Iterator[Clock]:
    clock = Clock()
    server_clock.set_source(lambda: clock.at)
    yield clock
    server_clock.set_source(None)


@pytest.fixture(scope="session")
def shelf() -> Iterator[Path]:
    """A folder for databases: in memory where the system has such a place, for a commit waits for its disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="maatje-", dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def template(shelf: Path) -> Path:
    """A database that has had every migration. Each test gets a copy, which takes a millisecond."""
    file = shelf / "template.sqlite3"
    asyncio.run(db.migrate(f"sqlite://{file}"))
    return file


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        both = ["sqlite", "postgres"]
        only = [name for name in both if metafunc.definition.get_closest_marker(name)]
        metafunc.parametrize("engine", only or both, indirect=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A PostgreSQL of our own, with a migrated database named "template"."""
    with cluster() as made:
        asyncio.run(made.tell("CREATE DATABASE template"))
        asyncio.run(db.migrate(made.url("template")))
        yield made


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Cluster | None:
    """What this test runs on: a cluster of PostgreSQL, or else SQLite."""
    return request.getfixturevalue("postgres") if request.param == "postgres" else None


@pytest.fixture
def place(shelf: Path) -> Iterator[Path]:
    """A folder for what belongs to one database."""
    with tempfile.TemporaryDirectory(dir=shelf) as folder:
        yield Path(folder)


@pytest.fixture
async def address(engine: Cluster | None, template: Path, place: Path) -> AsyncIterator[str]:
    """Where a fresh database is that nobody has opened yet."""
    if engine is None:
        yield f"sqlite://{shutil.copy(template, place / 'maatje.sqlite3')}"
        return
    name = await engine.copy_of("template")
    yield engine.url(name)
    await engine.drop(name)


@pytest.fixture
async def database(address: str, place: Path) -> AsyncIterator[str]:
    """Open; its address."""
    journal.open_journal(place / "journal")
    await db.open_database(address)
    yield address
    await db.close_database()


@pytest.fixture
async def cast(database: str) -> Cast:
    """Sanne, Bram, Senna, Cora, Joris, Lot and Ada: see people.py."""
    return await enter_cast()


@pytest.fixture
def settings(tmp_path: Path) -> config.Config:
    return config.read(
        {"MAATJE_DATA": str(tmp_path / "data"), "MAATJE_SECRET": "a-secret-of-the-tests-that-is-long-enough"}
    )


@pytest.fixture
def app(settings: config.Config, database: str) -> Starlette:
    return make_app(settings)


@pytest.fixture
async def stranger(app: Starlette) -> AsyncIterator[httpx2.AsyncClient]:
    """A browser that is not signed in."""
    async with browser(app) as client:
        yield client


@pytest.fixture
async def signed_in(app: Starlette) -> AsyncIterator[SignedIn]:
    """A browser of this person: `phone = await signed_in(cast.bram)`. Each call signs in anew."""
    async with AsyncExitStack() as browsers:

        async def sign_in(person: Person) -> httpx2.AsyncClient:
            client = await browsers.enter_async_context(browser(app))
            client.cookies.set("maatje", await db.write(lambda: open_session(person.id, "test")))
            return client

        yield sign_in


def browser(app: Starlette) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app),
        base_url=HOME,
        headers={"origin": HOME},
        event_hooks={"response": [as_described]},
    )
