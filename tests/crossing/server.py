"""The real server in this process, over a database of either engine, with the backups and the journal that it has."""

import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import httpx2

from server import clock, config, db, ids, journal
from server.app import make_app
from server.auth.models import Login
from server.auth.sessions import end, open_session
from server.files.settling import settle
from server.files.store import Store
from server.people.models import Person
from server.records.purge import KEPT, purge
from server.safekeeping import backup, restore
from server.safekeeping.erase import erase_record
from server.safekeeping.tables import tables
from tests.crossing.network import Packet
from tests.crossing.words import words_in
from tests.people import Cast, enter_cast
from tests.simulation.tables import Row, Tables, at, rows_of_all

T = TypeVar("T")
HOME = "http://maatje.test"
START = 1_772_470_000_000  # ms: 2 March 2026


class Server:
    def __init__(self, address: str, folder: Path, seed: int) -> None:
        self.address, self.ms = address, float(START)
        self.settings = config.read({"MAATJE_DATA": str(folder), "MAATJE_SECRET": "a-secret-of-the-tests-long-enough"})
        self.cast: Cast
        self._copy = folder / "backup"
        self._rows: dict[str, list[Row]]
        clock.set_source(self.now)
        ids.set_source(random.Random(seed).getrandbits)

    async def start(self) -> None:
        await self._open()
        self.cast = await enter_cast()
        await self.write(_without_templates)

    async def stop(self) -> None:
        await db.close_database()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.ms / 1000, UTC)

    @property
    def engine(self) -> str:
        return self.address.partition(":")[0].removesuffix("ql")

    def tables(self) -> Tables:
        """As they were after whatever was last done here."""
        return Tables(at(self.now()), self._rows)

    async def write(self, work: Callable[[], Awaitable[T]]) -> T:
        done = await db.write(work)
        self._rows = await rows_of_all()
        return done

    async def hear(self, packet: Packet) -> httpx2.Response:
        """The request as it left the device, with the cookie that it had then."""
        content = bytes.fromhex(packet.raw) if packet.raw else packet.body
        answer = await self._asked(packet.cookie, packet.verb, packet.path, headers=packet.headers, content=content)
        self._rows = await rows_of_all()
        return answer

    async def ask(self, person: str, path: str) -> httpx2.Response:
        """As this person would by hand, whatever their devices do."""
        cookie = await self.write(lambda: open_session(UUID(person), "by hand"))
        return await self._asked(cookie, "GET", path)

    async def _asked(self, cookie: str, verb: str, path: str, **more: Any) -> httpx2.Response:
        async with httpx2.AsyncClient(transport=self._transport, base_url=HOME, headers={"origin": HOME}) as http:
            http.cookies.set("maatje", cookie)
            return await http.request(verb, path, **more)

    async def sign_in(self, person: Person) -> str:
        return await self.write(lambda: open_session(person.id, "simulated"))

    async def revoke(self, person: Person) -> None:
        """Every login of this person is ended from elsewhere."""

        async def work() -> None:
            for login in await Login.filter(person=person.id, ended_at=None):
                await end(login.id, "revoked")

        await self.write(work)

    async def purge(self) -> None:
        """As it will be in 400 days."""
        await self.write(lambda: purge(self.now() + KEPT))

    async def erase(self, id: str) -> None:
        """For good. The copy that still has it stays: the journal knows better."""
        await self.write(lambda: erase_record(id))

    async def words(self) -> set[str]:
        """Every typed word in any table there is."""

        async def work() -> set[str]:
            return words_in(*[row for table in tables() for row in await db.rows(f'SELECT * FROM "{table.name}"')])

        return await db.read(work)

    # ---- disaster

    async def back_up(self) -> None:
        self._copy.unlink(missing_ok=True)
        await backup(self._copy)

    async def restore(self) -> bool:
        """Put the copy back; the journal does again what it does not know. Whether there was a copy."""
        if not self._copy.exists():
            return False
        await self.stop()
        await restore(self._copy, self.address)
        await self._open()
        await settle(Store(self.settings.files))
        self._rows = await rows_of_all()
        return True

    async def _open(self) -> None:
        journal.open_journal(self.settings.journal)
        await db.open_database(self.address)
        self._rows = await rows_of_all()
        self._transport = httpx2.ASGITransport(make_app(self.settings))


async def _without_templates() -> None:
    """They are many times as large as all that is written here, and nobody writes them."""
    await db.execute("DELETE FROM placement WHERE record IN (SELECT id FROM record WHERE kind = 'template')")
    await db.execute("DELETE FROM record WHERE kind = 'template'")
    await db.execute("DELETE FROM scope WHERE name LIKE 'programme:%'")
