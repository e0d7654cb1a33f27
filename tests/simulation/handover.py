"""People come and go: each of these ends or gives a relation, by the verbs of the server."""

from collections.abc import Awaitable, Callable
from typing import Any

from server.permissions import changes
from tests.simulation.tables import Row, Tables
from tests.simulation.world import World

Verb = Callable[[], Awaitable[Any]]


def change(world: World, what: str, pick: int) -> None:
    """Something of this kind, if there is something of it to change."""
    verb = CHANGES[what](world, world.tables(), pick)
    if verb:
        world.write(verb)


def _seat(world: World, tables: Tables, pick: int) -> Verb | None:
    """A coach leaves, or comes: the old one again, or the one from next door."""
    cast = world.cast
    seats = tables.active("coach_seat")
    if pick % 2 and seats:
        return _ended(changes.end_seat, seats, pick)
    person = (cast.bram, cast.joris)[pick // 2 % 2].id
    community = (cast.community, cast.other_community)[pick // 4 % 2].id
    places = {row["id"]: row["community_id"] for row in tables["coaching"]}
    taken = {(row["person_id"], places[row["coaching_id"]]) for row in seats}
    return None if (str(person), str(community)) in taken else lambda: changes.seat_coach(person, community)


def _membership(world: World, tables: Tables, pick: int) -> Verb | None:
    cast, members = world.cast, tables.active("membership")
    if members:
        return _ended(changes.end_membership, members, pick)
    return lambda: changes.enrol(cast.sanne.id, (cast.community, cast.other_community)[pick % 2].id)


def _mentoring(world: World, tables: Tables, pick: int) -> Verb | None:
    cast, guides = world.cast, tables.active("mentoring")
    if guides:
        return _ended(changes.end_mentoring, guides, pick)
    return lambda: changes.mentor(cast.senna.id, (cast.bram, cast.joris)[pick % 2].id, cast.programme.id)


def _coordinator(world: World, tables: Tables, pick: int) -> Verb | None:
    cast, rows = world.cast, tables.active("appointment", role="coordinator")
    if rows:
        return _ended(changes.end_appointment, rows, pick)
    return lambda: changes.appoint(cast.cora.id, cast.programme.id, "coordinator")


def _ended(end: Callable[[Any], Awaitable[None]], rows: list[Row], pick: int) -> Verb:
    return lambda: end(rows[pick % len(rows)]["id"])


CHANGES: dict[str, Callable[[World, Tables, int], Verb | None]] = {
    "seat": _seat,
    "membership": _membership,
    "mentoring": _mentoring,
    "coordinator": _coordinator,
}
