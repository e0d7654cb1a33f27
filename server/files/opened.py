"""GET: giving a file to whoever may open it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from server import clock, db
from server.errors import NotFound
from server.files.ranges import asked_for
from server.files.sending import hash_of, store_of
from server.files.store import Store
from server.files.uploads import pieces_of
from server.permissions.opening import may_open
from server.records.files import Upload
from server.web import actor_of


@dataclass(frozen=True)
class Found:
    type: str
    size: int
    pieces: list[tuple[str, int]]  # path, bytes


async def get(request: Request) -> Response:
    """A file, whole or in part. 404 alike for what is not there and what is not for you."""
    actor, hash = actor_of(request), hash_of(request)
    found = await db.read(lambda: _found(actor.person, hash))
    part = asked_for(request.headers.get("range", ""), found.size)
    start, end = part or (0, found.size)
    headers = {
        "content-length": str(end - start),
        "content-type": found.type,
        # No page of its own even for who opens the address in a tab; the app shows it as it likes.
        "content-disposition": f'attachment; filename="{hash[:12]}.{found.type.partition("/")[2]}"',
        "accept-ranges": "bytes",
    }
    if part:
        headers["content-range"] = f"bytes {start}-{end - 1}/{found.size}"
    return StreamingResponse(_read(store_of(request), found, start, end), 206 if part else 200, headers)


async def _found(person: UUID, hash: str) -> Found:
    if not await may_open(person, hash, clock.now()):
        raise NotFound
    copies = await Upload.filter(hash=hash, done_at__isnull=False).order_by("done_at", "id")
    if not copies:  # whoever had sent it is gone, and their bytes with them
        raise NotFound
    copy = next((one for one in copies if one.person == str(person)), copies[0])
    pieces = [(piece.path, piece.bytes) for piece in await pieces_of(copy)]
    return Found(str(copy.type), copy.bytes, pieces)


async def _read(store: Store, found: Found, start: int, end: int) -> AsyncIterator[bytes]:
    """Piece by piece, so that one file never fills the memory."""
    at = 0
    for path, size in found.pieces:
        if at < end and start < at + size:
            yield (await store.get(path))[max(start - at, 0) : end - at]
        at += size
