"""What is new for a reader: in one snapshot, the placements above each cursor, and the records that they place."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from server import clock
from server.permissions.grants import Grants, grants
from server.permissions.may_see import may_see
from server.records.models import Placement, Record, Scope, Sibling
from server.sync.request import SyncRequest

Json = dict[str, Any]


@dataclass
class Pulled:
    """The part of an answer that a pull fills."""

    records: list[Json] = field(default_factory=list)
    outs: list[list[str]] = field(default_factory=list)
    cursors: dict[str, int] = field(default_factory=dict)
    drop: list[str] = field(default_factory=list)
    reset: list[str] = field(default_factory=list)
    more: bool = False
    check: dict[str, Json] = field(default_factory=dict)
    withheld: set[str] = field(default_factory=set)  # scopes about which the second check disagreed


@dataclass
class _Round:
    """One pull under way."""

    person: UUID
    now: datetime
    granted: Grants
    counters: dict[str, Scope]
    room: int
    pulled: Pulled = field(default_factory=Pulled)
    ids: list[str] = field(default_factory=list)


async def pull(person: UUID, asked: SyncRequest, unknown: bool, told: set[str], again: frozenset[str]) -> Pulled:
    """Inside db.read(). `told` are records that were just acknowledged, `again` scopes that start anew."""
    if unknown:  # a device that pulled a part would go on with cursors of another time in all the rest
        asked = replace(asked, only=None)
    now = clock.now()
    granted = await grants(person, now)
    wanted = _wanted(asked, granted)
    counters = {row.name: row for row in await Scope.filter(name__in=wanted)}
    running = _Round(person, now, granted, counters, asked.limit)
    if asked.pull:
        running.pulled.drop = sorted((asked.cursors.keys() | (asked.only or set())) - granted.keys())
        for scope in wanted:
            await _scope(running, scope, None if unknown or scope in again else asked.cursors.get(scope))
        _check(running, whole=asked.only is None and not running.pulled.more)
    await _bodies(running, told)
    return running.pulled


def _wanted(asked: SyncRequest, granted: Grants) -> list[str]:
    if not asked.pull:
        return []
    return sorted(granted if asked.only is None else granted.keys() & asked.only)


async def _scope(running: _Round, scope: str, cursor: int | None) -> None:
    """One scope from its cursor on; from 0 when the cursor is no longer good for anything."""
    pulled, counter = running.pulled, running.counters.get(scope) or Scope(name=scope)
    floor = max(counter.floor, await _left_before(running, counter, abs(cursor or 0)))
    start = _start(cursor, counter, floor)
    if start is None:
        pulled.reset.append(scope)
    rows = await _above(start or 0, counter, running.room)
    complete = len(rows) <= running.room
    pulled.more = pulled.more or not complete
    reached = counter.position if complete else _reached(rows[: running.room], start or 0, floor)
    if start is None or reached != cursor:
        pulled.cursors[scope] = reached
    _take(running, scope, rows[: running.room])


async def _left_before(running: _Round, counter: Scope, cursor: int) -> int:
    """The last position above the cursor of something that left before the reader came; 0 if there is none.

    They are not told of it, so it is as if it were purged: a device from an earlier time, which may still hold it,
    starts anew.
    """
    if cursor >= counter.position:
        return 0
    since = running.granted[counter.name].since
    left = Placement.filter(scope=counter.name, state="out", pos__gt=cursor, at__lt=since)
    row = await left.order_by("-pos").first()
    return row.pos if row else 0


def _start(cursor: int | None, counter: Scope, floor: int) -> int | None:
    """The position to go on from; None to start anew.

    A cursor below zero is one of ours: that far on the way up from 0, still below the floor, where a positive one
    would mean that something purged was missed.
    """
    if cursor is None or cursor > counter.position or 0 <= cursor < counter.floor or 0 < cursor < floor:
        return None
    return abs(cursor)


def _reached(rows: list[Placement], start: int, floor: int) -> int:
    pos = rows[-1].pos if rows else start
    return -pos if pos < floor else pos


async def _above(start: int, counter: Scope, room: int) -> list[Placement]:
    """One row more than there is room for, to know whether there is more."""
    if start >= counter.position:
        return []
    return await Placement.filter(scope=counter.name, pos__gt=start).order_by("pos").limit(room + 1)


def _take(running: _Round, scope: str, rows: list[Placement]) -> None:
    running.room -= len(rows)
    since = running.granted[scope].since
    for row in rows:
        if row.state == "in":
            running.ids.append(row.record)
        elif row.at >= since:  # what left before the reader came is none of theirs
            running.pulled.outs.append([scope, row.record])


def _check(running: _Round, whole: bool) -> None:
    pulled = running.pulled
    for scope in running.granted if whole else pulled.cursors:
        counter = running.counters.get(scope) or Scope(name=scope)
        if whole or pulled.cursors[scope] == counter.position:
            pulled.check[scope] = {"pos": counter.position, "count": counter.count, "sum": counter.sum}


async def _bodies(running: _Round, told: set[str]) -> None:
    """The records themselves, each asked about once more from its own end."""
    ids = list(dict.fromkeys([*running.ids, *sorted(told)]))
    rows = {row.id: row for row in await Record.filter(id__in=ids)}
    siblings: dict[str, list[Json]] = {}
    for sibling in await Sibling.filter(record__in=ids).order_by("version"):
        siblings.setdefault(sibling.record, []).append(_sibling(sibling))
    seen: dict[str, bool] = {}
    for row in (rows[id] for id in ids if id in rows):
        if row.scope not in seen:
            seen[row.scope] = await may_see(running.person, row.scope, running.now)
        if seen[row.scope] and row.scope in running.granted:
            running.pulled.records.append(shown(row, siblings.get(row.id, [])))
        elif row.id in running.ids or seen[row.scope] != (row.scope in running.granted):
            running.pulled.withheld.add(row.scope)


def shown(row: Record, siblings: list[Json]) -> Json:
    return {
        "id": row.id,
        "kind": row.kind,
        "scope": row.scope,
        "rev": f"g{row.gen}.{row.version}",
        "author": row.author,
        "deleted": row.deleted,
        "fields": row.data,
        "siblings": siblings,
    }


def _sibling(row: Sibling) -> Json:
    return {"mid": row.mid, "author": row.author, "at": row.at, "set": row.set}
