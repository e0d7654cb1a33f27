"""Whether the bytes of every file that was sent are there, and are what they were. One piece in memory at a time."""

import hashlib
from collections.abc import AsyncIterator

from server import db
from server.files.store import Store
from server.safekeeping.look import SHOWN, Finding
from server.safekeeping.tables import Row

AT_ONCE = 200
SENT = "SELECT id, hash, bytes FROM upload WHERE done_at IS NOT NULL AND id > ? ORDER BY id LIMIT ?"
PIECES = "SELECT path FROM piece WHERE upload = ? ORDER BY number"
STILL = "SELECT id FROM upload WHERE id = ?"


async def look_at_files(store: Store) -> Finding:
    """Outside a transaction, for reading the bytes may take hours."""
    wrong = [upload["hash"][:12] async for upload in _sent() if not await _is_whole(store, upload)]
    return "files", f"{len(wrong)} whose bytes are lost or altered: {', '.join(wrong[:SHOWN])}" if wrong else ""


async def _sent() -> AsyncIterator[Row]:
    after = ""
    while rows := await _page(SENT, [after, AT_ONCE]):
        for row in rows:
            yield row
        after = rows[-1]["id"]


async def _is_whole(store: Store, upload: Row) -> bool:
    digest, size = hashlib.sha256(), 0
    try:
        for piece in await _page(PIECES, [upload["id"]]):
            content = await store.get(piece["path"])
            digest.update(content)
            size += len(content)
    except FileNotFoundError:  # lost; or it was discarded a moment ago, and then nobody misses it
        return not await _page(STILL, [upload["id"]])
    return (digest.hexdigest(), size) == (upload["hash"], upload["bytes"])


async def _page(sql: str, values: list[object]) -> list[Row]:
    return await db.read(lambda: db.rows(sql, values))
