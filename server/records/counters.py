"""The counter and the checksum of each scope. Whoever writes takes them last, in order of name.

The lock on a counter is held until the commit, so that the order of numbers is the order of commits: a reader whose
cursor is 12 has missed nothing up to 12.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from server.records.models import Placement, Scope

AT_ONCE = 500


@dataclass(frozen=True)
class Placed:
    scope: str
    record: str
    state: str  # in, out
    rev: str


async def place(changes: Iterable[Placed], now: datetime) -> set[str]:
    """Move the row of each pair forward, and keep count and sum of each scope."""
    by_scope = {name: list(some) for name, some in groupby(sorted(changes, key=_order), lambda change: change.scope)}
    before = await _before(by_scope)
    await Scope.bulk_create([Scope(name=name) for name in sorted(by_scope)], ignore_conflicts=True)
    rows: list[Placement] = []
    for counter in await Scope.filter(name__in=list(by_scope)).order_by("name").select_for_update():
        rows += _numbered(counter, by_scope[counter.name], now)
        _count(counter, by_scope[counter.name], before)
        await counter.save()
    fields = ("pos", "state", "rev", "at")
    await Placement.bulk_create(rows, AT_ONCE, on_conflict=("scope", "record"), update_fields=fields)
    return set(by_scope)


def checksum(id: str, rev: str) -> int:
    return int.from_bytes(hashlib.sha256((id + rev).encode()).digest()[:8])


async def _before(by_scope: dict[str, list[Placed]]) -> dict[tuple[str, str], str]:
    """The rev under which a record lay in a scope, where it did."""
    ids = {change.record for some in by_scope.values() for change in some}
    rows = await Placement.filter(record__in=ids, scope__in=list(by_scope), state="in")
    return {(row.scope, row.record): row.rev for row in rows}


def _order(change: Placed) -> tuple[str, str]:
    return change.scope, change.record


def _numbered(counter: Scope, changes: list[Placed], now: datetime) -> list[Placement]:
    first = counter.position + 1
    counter.position += len(changes)
    return [Placement(pos=pos, at=now, **vars(change)) for pos, change in enumerate(changes, first)]


def _count(counter: Scope, changes: list[Placed], before: dict[tuple[str, str], str]) -> None:
    total = int(counter.sum, 16)
    for change in changes:
        rev = before.get((change.scope, change.record))
        total ^= checksum(change.record, rev) if rev else 0
        total ^= checksum(change.record, change.rev) if change.state == "in" else 0
        counter.count += (change.state == "in") - (rev is not None)
    counter.sum = f"{total:016x}"
