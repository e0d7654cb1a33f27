"""The counter and the checksum of each scope. Whoever writes takes them last, in order of name.

The lock on a counter is held until the commit, so that the order of numbers is the order of commits: a reader whose
cursor is 12 has missed nothing up to 12.
"""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from datetime import datetime
from itertools import groupby

from server import db
from server.records.tables import PLACEMENT, SCOPE, marks

NOTHING = "0" * 16


@dataclass(frozen=True)
class Placed:
    scope: str
    record: str
    state: str  # in, out
    rev: str


@dataclass
class Counter:
    """A row of the table of scopes. A scope that nobody has written in has none, and is this."""

    name: str
    position: int = 0
    floor: int = 0
    count: int = 0
    sum: str = NOTHING


async def place(changes: Iterable[Placed], now: datetime, known: Collection[str]) -> set[str]:
    """Move the row of each pair forward, and keep count and sum of each scope. `known` lay somewhere before."""
    by_scope = {name: list(some) for name, some in groupby(sorted(changes, key=_order), lambda change: change.scope)}
    if not by_scope:
        return set()
    before = await _before(list(by_scope), list(known))
    counters = await locked(by_scope)
    rows: list[tuple[object, ...]] = []
    for counter in counters:
        changed = by_scope[counter.name]
        rows += _numbered(counter, changed, now)
        _count(counter, changed, before)
    await keep(counters)
    await PLACEMENT.write(rows)
    return set(by_scope)


async def locked(names: Iterable[str]) -> list[Counter]:
    """The counters of these scopes in order of name, nobody else's until the commit."""
    ordered = sorted(names)
    await SCOPE.write([astuple(Counter(name)) for name in ordered])
    sql = f"{SCOPE.select} WHERE name IN ({marks(ordered)}) ORDER BY name"
    return [Counter(**row) for row in await db.locked(sql, ordered)]


async def keep(counters: Iterable[Counter]) -> None:
    values = [(one.position, one.floor, one.count, one.sum, one.name) for one in counters]
    await db.execute_many('UPDATE scope SET position = ?, floor = ?, "count" = ?, "sum" = ? WHERE name = ?', values)


def checksum(id: str, rev: str) -> int:
    return int.from_bytes(hashlib.sha256((id + rev).encode()).digest()[:8])


async def _before(scopes: list[str], ids: list[str]) -> dict[tuple[str, str], str]:
    """The rev under which a record lay in a scope, where it did."""
    if not ids:
        return {}
    sql = f"""SELECT scope, record, rev FROM placement
              WHERE record IN ({marks(ids)}) AND scope IN ({marks(scopes)}) AND state = 'in'"""
    return {(row["scope"], row["record"]): row["rev"] for row in await db.rows(sql, [*ids, *scopes])}


def _order(change: Placed) -> tuple[str, str]:
    return change.scope, change.record


def _numbered(counter: Counter, changes: list[Placed], now: datetime) -> list[tuple[object, ...]]:
    first = counter.position + 1
    counter.position += len(changes)
    return [(one.scope, one.record, pos, one.state, one.rev, now) for pos, one in enumerate(changes, first)]


def _count(counter: Counter, changes: list[Placed], before: dict[tuple[str, str], str]) -> None:
    total = int(counter.sum, 16)
    for change in changes:
        rev = before.get((change.scope, change.record))
        total ^= checksum(change.record, rev) if rev else 0
        total ^= checksum(change.record, change.rev) if change.state == "in" else 0
        counter.count += (change.state == "in") - (rev is not None)
    counter.sum = f"{total:016x}"
