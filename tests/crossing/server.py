"""The real server in this process, over an SQLite file that can be copied and put back."""

import random
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import httpx2

from server import clock, config, db, ids, journal
from server.app import make_app
from server.auth.models import Login
from server.auth.sessions import end, open_session
from server.people.models import Person
from server.records.generation import raise_generation
from server.records.purge import KEPT, purge
from server.safekeeping.erase import erase_record
from tests.crossing.network import Packet
from tests.people import Cast, enter_cast
from tests.simulation.tables import Tables, look

T = TypeVar("T")
HOME = "http://maatje.test"
START = 1_772_470_000_000  # ms: 2 March 2026


class Server:
    def __init__(self, file: Path, settings: Path, seed: int) -> None:
        self.file, self.ms = file, float(START)
        self.settings = config.read(
            {"MAATJE_DATA": str(settings), "MAATJE_SECRET": "a-secret-of-the-tests-long-enough"}
        )
        self.cast: Cast
        self._generation = 1
        clock.set_source(self.now)
        ids.set_source(random.Random(seed).getrandbits)

    async def start(self) -> None:
        await self._open()
        self.cast = await enter_cast()
        await db.write(_without_templates)

    async def stop(self) -> None:
        self._eyes.close()
        await db.close_database()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.ms / 1000, UTC)

    def tables(self) -> Tables:
        return look(self._eyes, self.now())

    async def write(self, work: Callable[[], Awaitable[T]]) -> T:
        return await db.write(work)

    async def hear(self, packet: Packet) -> httpx2.Response:
        """The request as it left the device, with the cookie that it had then."""
        async with httpx2.AsyncClient(transport=self._transport, base_url=HOME, headers={"origin": HOME}) as http:
            http.cookies.set("maatje", packet.cookie)
            return await http.request(packet.verb, packet.path, headers=packet.headers, content=packet.body)

    async def sign_in(self, person: Person) -> str:
        return await db.write(lambda: open_session(person.id, "simulated"))

    async def revoke(self, person: Person) -> None:
        """Every login of this person is ended from elsewhere."""

        async def work() -> None:
            for login in await Login.filter(person=person.id, ended_at=None):
                await end(login.id, "revoked")

        await db.write(work)

    async def purge(self) -> None:
        """As it will be in 400 days."""
        await db.write(lambda: purge(self.now() + KEPT))

    async def erase(self, id: str) -> None:
        """For good. The copy is thrown away, as whoever erases is told to do."""
        await db.write(lambda: erase_record(id))
        self.file.with_name("backup").unlink(missing_ok=True)

    # ---- disaster

    def back_up(self) -> None:
        with closing(sqlite3.connect(self.file.with_name("backup"))) as copy:
            self._eyes.backup(copy)

    async def restore(self) -> bool:
        """Put the copy back, end all logins and raise the generation. Whether there was a copy."""
        backup = self.file.with_name("backup")
        if not backup.exists():
            return False
        await self.stop()
        for old in self.file.parent.glob(f"{self.file.name}*"):
            old.unlink()
        shutil.move(backup, self.file)
        await self._open()
        await db.write(self._raised)
        return True

    async def _raised(self) -> None:
        await Login.filter(ended_at=None).update(ended_at=clock.now())
        number = await raise_generation()
        while number <= self._generation:  # the copy may be older than an earlier restore
            number = await raise_generation()
        self._generation = number

    async def _open(self) -> None:
        journal.open_journal(self.settings.journal)
        await db.open_database(f"sqlite://{self.file}")
        self._eyes = sqlite3.connect(self.file)
        self._transport = httpx2.ASGITransport(make_app(self.settings))


async def _without_templates() -> None:
    """They are many times as large as all that is written here, and nobody writes them."""
    await db.execute("DELETE FROM placement WHERE record IN (SELECT id FROM record WHERE kind = 'template')")
    await db.execute("DELETE FROM record WHERE kind = 'template'")
    await db.execute("DELETE FROM scope WHERE name LIKE 'programme:%'")
