"""Everything a batch can touch, read in bulk into a world. Call it inside db.write()."""

from collections.abc import Iterable

from server.records.judge import reused_mid
from server.records.kinds import kinds
from server.records.models import Applied, Held, Record, Revision, Sibling
from server.records.mutation import Mutation
from server.records.state import Answered, Current, Version
from server.records.world import World


async def load(world: World, mutations: list[Mutation]) -> None:
    """Fill the world. The records are locked in order of id, so that two batches never wait for each other."""
    world.applied = await answers(world.person, mutations)
    world.records = await records(await _touchable(mutations))
    world.revs = {(record.id, record.rev) for record in world.records.values()} | await _known_revs(mutations)
    if any(mutation.resolves for mutation in mutations):
        world.own_held = set(await Held.filter(person=world.person).values_list("mid", flat=True))  # type: ignore[arg-type]  # typed as tuples


async def answers(person: str, mutations: list[Mutation]) -> dict[str, Answered]:
    """What was answered before to these mutations, and to those they build on."""
    mids = {mutation.mid for mutation in mutations} | {reused_mid(person, mutation) for mutation in mutations}
    mids |= {mutation.base_mid for mutation in mutations if mutation.base_mid}
    rows = await Applied.filter(person=person, mid__in=mids, answer__isnull=False)
    return {r.mid: Answered(r.mid, r.digest, r.record, r.answer, r.root, r.chain) for r in rows}


async def records(ids: Iterable[str]) -> dict[str, Current]:
    """These records, locked, with their siblings."""
    found = await Record.filter(id__in=set(ids)).order_by("id").select_for_update()
    currents = {row.id: current(row) for row in found}
    for sibling in await Sibling.filter(record__in=list(currents)).order_by("version"):
        currents[sibling.record].siblings.append(version(sibling))
    return currents


def current(row: Record) -> Current:
    return Current(
        id=row.id,
        kind=row.kind,
        scope=row.scope,
        author=row.author,
        version=row.version,
        gen=row.gen,
        fields=row.data,
        written=row.field_rev,
        deleted=row.deleted,
        parent=row.parent,
        identity=row.identity,
    )


def version(row: Sibling) -> Version:
    return Version(row.mid, row.author, row.version, row.at, row.set)


async def _touchable(mutations: list[Mutation]) -> set[str]:
    """The records that are named, the parents that new ones are born beside, and what follows those that move."""
    ids = {mutation.id for mutation in mutations if not mutation.malformed}
    moving = {mutation.id for mutation in mutations if mutation.scope and not mutation.malformed}
    following = await Record.filter(parent__in=moving).values_list("id", flat=True) if moving else []
    return ids | _parents(mutations) | {str(id) for id in following}


def _parents(mutations: list[Mutation]) -> set[str]:
    fields = {name: kind.parent for name, kind in kinds().items() if kind.parent}
    named = [mutation.set.get(fields[mutation.kind]) for mutation in mutations if mutation.kind in fields]
    return {parent for parent in named if isinstance(parent, str)}


async def _known_revs(mutations: list[Mutation]) -> set[tuple[str, str]]:
    bases = {(m.id, m.base_rev) for m in mutations if m.base_rev}
    if not bases:
        return set()
    ids, revs = {id for id, _ in bases}, {rev for _, rev in bases}
    return {(row.record, row.rev) for row in await Revision.filter(record__in=ids, rev__in=revs)} & bases
