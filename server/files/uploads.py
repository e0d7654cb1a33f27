"""Taking in a file: piece by piece, in any order, as often as wanted, until all is there and looked at.

1. The object's path is written down as doomed, so that a crash from here on leaves nothing behind.   _begun
2. The object is written, durably.
3. The piece gets its row, and the path is no longer doomed. The first row of a piece stands.         _kept
4. When all pieces are there: the whole is looked at, and kept or thrown away.                        _finish
"""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import timedelta

from server import clock, db
from server.errors import Busy, Refusal, TooLarge
from server.files.limits import LEAST_COUNTED, QUOTA
from server.files.models import Doomed, Piece
from server.files.store import Store
from server.files.verify import verified
from server.ids import uuid7
from server.people.models import Person
from server.records.files import Upload

LONGEST_WRITE = timedelta(hours=1)
SENT = """SELECT coalesce(sum(CASE WHEN p.bytes < ? THEN ? ELSE p.bytes END), 0) AS bytes
    FROM piece p JOIN upload u ON u.id = p.upload WHERE u.person = ?"""


@dataclass(frozen=True)
class Sent:
    """One piece as it came."""

    person: str
    hash: str
    pieces: int  # of the whole
    number: int
    content: bytes


async def take(store: Store, sent: Sent) -> None:
    """Keep the piece. The last one to come is answered for the whole file."""
    path = await db.write(lambda: _begun(sent))
    if path:
        await store.put(path, sent.content)
        await db.write(lambda: _kept(sent, path))
    await _finish(store, sent)


async def of_person(person: str, hash: str) -> Upload | None:
    return await Upload.get_or_none(person=person, hash=hash)


async def pieces_of(upload: Upload) -> list[Piece]:
    return await Piece.filter(upload=upload.id).order_by("number")


async def discard(uploads: list[Upload]) -> None:
    """Inside db.write(): forget them; their objects go with the next sweep."""
    ids, now = [upload.id for upload in uploads], clock.now()
    pieces = await Piece.filter(upload__in=ids)
    await Doomed.bulk_create([Doomed(path=piece.path, due_at=now) for piece in pieces], ignore_conflicts=True)
    await Piece.filter(upload__in=ids).delete()
    await Upload.filter(id__in=ids).delete()


async def _begun(sent: Sent) -> str | None:
    """Where to write it; None if it is there already."""
    await _alone(sent.person)
    upload = await of_person(sent.person, sent.hash)
    if upload and not upload.done_at and upload.pieces != sent.pieces:
        await discard([upload])  # cut in another way, by another version of the app
        upload = None
    upload = upload or await _new(sent)
    if upload.done_at or await Piece.filter(upload=upload.id, number=sent.number).exists():
        return None
    await _check_room(sent)
    path = f"{sent.person}/{upload.id}/{sent.number}-{secrets.token_hex(8)}"
    await Doomed.create(path=path, due_at=clock.now() + LONGEST_WRITE)
    return path


async def _new(sent: Sent) -> Upload:
    now = clock.now()
    return await Upload.create(id=str(uuid7()), person=sent.person, hash=sent.hash, pieces=sent.pieces, used_at=now)


async def _kept(sent: Sent, path: str) -> None:
    await _alone(sent.person)
    upload = await of_person(sent.person, sent.hash)
    wanted = upload and path.split("/")[1] == upload.id and not upload.done_at
    if not upload or not wanted or await Piece.filter(upload=upload.id, number=sent.number).exists():
        await Doomed.filter(path=path).update(due_at=clock.now())  # another was first; this one is of no use
        return
    await _check_room(sent)
    if not await Doomed.filter(path=path).delete():
        raise Busy  # writing took so long that it was swept meanwhile
    size = len(sent.content)
    await Piece.create(upload=upload.id, number=sent.number, path=path, bytes=size)
    await Upload.filter(id=upload.id).update(bytes=upload.bytes + size, used_at=clock.now())


async def _finish(store: Store, sent: Sent) -> None:
    upload, pieces = await db.read(lambda: _whole(sent))
    if not upload or upload.done_at or len(pieces) < upload.pieces:
        return
    content = b"".join([await store.get(piece.path) for piece in pieces])
    try:
        type = await asyncio.to_thread(verified, content, sent.hash)
    except Refusal:
        await db.write(lambda: discard([upload]))
        raise
    await db.write(lambda: Upload.filter(id=upload.id).update(type=type, done_at=clock.now()))


async def _whole(sent: Sent) -> tuple[Upload | None, list[Piece]]:
    upload = await of_person(sent.person, sent.hash)
    return upload, await pieces_of(upload) if upload else []


async def _alone(person: str) -> None:
    """One at a time for each person: else many at once would each find room."""
    await Person.filter(id=person).select_for_update()


async def _check_room(sent: Sent) -> None:
    used = (await db.rows(SENT, [LEAST_COUNTED, LEAST_COUNTED, sent.person]))[0]["bytes"]
    if used + max(len(sent.content), LEAST_COUNTED) > QUOTA:
        raise TooLarge(code="quota")
