"""What is cleared away after 400 days: marks of deleted records, and rows that say that something left a scope.

The floor of a scope rises over what went: a device that was away for longer starts that scope anew.
"""

from datetime import datetime, timedelta

from server import db
from server.records.counters import checksum
from server.records.models import Placement, Record, Revision, Scope, Sibling

KEPT = timedelta(days=400)
AT_ONCE = 500


async def purge(now: datetime) -> int:
    """Inside db.write(). How many rows went; while it is not 0 there may be more."""
    gone = await _outs(now - KEPT) + await _marks(now - KEPT)
    for scope in sorted({row.scope for row in gone}):
        await _lower(scope, [row for row in gone if row.scope == scope])
    await Placement.filter(id__in=[row.id for row in gone]).delete()
    marks = [row.record for row in gone if row.state == "in"]
    for table in (Revision, Sibling):
        await table.filter(record__in=marks).delete()
    await Placement.filter(record__in=marks).delete()
    await Record.filter(id__in=marks).delete()
    return len(gone)


async def _outs(before: datetime) -> list[Placement]:
    return await Placement.filter(state="out", at__lt=before).order_by("scope", "pos").limit(AT_ONCE)


async def _marks(before: datetime) -> list[Placement]:
    """Of deleted records. One with a version that still waits for a choice stays: somebody's words are in it."""
    sql = """SELECT p.id FROM placement p JOIN record r ON r.id = p.record
             WHERE p.state = 'in' AND r.deleted AND p.at < ?
             AND NOT EXISTS (SELECT 1 FROM sibling s WHERE s.record = r.id) LIMIT ?"""
    ids = [row["id"] for row in await db.rows(sql, [before, AT_ONCE])]
    return await Placement.filter(id__in=ids)


async def _lower(scope: str, gone: list[Placement]) -> None:
    """The counter of a scope after these rows are gone. Its position stays: positions never come twice."""
    counter = await Scope.filter(name=scope).select_for_update().get()
    total = int(counter.sum, 16)
    for row in gone:
        total ^= checksum(row.record, row.rev) if row.state == "in" else 0
    counter.sum = f"{total:016x}"
    counter.count -= sum(row.state == "in" for row in gone)
    counter.floor = max(counter.floor, *(row.pos for row in gone))
    await counter.save()
