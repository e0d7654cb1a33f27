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
from server.sync.placements import Behind, above, how_many, left_before
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
        fresh = {} if stale else {scope: pos for scope, pos in asked.cursors.items() if scope not in again}
        await _scopes(running, _behind(running, _wanted(asked, granted), fresh))
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


def _behind(running: _Round, scopes: list[str], cursors: dict[str, int]) -> list[Behind]:
    """Of most nothing is new, and there may be thousands."""
    asked = [(_counter(running, scope), cursors.get(scope)) for scope in scopes]
    return [
        Behind(counter, cursor, running.granted[counter.name].since)
        for counter, cursor in asked
        if cursor != counter.position
    ]


async def _scopes(running: _Round, behind: list[Behind]) -> None:
    while behind:
        number = how_many(behind, running.room)
        some, behind = behind[:number], behind[number:]
        left = await left_before(some)
        floors = {one.name: max(one.counter.floor, left.get(one.name, 0)) for one in some}
        starts = {one.name: _start(one.cursor, one.counter, floors[one.name]) for one in some}
        from_there = {one.name: start for one in some if (start := starts[one.name] or 0) < one.counter.position}
        rows = await above(from_there, running.room + 1)  # one more, to know whether there is more
        for one in some:
            _scope(running, one, floors[one.name], starts[one.name], rows.get(one.name, []))


def _scope(running: _Round, one: Behind, floor: int, start: int | None, rows: list[Row]) -> None:
    """One scope from its cursor on; from 0 when the cursor is no longer good for anything."""
    pulled, scope = running.pulled, one.name
    if start is None:
        pulled.reset.append(scope)
    complete = len(rows) <= running.room
    pulled.more = pulled.more or not complete
    reached = one.counter.position if complete else _reached(rows[: running.room], start or 0, floor)
    if start is None or reached != one.cursor:
        pulled.cursors[scope] = reached
    _take(running, scope, rows[: running.room])


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
