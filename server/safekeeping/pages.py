"""All rows of a table, so many at a time: a million of them need no more memory than a thousand."""

from collections.abc import AsyncIterator

from server import db
from server.safekeeping.tables import Row

AT_ONCE = 1000


async def pages(table: str, key: str, columns: str, where: str = "1 = 1") -> AsyncIterator[list[Row]]:
    """In order of the key. Inside db.read(), so that all pages are of one snapshot."""
    after: list[object] = []
    while True:
        beyond = f'AND "{key}" > ?' if after else ""
        sql = f'SELECT "{key}" AS page_key, {columns} FROM "{table}" WHERE {where} {beyond} ORDER BY "{key}" LIMIT ?'
        rows = await db.rows(sql, [*after, AT_ONCE])
        if not rows:
            return
        yield rows
        after = [rows[-1]["page_key"]]
