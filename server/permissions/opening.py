"""Whether someone may open a file, and what it counts that they name one.

1. Who sent all of its bytes may open it.
2. Who reads a record that names it may, if whoever brought the name in had a right to: they have sent all the bytes
   by now, or could open it through a record when they named it. Otherwise naming a hash would be a way to read it.
3. A record never waits for its file, so naming is never refused: its right is judged at opening.
4. To write again under a key what stood there is no naming: who words the description of a file that another smuggled
   in does not vouch for it.
"""

from datetime import datetime
from uuid import UUID

from server import db
from server.permissions.grants import grants
from server.permissions.may_see import may_see
from server.records.files import Naming, Upload, ever_named, named
from server.records.tables import marks
from server.records.world import World

RIGHTLY_NAMED = """SELECT DISTINCT n.hash, r.scope FROM naming n JOIN record r ON r.id = n.record
    WHERE n.hash IN ({0}) AND (n.by_reading OR EXISTS (
        SELECT 1 FROM upload u WHERE u.person = n.namer AND u.hash = n.hash AND u.done_at IS NOT NULL))"""
AT_ONCE = 500


async def may_open(person: UUID, hash: str, now: datetime) -> bool:
    """Inside db.read(). "There is no such file" and "not for you" are one answer."""
    sent = await Upload.filter(person=str(person), hash=hash, done_at__isnull=False).exists()
    return sent or hash in await _read_of(person, {hash}, now)


async def note(world: World, now: datetime) -> None:
    """Keep what this batch names and no longer names. Inside db.write(), before the batch itself is saved."""
    records = [world.records[id] for id in world.before if ever_named(world.records[id])]
    if not records:
        return
    rows = await Naming.filter(record__in=[record.id for record in records])
    before = {(row.record, row.key, row.hash): row.id for row in rows}
    after = {(record.id, key, hash) for record in records for key, hash in named(record)}
    await _forgotten({id: hash for (*one, hash), id in before.items() if (*one, hash) not in after}, now)
    await _named(world.person, after - before.keys(), now)


async def _read_of(person: UUID, hashes: set[str], now: datetime) -> set[str]:
    """Those of the hashes that the person can open through a record, as it stands."""
    found = await _where_rightly_named(sorted(hashes))
    granted = found.keys() & (await grants(person, now)).keys() if found else set()
    return {hash for scope in granted if await may_see(person, scope, now) for hash in found[scope]}


async def _where_rightly_named(hashes: list[str]) -> dict[str, set[str]]:
    """Scope → those of the hashes that a record in it names by right."""
    found: dict[str, set[str]] = {}
    for some in (hashes[at : at + AT_ONCE] for at in range(0, len(hashes), AT_ONCE)):
        for row in await db.rows(RIGHTLY_NAMED.format(marks(some)), some):
            found.setdefault(row["scope"], set()).add(row["hash"])
    return found


async def _forgotten(gone: dict[int, str], now: datetime) -> None:
    if gone:
        await Naming.filter(id__in=list(gone)).delete()
        await Upload.filter(hash__in=list(gone.values())).update(used_at=now)


async def _named(person: str, new: set[tuple[str, str, str]], now: datetime) -> None:
    read = await _read_of(UUID(person), {hash for *_, hash in new}, now)
    rows = [
        Naming(record=record, key=key, hash=hash, namer=person, by_reading=hash in read)
        for record, key, hash in sorted(new)
    ]
    await Naming.bulk_create(rows, AT_ONCE, ignore_conflicts=True)
