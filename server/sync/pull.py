"""What is new for a reader: in one snapshot, the placements above each cursor, and the records that they place."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from server import clock, db
from server.permissions.grants import Grants, grants
from server.permissions.may_see import may_see
from server.records.counters import Counter
from server.sync.bodies import Row, rows_of, shown, siblings_of
from server.sync.request import SyncRequest, is_stale
from server.sync.standing import Standing, standing

Json = dict[str, Any]


@dataclass
class Pulled:
    """The part of an answer that a pull fills."""

    gen: int
    stale: bool
    held: int
    records: list[Json] = field(default_factory=list)
    outs: list[list[str]] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)
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
    counters: dict[str, Counter]
    room: int
    bodies: dict[str, Row]  # those that were read already
    pulled: Pulled
    ids: list[str] = field(default_factory=list)


async def pull(person: UUID, asked: SyncRequest, told: set[str], again: frozenset[str] = frozenset()) -> Pulled:
    """Inside db.read(). `told` are records that were just acknowledged, `again` scopes that start anew."""
    now, bodies = clock.now(), await rows_of(told)
    granted, stands = await _beginning(person, asked, bodies, now)
    stale = is_stale(asked.gen, stands.gen)
    if stale and asked.only is not None:  # a device that pulled a part would go on with old cursors in all the rest
        asked = replace(asked, only=None)
        granted, stands = await _beginning(person, asked, bodies, now)
    pulled = Pulled(stands.gen, stale, stands.held)
    running = _Round(person, now, granted, stands.counters, asked.limit, bodies, pulled)
    if asked.pull:
        pulled.drop = sorted((asked.cursors.keys() | (asked.only or set())) - granted.keys())
        for scope in _wanted(asked, granted):
            cursor = None if stale or scope in again else asked.cursors.get(scope)
            if cursor != _counter(running, scope).position:  # of most nothing is new, and there may be thousands
                await _scope(running, scope, cursor)
        _check(running, whole=asked.only is None and not pulled.more)
    await _bodies(running, told)
    return pulled


async def _beginning(
    person: UUID, asked: SyncRequest, bodies: dict[str, Row], now: datetime
) -> tuple[Grants, Standing]:
    """The grants, of no more scopes than are spoken of, and how far each of those stands."""
    spoken_of = None
    if asked.only is not None or not asked.pull:
        spoken_of = (asked.only or set()) | asked.cursors.keys() | {row["scope"] for row in bodies.values()}
    granted = await grants(person, now, spoken_of)
    return granted, await standing(person, _wanted(asked, granted))


def _wanted(asked: SyncRequest, granted: Grants) -> list[str]:
    if not asked.pull:
        return []
    return sorted(granted if asked.only is None else granted.keys() & asked.only)


def _counter(running: _Round, scope: str) -> Counter:
    return running.counters.get(scope) or Counter(scope)


async def _scope(running: _Round, scope: str, cursor: int | None) -> None:
    """One scope from its cursor on; from 0 when the cursor is no longer good for anything."""
    pulled, counter = running.pulled, _counter(running, scope)
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


async def _left_before(running: _Round, counter: Counter, cursor: int) -> int:
    """The last position above the cursor of something that left before the reader came; 0 if there is none.

    They are not told of it, so it is as if it were purged: a device from an earlier time, which may still hold it,
    starts anew.
    """
    if cursor >= counter.position:
        return 0
    since = running.granted[counter.name].since
    sql = "SELECT pos FROM placement WHERE scope = ? AND state = 'out' AND pos > ? AND at < ? ORDER BY pos DESC LIMIT 1"
    found = await db.rows(sql, [counter.name, cursor, since])
    return int(found[0]["pos"]) if found else 0


def _start(cursor: int | None, counter: Counter, floor: int) -> int | None:
    """The position to go on from; None to start anew.

    A cursor below zero is one of ours: that far on the way up from 0, still below the floor, where a positive one
    would mean that something purged was missed.
    """
    if cursor is None or cursor > counter.position or 0 <= cursor < counter.floor or 0 < cursor < floor:
        return None
    return abs(cursor)


def _reached(rows: list[Row], start: int, floor: int) -> int:
    pos = rows[-1]["pos"] if rows else start
    return -pos if pos < floor else pos


async def _above(start: int, counter: Counter, room: int) -> list[Row]:
    """One row more than there is room for, to know whether there is more."""
    if start >= counter.position:
        return []
    sql = "SELECT record, pos, state, at FROM placement WHERE scope = ? AND pos > ? ORDER BY pos LIMIT ?"
    return await db.rows(sql, [counter.name, start, room + 1])


def _take(running: _Round, scope: str, rows: list[Row]) -> None:
    running.room -= len(rows)
    since = running.granted[scope].since
    for row in rows:
        if row["state"] == "in":
            running.ids.append(row["record"])
        elif row["state"] == "nil":  # erased: said in the own scope of each who may have had it
            running.pulled.erased.append(row["record"])
        elif db.instant_of(row["at"]) >= since:  # what left before the reader came is none of theirs
            running.pulled.outs.append([scope, row["record"]])


def _check(running: _Round, whole: bool) -> None:
    pulled = running.pulled
    for scope in running.granted if whole else pulled.cursors:
        counter = _counter(running, scope)
        if whole or pulled.cursors[scope] == counter.position:
            pulled.check[scope] = {"pos": counter.position, "count": counter.count, "sum": counter.sum}


async def _bodies(running: _Round, told: set[str]) -> None:
    """The records themselves, each asked about once more from its own end."""
    ids = list(dict.fromkeys([*running.ids, *sorted(told)]))
    rows = running.bodies | await rows_of(id for id in ids if id not in told)
    siblings = await siblings_of(ids)
    seen: dict[str, bool] = {}
    placed = set(running.ids)
    for row in (rows[id] for id in ids if id in rows):
        scope = row["scope"]
        if scope not in seen:
            seen[scope] = await may_see(running.person, scope, running.now)
        if seen[scope] and scope in running.granted:
            running.pulled.records.append(shown(row, siblings.get(row["id"], [])))
        elif row["id"] in placed or seen[scope] != (scope in running.granted):
            running.pulled.withheld.add(scope)
