"""Every row that the sync server keeps, as plain data: to compare two histories, or to look for a word."""

from server import db
from tests.sync.device import Json

TABLES = {
    "record": "id, kind, scope, author, version, gen, data, field_rev, deleted, parent, identity",
    "revision": 'record, version, rev, scope, mid, author, "set", outcome',
    "sibling": 'record, mid, author, version, "set"',
    "held": 'person, mid, record, kind, "set", reason',
    "applied": "person, mid, digest, answer, root, chain",
    "scope": "name, position, floor, count, sum",
    "placement": "scope, record, pos, state, rev",
}


async def dump() -> dict[str, list[Json]]:
    """Table → its rows, in an order that does not depend on when they were written. No instants, no row ids."""

    async def work() -> dict[str, list[Json]]:
        return {
            table: sorted(await db.rows(f"SELECT {columns} FROM {table}"), key=str) for table, columns in TABLES.items()
        }

    return await db.read(work)
