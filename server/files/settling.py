"""After a restore: what the copy says of files, and the bytes that are there, are brought together."""

from server import clock, db
from server.files.clearing import UNNAMED
from server.files.models import Doomed
from server.files.store import Store
from server.files.uploads import discard
from server.records.files import Upload

AT_ONCE = 500


async def settle(store: Store) -> int:
    """How many files are not there: they count as never sent, so that whoever still has one sends it again.

    What the copy knows nothing of goes in time: not at once, for a newer copy may be put back next.
    """
    there = set(await store.under(""))
    return await db.write(lambda: _settled(there))


async def _settled(there: set[str]) -> int:
    known = {row["path"]: row["upload"] for row in await db.rows("SELECT path, upload FROM piece")}
    lost = sorted({upload for path, upload in known.items() if path not in there})
    for at in range(0, len(lost), AT_ONCE):
        await discard(await Upload.filter(id__in=lost[at : at + AT_ONCE]))
    due_at = clock.now() + UNNAMED
    unknown = [Doomed(path=path, due_at=due_at) for path in sorted(there - known.keys())]
    await Doomed.bulk_create(unknown, AT_ONCE, ignore_conflicts=True)
    return len(lost)
