"""Whether a pull of one change takes longer when there is more that did not change: records, or scopes."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import orjson

from bench.installation import installation
from bench.people import Group, SignedIn, enter_coordinators, enter_group, enter_records
from bench.phone import Phone, request
from bench.told import tell

FEW, MANY = 1_000, 1_000_000  # records
SMALL, LARGE = (1, 5), (200, 8)  # communities, and members of each: 10 scopes for a coordinator, and 2,002
TIMES = 200


def main() -> None:
    _records()
    _scopes()


def _records() -> None:
    with _with_records(FEW) as few, _with_records(MANY) as many:
        ratio = _compared(few.one_change(), few, many.one_change(), many)
    tell(f"one change among {MANY} records against among {FEW}", ratio, "1.3 or less")


def _scopes() -> None:
    with installation(partial(enter_coordinators, SMALL, LARGE)) as installed:
        few, many = (Reader(installed.server.port, who, "agenda:") for who in installed.filled)
        numbers = f"{len(many.cursors)} scopes against {len(few.cursors)}"
        asked = _compared(few.one_change(only=True), few, many.one_change(only=True), many)
        whole = _compared(few.one_change(), few, many.one_change(), many)
    tell(f"one change asked for by name, {numbers}", asked, "1.3 or less")
    tell(f"one change in a full round, {numbers}", whole, "10 or less")


class Reader:
    """Somebody who has read all, and asks for the last change in a scope again and again."""

    def __init__(self, port: int, who: SignedIn, scope: str) -> None:
        self.phone = Phone(port, who)
        self.cursors: dict[str, int] = {}
        more = True
        while more:
            answer = orjson.loads(self.phone.sync(request(self.cursors, limit=1000)))
            self.cursors, more = self.cursors | answer["cursors"], answer["more"]
        self.scope = next(name for name in sorted(self.cursors) if name.startswith(scope))

    def one_change(self, only: bool = False) -> bytes:
        cursors = self.cursors | {self.scope: self.cursors[self.scope] - 1}
        if only:
            return request({self.scope: cursors[self.scope]}, only=[self.scope])
        return request(cursors)

    def ask(self, body: bytes) -> float:
        begun = time.perf_counter()
        answer = self.phone.sync(body)
        taken = time.perf_counter() - begun
        if answer.count(b'"siblings":') != 1:
            raise RuntimeError(f"not one change: {answer[:500]!r}")
        return taken


def _compared(few_body: bytes, few: Reader, many_body: bytes, many: Reader) -> float:
    """In turns, and the quickest tenth: what else the machine does falls on both, and is left out."""
    times = [(few.ask(few_body), many.ask(many_body)) for _ in range(TIMES)]
    less, more = (statistics.quantiles(column, n=10)[0] for column in zip(*times, strict=True))
    return float(more / less)


@contextmanager
def _with_records(number: int) -> Iterator[Reader]:
    async def fill() -> Group:
        group = await enter_group(1)
        await enter_records(group.agenda, number)
        return group

    with installation(fill) as installed:
        yield Reader(installed.server.port, installed.filled.members[0], "agenda:")
