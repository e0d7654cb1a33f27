"""When the two ways of asking who reads a scope disagree: counted for doctor, and the scope starts anew once a day."""

from datetime import timedelta
from uuid import UUID

from tortoise.functions import Sum

from server import clock, db
from server.records.models import Difference

AT_MOST_ONCE_IN = timedelta(days=1)


async def counted(person: UUID, scopes: set[str]) -> frozenset[str]:
    """Those of the scopes that the reader is to start anew with."""
    return await db.write(lambda: _counted(person, scopes))


async def total() -> int:
    """For doctor, inside db.read(): how often it happened. It should be never."""
    found = await Difference.all().annotate(total=Sum("count")).values_list("total", flat=True)
    return int(str(found[0] or 0)) if found else 0


async def _counted(person: UUID, scopes: set[str]) -> frozenset[str]:
    await db.alone(f"differences:{person}")
    now, anew = clock.now(), set()
    for scope in sorted(scopes):
        row, _ = await Difference.get_or_create(person=str(person), scope=scope)
        row.count += 1
        if row.reset_at is None or row.reset_at <= now - AT_MOST_ONCE_IN:
            row.reset_at = now
            anew.add(scope)
        await row.save()
    return frozenset(anew)
