"""What is cleared away after 400 days: marks of deleted records, and rows that say that something left a scope.

A mark goes as any record goes that leaves a scope: whoever still has it hears so for another 400 days. When that row
goes too the floor of the scope rises over it, and a device that was away for so long starts the scope anew.
"""

from datetime import datetime, timedelta

from server import db
from server.records import turns
from server.records.counters import Placed, keep, locked, place
from server.records.models import Placement, Record, Revision, Sibling

KEPT = timedelta(days=400)
AT_ONCE = 500


async def purge(now: datetime) -> int:
    """Inside db.write(). How many rows went; while it is not 0 there may be more."""
    await turns.alone()
    outs, marks = await _outs(now - KEPT), await _marks(now - KEPT)
    for scope in sorted({row.scope for row in outs}):
        await _raise_floor(scope, max(row.pos for row in outs if row.scope == scope))
    await Placement.filter(id__in=[row.id for row in outs]).delete()
    ids = [row.record for row in marks]
    for table in (Revision, Sibling):
        await table.filter(record__in=ids).delete()
    await Record.filter(id__in=ids).delete()
    await place([Placed(row.scope, row.record, "out", row.rev) for row in marks], now, ids)
    return len(outs) + len(marks)


async def _outs(before: datetime) -> list[Placement]:
    return await Placement.filter(state="out", at__lt=before).order_by("scope", "pos").limit(AT_ONCE)


async def _marks(before: datetime) -> list[Placement]:
    """Of deleted records. One with a version that still waits for a choice stays: somebody's words are in it."""
    sql = """SELECT p.id FROM placement p JOIN record r ON r.id = p.record
             WHERE p.state = 'in' AND r.deleted AND p.at < ?
             AND NOT EXISTS (SELECT 1 FROM sibling s WHERE s.record = r.id) LIMIT ?"""
    ids = [row["id"] for row in await db.rows(sql, [before, AT_ONCE])]
    return await Placement.filter(id__in=ids)


async def _raise_floor(scope: str, pos: int) -> None:
    (counter,) = await locked([scope])
    counter.floor = max(counter.floor, pos)
    await keep([counter])
