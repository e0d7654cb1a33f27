"""How fast logboeken come in: 8 coaches push batches of 200 through HTTP, against sqlite3 used straight."""

import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import orjson

from bench.installation import installation
from bench.logboeken import mutations
from bench.people import SignedIn, enter_coaches
from bench.phone import Phone, request
from bench.raw import Raw
from bench.told import tell

CLIENTS, BATCH = 8, 200
ROUNDS, BATCHES = 5, 5  # in each round, each client pushes so many batches


def main() -> None:
    with installation(lambda: enter_coaches(CLIENTS)) as installed:
        raw = Raw(installed.folder / "raw.sqlite3")
        clients = [Client(installed.server.port, who) for who in installed.filled]
        times = [(raw.write(_bodies(clients, n)), pushed(clients, n)) for n in range(ROUNDS)]
        raw.close()
    records = CLIENTS * BATCHES * BATCH
    ratio = statistics.median(theirs / ours for theirs, ours in times)
    rates = [f"{records / statistics.median(column):.0f}" for column in zip(*times, strict=True)]
    tell(f"push: {rates[1]} logboeken a second against {rates[0]} into sqlite3 used straight", ratio, "0.40 or more")


class Client:
    """A coach, with all that will be pushed, written before the clock starts."""

    def __init__(self, port: int, who: SignedIn) -> None:
        self.phone = Phone(port, who)
        cursors: dict[str, int] = orjson.loads(self.phone.sync(request({})))["cursors"]
        self.bodies = list(islice(_requests(who.person, cursors), ROUNDS * BATCHES))

    def push(self, number: int) -> None:
        for body in self.round(number):
            answer = self.phone.sync(body)
            if answer.count(b'"status":"ok"') != BATCH:
                raise RuntimeError(f"not all of it was taken in: {answer[:500]!r}")

    def round(self, number: int) -> list[bytes]:
        return self.bodies[number * BATCHES : (number + 1) * BATCHES]


def _requests(person: str, cursors: dict[str, int]) -> Iterator[bytes]:
    """Nobody else writes in the own scope, so that its cursor is known beforehand."""
    written, own = mutations(person), f"self:{person}"
    while True:
        yield request(cursors, list(islice(written, BATCH)))
        cursors = cursors | {own: cursors.get(own, 0) + BATCH}


def _bodies(clients: list[Client], number: int) -> list[bytes]:
    return [body for client in clients for body in client.round(number)]


def pushed(clients: list[Client], number: int) -> float:
    with ThreadPoolExecutor(len(clients)) as threads:
        begun = time.perf_counter()
        list(threads.map(lambda client: client.push(number), clients))
        return time.perf_counter() - begun
