"""Several processes and hosts on one database: what is written through one is heard through the others."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest

from server import db
from server.auth.models import Login
from server.auth.sessions import end, open_session
from server.config import SETTINGS
from server.people.models import Person
from tests.cluster import Cluster
from tests.people import Cast
from tests.sync.device import mutation
from tests.test_cli import ROOT, free_port

pytestmark = pytest.mark.postgres
LISTENING = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ILIKE 'listen%' AND datname LIKE 'test_%'"
)
Serving = Callable[..., int]


@pytest.fixture
def serving(database: str, tmp_path: Path) -> Any:
    """`port = serving("--workers", "2")`: another server on the database of this test."""
    started: list[subprocess.Popen[bytes]] = []

    def serve(*arguments: str) -> int:
        port = free_port()
        ours = {name: value for name, value in os.environ.items() if name not in SETTINGS}
        settings = ours | {"MAATJE_DATA": str(tmp_path / "data"), "PORT": str(port), "DATABASE_URL": database}
        command = [sys.executable, "-m", "server", "serve", *arguments]
        started.append(subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE))
        return port

    yield serve
    for process in started:
        process.send_signal(signal.SIGTERM)
    for process in started:
        process.communicate(timeout=20)
        assert process.returncode in (0, -signal.SIGTERM)  # uvicorn ends as it was told to, once all is closed


@asynccontextmanager
async def phone(port: int, person: Person) -> AsyncIterator[httpx2.AsyncClient]:
    home = f"http://localhost:{port}"
    async with httpx2.AsyncClient(base_url=home, headers={"origin": home}) as http:
        http.cookies.set("maatje", await db.write(lambda: open_session(person.id, "test")))
        for _ in range(300):
            if await _answers(http):
                break
            await asyncio.sleep(0.1)
        yield http


async def _answers(http: httpx2.AsyncClient) -> bool:
    with suppress(httpx2.TransportError):
        return (await http.get("/healthz")).status_code == 200
    return False


class Stream:
    """What one phone is told."""

    def __init__(self, response: httpx2.Response) -> None:
        self._lines = response.aiter_lines()

    async def begun(self) -> None:
        """From the first line on it hears."""
        assert (await anext(self._lines)).startswith(":")

    async def told(self) -> Any:
        async with asyncio.timeout(15):
            async for line in self._lines:
                if line.startswith("data: "):
                    return orjson.loads(line.removeprefix("data: "))["scopes"]
        return "the end"


@asynccontextmanager
async def stream(http: httpx2.AsyncClient) -> AsyncIterator[Stream]:
    async with http.stream("GET", "/api/events", timeout=60) as response:
        heard = Stream(response)
        await heard.begun()
        yield heard


async def write(http: httpx2.AsyncClient, cast: Cast) -> str:
    """Something in a scope that Bram and Cora read."""
    scope = f"coaching:{cast.coaching.id}"
    body = {"proto": 1, "device": "x", "n": 1, "gen": None, "schema": 1, "limit": 10, "cursors": {}, "pull": False}
    comment = mutation("comment", {"text": "hoi"}, scope=scope)
    answer = await http.post("/api/sync", json=body | {"mutations": [comment]})
    assert answer.json()["results"][comment["mid"]]["status"] == "ok"
    return scope


async def test_what_is_written_through_one_server_is_heard_through_the_other(cast: Cast, serving: Serving) -> None:
    one, other = serving(), serving()
    async with phone(one, cast.bram) as bram, phone(other, cast.cora) as cora, stream(cora) as heard:
        scope = await write(bram, cast)

        assert await heard.told() == [scope]


async def test_a_stream_outlives_the_connection_that_hears(cast: Cast, serving: Serving, engine: Cluster) -> None:
    one, other = serving(), serving()
    async with phone(one, cast.bram) as bram, phone(other, cast.cora) as cora, stream(cora) as heard:
        assert await engine.tell(LISTENING)

        assert await heard.told() == []
        scope = await write(bram, cast)
        assert await heard.told() == [scope]


async def test_a_login_that_is_ended_through_one_server_ends_its_streams_on_the_other(
    cast: Cast, serving: Serving
) -> None:
    async with phone(serving(), cast.cora) as cora, stream(cora) as heard:
        login = await db.read(lambda: Login.get(person=cast.cora.id))

        await db.write(lambda: end(login.id, "revoked"))

        assert await heard.told() == "the end"


async def test_all_workers_hear_and_stop_when_told_to(cast: Cast, serving: Serving) -> None:
    port = serving("--workers", "2")
    async with AsyncExitStack() as opened:
        phones = [await opened.enter_async_context(phone(port, cast.cora)) for _ in range(6)]
        streams = [await opened.enter_async_context(stream(one)) for one in phones]
        bram = await opened.enter_async_context(phone(port, cast.bram))

        scope = await write(bram, cast)

        assert [await one.told() for one in streams] == [[scope]] * 6
