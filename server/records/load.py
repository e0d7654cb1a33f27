"""Everything a batch can touch, read in bulk into a world. Call it inside db.write()."""

from collections.abc import Iterable
from typing import Any

from server import db
from server.records.judge import reused_mid
from server.records.kinds import kinds
from server.records.marks import marks_of
from server.records.mutation import Mutation
from server.records.state import Answered, Current, Version
from server.records.tables import RECORD, SIBLING, marks, value_of
from server.records.world import World

Row = dict[str, Any]


async def load(world: World, mutations: list[Mutation]) -> None:
    """Fill the world. The records are locked in order of id, so that two batches never wait for each other."""
    world.applied = await answers(world.person, mutations)
    world.records = await records(await _touchable(mutations))
    world.erased = await _erased({mutation.id for mutation in mutations} - world.records.keys() | {world.person})
    world.revs = {(record.id, record.rev) for record in world.records.values()} | await _known_revs(mutations)
    if any(mutation.resolves for mutation in mutations):
        rows = await db.rows("SELECT mid FROM held WHERE person = ?", [world.person])
        world.own_held = {row["mid"] for row in rows}


async def answers(person: str, mutations: list[Mutation]) -> dict[str, Answered]:
    """What was answered before to these mutations, and to those they build on."""
    mids = {mutation.mid for mutation in mutations} | {m.base_mid for m in mutations if m.base_mid}
    found = await _answered(person, mids)
    digests = {answered.mid: answered.digest for answered in found.values()}
    reused = {reused_mid(person, m) for m in mutations if digests.setdefault(m.mid, m.digest) != m.digest}
    return found | await _answered(person, reused) if reused else found


async def records(ids: Iterable[str]) -> dict[str, Current]:
    """These records, locked, with their siblings."""
    wanted = sorted(set(ids))
    rows = await db.locked(f"{RECORD.select} WHERE id IN ({marks(wanted)}) ORDER BY id", wanted)
    currents = {row["id"]: current(row) for row in rows}
    for sibling in await siblings(list(currents)):
        currents[sibling["record"]].siblings.append(version(sibling))
    return currents


async def siblings(ids: list[str]) -> list[Row]:
    """The versions of these records that wait for a choice, the oldest first."""
    if not ids:
        return []
    return await db.rows(f"{SIBLING.select} WHERE record IN ({marks(ids)}) ORDER BY version", ids)


def current(row: Row) -> Current:
    return Current(
        id=row["id"],
        kind=row["kind"],
        scope=row["scope"],
        author=row["author"],
        version=row["version"],
        gen=row["gen"],
        fields=value_of(row["data"]),
        written=marks_of(row["field_rev"]),
        deleted=bool(row["deleted"]),
        parent=row["parent"],
        identity=value_of(row["identity"]),
    )


def version(row: Row) -> Version:
    return Version(row["mid"], row["author"], row["version"], row["at"], value_of(row["set"]))


async def _answered(person: str, mids: set[str]) -> dict[str, Answered]:
    wanted = sorted(mids)
    sql = f"""SELECT mid, digest, record, answer, root, chain FROM applied
              WHERE person = ? AND mid IN ({marks(wanted)})"""
    return {row["mid"]: _answer(row) for row in await db.rows(sql, [person, *wanted])}


def _answer(row: Row) -> Answered:
    answer, chain = value_of(row["answer"]), value_of(row["chain"])
    return Answered(row["mid"], row["digest"], row["record"], answer, row["root"], chain)


async def _touchable(mutations: list[Mutation]) -> set[str]:
    """The records that are named, the parents that new ones are born beside, and what follows those that move."""
    ids = {mutation.id for mutation in mutations if not mutation.malformed}
    moving = sorted({mutation.id for mutation in mutations if mutation.scope and not mutation.malformed})
    following = await db.rows(f"SELECT id FROM record WHERE parent IN ({marks(moving)})", moving) if moving else []
    return ids | _parents(mutations) | {row["id"] for row in following}


def _parents(mutations: list[Mutation]) -> set[str]:
    fields = {name: kind.parent for name, kind in kinds().items() if kind.parent}
    named = [mutation.set.get(fields[mutation.kind]) for mutation in mutations if mutation.kind in fields]
    return {parent for parent in named if isinstance(parent, str)}


async def _erased(ids: set[str]) -> set[str]:
    """Those of them that were erased for good: such a record is not there any more, and never again."""
    if not ids:
        return set()
    wanted = sorted(ids)
    return {row["id"] for row in await db.rows(f"SELECT id FROM erased WHERE id IN ({marks(wanted)})", wanted)}


async def _known_revs(mutations: list[Mutation]) -> set[tuple[str, str]]:
    bases = {(m.id, m.base_rev) for m in mutations if m.base_rev}
    if not bases:
        return set()
    ids, revs = sorted({id for id, _ in bases}), sorted({rev for _, rev in bases})
    sql = f"SELECT record, rev FROM revision WHERE record IN ({marks(ids)}) AND rev IN ({marks(revs)})"
    return {(row["record"], row["rev"]) for row in await db.rows(sql, [*ids, *revs])} & bases
