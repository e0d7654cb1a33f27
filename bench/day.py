"""What a coach costs the server on a day with a logboek: processor time and room, by living many such days."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from random import Random

import orjson

from bench.installation import Installation, installation
from bench.logboeken import Json, mutations, uuid7
from bench.people import SignedIn, enter_coaches
from bench.phone import Phone, request
from bench.told import tell

COACHES = 200
LOOKS, PAUSES = 20, 8  # syncs with nothing new, and pauses in which a part of the one logboek is sent
BARE = 2000
TICKS = os.sysconf("SC_CLK_TCK")

Coaches = Installation[list[SignedIn]]


def main() -> None:
    with installation(lambda: enter_coaches(COACHES)) as installed:
        bare = _computed(installed, lambda: _look(installed.server.port)) / BARE
        before = _room(installed)
        day = _computed(installed, lambda: _live_all(installed)) / COACHES
        room = (_room(installed) - before) / COACHES
    what = f"a coach's day of {LOOKS + PAUSES} syncs, {day * 1000:.0f} ms of one processor and {room / 1000:.0f} kB"
    tell(f"{what}, against a request that does nothing", day / bare, "below 400")


def _computed(installed: Coaches, work: Callable[[], object]) -> float:
    """Seconds that the server computed meanwhile."""
    before = _ticks(installed)
    work()
    return (_ticks(installed) - before) / TICKS


def _ticks(installed: Coaches) -> int:
    numbers = Path(f"/proc/{installed.server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return int(numbers[11]) + int(numbers[12])


def _room(installed: Coaches) -> int:
    """Bytes of the database, with nothing left in the write-ahead log."""
    file = installed.folder / "maatje.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.stat().st_size


def _look(port: int) -> None:
    line = HTTPConnection("127.0.0.1", port)
    for _ in range(BARE):
        line.request("GET", "/healthz")
        line.getresponse().read()
    line.close()


def _live_all(installed: Coaches) -> None:
    for who in installed.filled:
        _live(installed.server.port, who)


def _live(port: int, who: SignedIn) -> None:
    """The app is looked at now and then, and one logboek is typed."""
    phone = Phone(port, who)
    cursors: dict[str, int] = orjson.loads(phone.sync(request({})))["cursors"]
    for _ in range(LOOKS - 1):
        phone.sync(request(cursors))
    for change in _typed(who.person):
        answer = orjson.loads(phone.sync(request(cursors, [change])))
        if answer["results"][change["mid"]]["status"] != "ok":
            raise RuntimeError(answer)
        cursors |= answer["cursors"]
    phone.close()


def _typed(person: str) -> Iterator[Json]:
    """A logboek as it grows: each part is sent after a pause, the long answer word by word."""
    (whole,) = islice(mutations(person), 1)
    text: str = whole["set"]["depth"]
    yield {**whole, "set": {**whole["set"], "depth": text[:100]}}
    last, chance = whole["mid"], Random(person)
    for n in range(1, PAUSES):
        change = {**whole, "mid": uuid7(chance), "base": {"mid": last}}
        change["set"] = {"depth": text[: len(text) * (n + 1) // PAUSES]}
        last = change["mid"]
        yield {key: value for key, value in change.items() if key != "scope"}
