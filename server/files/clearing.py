"""What goes: files that nobody names any more, sendings that were given up, and all of whoever is erased."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from server import clock, db
from server.files.models import Doomed
from server.files.store import Store
from server.files.uploads import discard
from server.records import turns
from server.records.files import Naming, Upload

UNNAMED = timedelta(days=30)
UNFINISHED = timedelta(days=7)
AT_ONCE = 200
# A name given without a right keeps nothing alive. A draft that could not be taken in does: it is somebody's words.
NAMED_BY_NOBODY = """NOT EXISTS (SELECT 1 FROM naming n WHERE n.hash = u.hash AND (n.namer = u.person OR n.by_reading))
    AND NOT EXISTS (SELECT 1 FROM held h WHERE h.person = u.person AND h."set" LIKE '%' || u.hash || '%')"""
STALE = f"""SELECT u.id FROM upload u WHERE (u.done_at IS NULL AND u.used_at < ?)
    OR (u.done_at IS NOT NULL AND u.used_at < ? AND {NAMED_BY_NOBODY}) LIMIT ?"""


async def clear(now: datetime) -> int:
    """Inside db.write(). How many went; while it is not 0 there may be more."""
    await turns.alone()  # nobody names one of them meanwhile
    ids = [row["id"] for row in await db.rows(STALE, [now - UNFINISHED, now - UNNAMED, AT_ONCE])]
    await discard(await Upload.filter(id__in=ids))
    return len(ids)


async def forget_person(person: str) -> None:
    """Inside db.write(): all that they have sent. What others read of it is closed at once; sweep() deletes it.

    With their whole folder, for after a restore it may hold what the database does not know.
    """
    await discard(await Upload.filter(person=person))
    await Doomed.bulk_create([Doomed(path=f"{person}/", due_at=clock.now())], ignore_conflicts=True)


async def forget_records(ids: Iterable[str]) -> None:
    """Inside db.write(): what these records named, whoever sent it, save what another record rightly names."""
    rows = await Naming.filter(record__in=list(ids))
    await Naming.filter(id__in=[row.id for row in rows]).delete()
    for hash in sorted({row.hash for row in rows}):
        found = await db.rows(f"SELECT u.id FROM upload u WHERE u.hash = ? AND {NAMED_BY_NOBODY}", [hash])
        await discard(await Upload.filter(id__in=[row["id"] for row in found]))


async def sweep(store: Store) -> None:
    """Delete from the store what is doomed by now."""
    while paths := await db.read(_due):
        inside = [path for folder in paths if folder.endswith("/") for path in await store.under(folder)]
        await store.delete([path for path in paths if not path.endswith("/")] + inside)
        await db.write(partial(_done, paths))


async def _due() -> list[str]:
    rows = await Doomed.filter(due_at__lte=clock.now()).order_by("due_at").limit(AT_ONCE)
    return [row.path for row in rows]


async def _done(paths: list[str]) -> None:
    await Doomed.filter(path__in=paths).delete()
