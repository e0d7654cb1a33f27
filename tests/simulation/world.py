"""The real server, the devices of the cast, and a network between them that a test decides over.

Each world is a copy of one prepared database, opened by the app itself; its time and its chance are its own, so that
the same steps always lead to the same end.
"""

import asyncio
import atexit
import contextlib
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

import httpx2

from server import clock, config, db, ids, journal
from server.app import make_app
from server.auth.sessions import open_session
from server.records.generation import raise_generation
from server.records.purge import KEPT, purge
from tests.people import Cast, enter_cast
from tests.simulation import invariants
from tests.simulation.at_once import without_threads
from tests.simulation.device import Device, Json
from tests.simulation.oracle import visible
from tests.simulation.tables import Tables, look
from tests.simulation.words import Words

T = TypeVar("T")
HOME = "http://maatje.test"
START = datetime(2026, 3, 2, 17, 22, 12, tzinfo=UTC)
DEVICES = ("sanne", "sanne", "bram", "bram", "senna", "cora", "joris")
ROUNDS = 12  # in which every outbox is empty, once the network holds


@dataclass
class Packet:
    """Something on its way. An answer carries what its reader could see when it was made."""

    device: Device
    body: Json
    whole: bool
    answer: bool = False
    seen: dict[str, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class Template:
    file: Path
    cast: Cast
    cookies: dict[str, str]


@dataclass(frozen=True)
class Kept:
    content: bytes
    parts: tuple[Words, list[Device], dict[tuple[str, str], Json], dict[str, Json], int]


class World:
    def __init__(self, kept: Kept | None = None) -> None:
        self.template = template()
        self.cast = self.template.cast
        self.folder = tempfile.TemporaryDirectory(dir=self.template.file.parent)
        self.file = Path(self.folder.name) / "maatje.sqlite3"
        self.words = Words()
        self.net: list[Packet] = []
        self.backup: bytes | None = None
        self.answers: dict[tuple[str, str], Json] = {}  # (person, mid) → the first answer
        self.shared: dict[str, Json] = {}  # mid of a move → what its author saw
        self.given_up: set[str] = set()  # words that a restore could not bring back
        self.gen = "g1"
        self.seconds = 0
        people = [str(getattr(self.cast, name).id) for name in DEVICES]
        self.devices = [Device(f"{name}{n}", people[n]) for n, name in enumerate(DEVICES)]
        self.runner = asyncio.Runner()
        _deterministic(self._now)
        if kept:
            self.words, self.devices, self.answers, self.shared, self.seconds = deepcopy(kept.parts)
        self.open(kept.content if kept else self.template.file.read_bytes())

    def keep(self) -> Kept:
        """This world as it is now, for others to begin with."""
        self.shut()
        parts = self.words, self.devices, self.answers, self.shared, self.seconds
        return Kept(self.file.read_bytes(), deepcopy(parts))

    # ---- the server

    def open(self, content: bytes) -> None:
        for old in self.file.parent.glob("maatje.sqlite3*"):
            old.unlink()
        self.file.write_bytes(content)
        journal.open_journal(Path(self.folder.name) / "journal")
        self.eyes = sqlite3.connect(self.file)
        with without_threads():
            self.run(db.open_database(f"sqlite://{self.file}"))
        settings = config.read({"MAATJE_DATA": self.folder.name, "MAATJE_SECRET": "a secret of the tests, long enough"})
        self.transport = httpx2.ASGITransport(make_app(settings))

    def shut(self) -> None:
        self.eyes.close()
        self.run(db.close_database())

    def close(self) -> None:
        with contextlib.suppress(sqlite3.ProgrammingError):
            self.shut()
        self.runner.close()
        clock.set_source(None)
        ids.set_source(None)
        self.folder.cleanup()

    def run(self, work: Awaitable[T]) -> T:
        async def waiting() -> T:
            return await work

        return self.runner.run(waiting())

    def write(self, work: Callable[[], Awaitable[T]]) -> T:
        self.seconds += 1
        return self.run(db.write(work))

    def tables(self) -> Tables:
        return look(self.eyes, self._now())

    def _now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def call(self, device: Device, method: str, path: str, body: Json | None = None) -> httpx2.Response:
        """A request of this device, answered."""
        self.seconds += 1

        async def work() -> httpx2.Response:
            async with httpx2.AsyncClient(transport=self.transport, base_url=HOME, headers={"origin": HOME}) as http:
                http.cookies.set("maatje", self.template.cookies[device.person])
                return await http.request(method, path, json=body)

        return self.run(work())

    # ---- the network

    def send(self, device: Device, **more: Any) -> Packet:
        """A request leaves, and may arrive at any time."""
        whole = more.get("only") is None and more.get("pull", True)
        packet = Packet(device, device.request(**more), whole)
        self.net.append(packet)
        return packet

    def arrive(self, packet: Packet) -> Packet:
        """The server takes a request in; its answer is on its way back. The request may arrive again."""
        before = self.tables()
        response = self.call(packet.device, "POST", "/api/sync", packet.body)
        after = self.tables()
        answer = invariants.after_request(self, packet.device, packet.body, response, before, after)
        back = Packet(packet.device, answer, packet.whole, True, visible(after, packet.device.person))
        self.net.append(back)
        return back

    def receive(self, packet: Packet) -> None:
        """A device takes an answer in, if it is the one it waits for."""
        self.net.remove(packet)
        device = packet.device
        taken = device.take_in(packet.body, packet.whole)
        if taken and packet.whole and not packet.body["more"] and not device.anew:
            invariants.after_round(device, packet.seen)

    def sync(self, device: Device, **more: Any) -> None:
        """There and back without a fault."""
        packet = self.send(device, **more)
        self.net.remove(packet)
        self.receive(self.arrive(packet))

    # ---- what befalls a server

    def purge(self) -> None:
        """As it will be in 400 days."""
        self.write(lambda: purge(self._now() + KEPT))

    def back_up(self) -> None:
        with sqlite3.connect(self.file.with_name("copy")) as copy:
            self.eyes.backup(copy)
        copy.close()
        self.backup = self.file.with_name("copy").read_bytes()

    def restore(self) -> None:
        """What was lost comes back from the devices, save what a drop had cleared from them."""
        if self.backup is None:
            return
        before = self.tables()
        self.shut()
        self.open(self.backup)
        self.backup = None
        number = self.write(_raise_over(int(self.gen[1:])))
        self.gen = f"g{number}"
        invariants.after_restore(self, before, self.tables())

    def calm(self) -> None:
        """The network holds and nobody types: everything comes to its place."""
        self.net = []
        for _ in range(ROUNDS):
            for device in self.devices:
                self.sync(device)
            if not any(device.outbox for device in self.devices):
                break
        else:
            raise AssertionError(f"I7: an outbox is never empty: {[len(d.outbox) for d in self.devices]}")
        for device in self.devices:
            self.sync(device)
            if device.anew:
                self.sync(device)
        invariants.in_the_end(self)


def _raise_over(number: int) -> Callable[[], Awaitable[int]]:
    async def work() -> int:
        raised = await raise_generation()
        while raised <= number:  # the backup may be older than an earlier restore
            raised = await raise_generation()
        return raised

    return work


@cache
def template() -> Template:
    """Migrated, with the cast in it and each of them signed in; made once."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="maatje-", dir=memory if memory.is_dir() else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "template.sqlite3"
    _deterministic(lambda: START)
    cast, cookies = asyncio.run(_prepared(f"sqlite://{file}"))
    return Template(file, cast, cookies)


async def _prepared(url: str) -> tuple[Cast, dict[str, str]]:
    await db.migrate(url)
    await db.open_database(url)
    cast = await enter_cast()
    people = {getattr(cast, name).id for name in DEVICES}
    cookies = {str(person): await db.write(partial(open_session, person, "test")) for person in people}
    await db.close_database()
    return cast, cookies


def _deterministic(now: Callable[[], datetime]) -> None:
    clock.set_source(now)
    ids.set_source(random.Random(7).getrandbits)
