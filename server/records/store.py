"""What the judge left in the world, written in bulk. Call it inside db.write()."""

from datetime import datetime

from server import db, journal
from server.records.counters import Placed, place
from server.records.marks import text_of_marks
from server.records.state import Answered, Current, Draft, Written
from server.records.tables import APPLIED, HELD, RECORD, REVISION, SIBLING, marks, text_of
from server.records.world import World

LONGEST_LABEL = 100


async def claim(person: str) -> None:
    """One batch of a person at a time: who comes second waits here, and then finds what was answered."""
    await db.locked("SELECT id FROM person WHERE id = ?", [person])


async def save(world: World, device: str, now: datetime) -> set[str]:
    """Write it all, the counters last. Answers with the names of the scopes in which something changed."""
    await _save_held(world)
    await _save_siblings(world)
    label, lines = device[:LONGEST_LABEL], _in_order(world.revisions)
    await REVISION.write([_revision(world.person, label, now, line) for line in lines])
    await APPLIED.write([_applied(world.person, now, answered) for answered in world.remembered])
    await journal.note(_taken_back(world))
    return await write_records([(world.records[id], before) for id, before in world.before.items()], now)


async def write_records(changed: list[tuple[Current, str | None]], now: datetime) -> set[str]:
    """Records with the scope that each was in before; the counters of the scopes come last."""
    await RECORD.write([_record(record) for record, _ in sorted(changed, key=lambda change: change[0].id)])
    left = [Placed(before, r.id, "out", r.rev) for r, before in changed if before and before != r.scope]
    come = [Placed(r.scope, r.id, "in", r.rev) for r, _ in changed]
    return await place([*left, *come], now, {r.id for r, before in changed if before})


async def _save_held(world: World) -> None:
    if world.released:
        released = sorted(world.released)
        sql = f"DELETE FROM held WHERE person = ? AND mid IN ({marks(released)})"
        await db.execute(sql, [world.person, *released])
    await HELD.write([_held(draft) for draft in world.held])


async def _save_siblings(world: World) -> None:
    gone, new = [], []
    for id, before in world.siblings_before.items():
        now = {(sibling.author, sibling.mid): sibling for sibling in world.records[id].siblings}
        gone += [(id, author, mid) for author, mid in before - now.keys()]
        some = [now[key] for key in now if key not in before]
        new += [(id, one.mid, one.author, one.version, one.at, text_of(one.set)) for one in some]
    if gone:
        await db.execute_many("DELETE FROM sibling WHERE record = ? AND author = ? AND mid = ?", gone)
    await SIBLING.write(new)


def _held(draft: Draft) -> tuple[object, ...]:
    return (
        draft.person,
        draft.mid,
        (draft.record or "")[:LONGEST_LABEL] or None,
        (draft.kind or "")[:LONGEST_LABEL] or None,
        text_of(draft.set),
        draft.reason,
        draft.at,
    )


def _revision(person: str, device: str, now: datetime, line: Written) -> tuple[object, ...]:
    return (
        line.record,
        line.version,
        line.rev,
        line.scope,
        line.mid,
        person,
        device,
        line.at,
        now,
        text_of(line.set),
        line.outcome,
    )


def _applied(person: str, now: datetime, answered: Answered) -> tuple[object, ...]:
    return (
        person,
        answered.mid,
        answered.digest,
        answered.record,
        text_of(answered.answer),
        answered.root,
        text_of(answered.chain),
        now,
    )


def _in_order(lines: list[Written]) -> list[Written]:
    """By record: of two batches that begin the same records at once, neither waits for the other and is waited for."""
    return sorted(lines, key=lambda line: line.record)


def _taken_back(world: World) -> list[journal.Line]:
    """A copy of the database from before would show them again."""
    about = [(f"{world.person}/{mid}/{record}", record) for record, mid in world.taken_back]
    return [journal.line(journal.TAKEN_BACK, id, record=record, author=world.person) for id, record in about]


def _record(record: Current) -> tuple[object, ...]:
    return (
        record.id,
        record.kind,
        record.scope,
        record.author,
        record.version,
        record.gen,
        text_of(record.fields),
        text_of_marks(record.written),
        record.deleted,
        record.parent,
        text_of(record.identity),
    )
