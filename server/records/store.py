"""What the judge left in the world, written in bulk. Call it inside db.write()."""

from datetime import datetime

from server import journal
from server.records.counters import Placed, place
from server.records.models import Applied, Held, Record, Revision, Sibling
from server.records.mutation import Mutation
from server.records.state import Current, Draft
from server.records.world import World

CHANGING = ("scope", "version", "gen", "data", "field_rev", "deleted")
AT_ONCE = 500
LONGEST_LABEL = 100


async def claim(person: str, mutations: list[Mutation], now: datetime) -> None:
    """Take the mids first, in sorted order: who comes second waits here, and then finds what was answered."""
    digests = {mutation.mid: mutation.digest for mutation in reversed(mutations)}
    rows = [
        Applied(person=person, mid=mid, digest=digest, chain=[], received_at=now)
        for mid, digest in sorted(digests.items())
    ]
    await Applied.bulk_create(rows, AT_ONCE, ignore_conflicts=True)


async def save(world: World, device: str, now: datetime) -> set[str]:
    """Write it all, the counters last. Answers with the names of the scopes in which something changed."""
    await _save_held(world)
    await _save_siblings(world)
    await _save_revisions(world, device, now)
    await _save_answers(world, now)
    await journal.note(_taken_back(world))
    return await write_records([(world.records[id], before) for id, before in world.before.items()], now)


async def write_records(changed: list[tuple[Current, str | None]], now: datetime) -> set[str]:
    """Records with the scope that each was in before; the counters of the scopes come last."""
    if not changed:
        return set()
    rows = [_row(record) for record, _ in changed]
    await Record.bulk_create(rows, AT_ONCE, on_conflict=("id",), update_fields=CHANGING)
    left = [Placed(before, r.id, "out", r.rev) for r, before in changed if before and before != r.scope]
    return await place([*left, *(Placed(r.scope, r.id, "in", r.rev) for r, _ in changed)], now)


async def _save_held(world: World) -> None:
    if world.released:
        await Held.filter(person=world.person, mid__in=world.released).delete()
    await Held.bulk_create([_held(draft) for draft in world.held], AT_ONCE, ignore_conflicts=True)


def _held(draft: Draft) -> Held:
    return Held(
        person=draft.person,
        mid=draft.mid,
        record=(draft.record or "")[:LONGEST_LABEL] or None,
        kind=(draft.kind or "")[:LONGEST_LABEL] or None,
        set=draft.set,
        reason=draft.reason,
        at=draft.at,
    )


async def _save_siblings(world: World) -> None:
    for record in (world.records[id] for id in world.before):
        before = world.siblings_before[record.id]
        now = {(sibling.author, sibling.mid): sibling for sibling in record.siblings}
        for author, mid in before - now.keys():
            await Sibling.filter(record=record.id, author=author, mid=mid).delete()
        new = [now[key] for key in now.keys() - before]
        await Sibling.bulk_create([Sibling(record=record.id, **vars(sibling)) for sibling in new])


async def _save_revisions(world: World, device: str, now: datetime) -> None:
    rows = [
        Revision(author=world.person, device=device[:LONGEST_LABEL], received_at=now, **vars(written))
        for written in world.revisions
    ]
    await Revision.bulk_create(rows, AT_ONCE)


async def _save_answers(world: World, now: datetime) -> None:
    rows = [Applied(person=world.person, received_at=now, **vars(answered)) for answered in world.remembered]
    fields = ("digest", "record", "answer", "root", "chain")
    await Applied.bulk_create(rows, AT_ONCE, on_conflict=("person", "mid"), update_fields=fields)


def _taken_back(world: World) -> list[journal.Line]:
    """A copy of the database from before would show them again."""
    about = [(f"{world.person}/{mid}/{record}", record) for record, mid in world.taken_back]
    return [journal.line(journal.TAKEN_BACK, id, record=record, author=world.person) for id, record in about]


def _row(record: Current) -> Record:
    return Record(
        id=record.id,
        kind=record.kind,
        scope=record.scope,
        author=record.author,
        version=record.version,
        gen=record.gen,
        data=record.fields,
        field_rev=record.written,
        deleted=record.deleted,
        parent=record.parent,
        identity=record.identity,
    )
