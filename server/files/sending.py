"""PUT and HEAD: sending a file and going on with it. Both know of one's own sending only."""

import re

from starlette.requests import Request
from starlette.responses import Response

from server import db
from server.errors import Malformed, NotFound, TooLarge
from server.files.limits import MOST_PIECES, PIECE
from server.files.models import Piece
from server.files.store import Store
from server.files.uploads import Sent, of_person, pieces_of, take
from server.records.files import Upload
from server.web import actor_of, nothing
from server.web.body import raw_body_of

HASH = re.compile("[0-9a-f]{64}")
NUMBER = re.compile("[0-9]{1,4}")
MISSING = "maatje-missing"


async def put(request: Request) -> Response:
    """One piece of a file."""
    actor, hash = actor_of(request), hash_of(request)
    number, pieces = _place(request)
    content = await raw_body_of(request, PIECE)
    if len(content) != PIECE if number < pieces - 1 else not content:
        raise Malformed(fields={"bytes": "invalid"})
    await take(store_of(request), Sent(str(actor.person), hash, pieces, number, content))
    return nothing()


async def head(request: Request) -> Response:
    """Whether one has sent all of a file, or which pieces are missing."""
    actor, hash = actor_of(request), hash_of(request)
    missing = await db.read(lambda: _missing(str(actor.person), hash))
    if missing is None:
        return Response(headers={MISSING: "none"})  # said in words: anybody on the way can answer 200
    refusal = NotFound()
    refusal.headers = {MISSING: missing} if missing else {}
    raise refusal


def hash_of(request: Request) -> str:
    hash: str = request.path_params["sha256"]
    if not HASH.fullmatch(hash):
        raise NotFound
    return hash


def store_of(request: Request) -> Store:
    store: Store = request.app.state.files
    return store


def _place(request: Request) -> tuple[int, int]:
    """Which piece, of how many."""
    given, of = request.path_params["i"], request.query_params.get("of", "")
    if not NUMBER.fullmatch(given):
        raise NotFound
    if not NUMBER.fullmatch(of) or not int(given) < int(of):
        raise Malformed(fields={"of": "invalid" if of else "missing"})
    if int(of) > MOST_PIECES:
        raise TooLarge
    return int(given), int(of)


async def _missing(person: str, hash: str) -> str | None:
    """None when nothing is; empty when nothing at all was sent.

    When all is there and was not yet looked at, the last piece is asked for once more: it sets that going.
    """
    upload = await of_person(person, hash)
    if upload is None:
        return ""
    return None if upload.done_at else _spans(upload, await pieces_of(upload))


def _spans(upload: Upload, pieces: list[Piece]) -> str:
    """`0,3-7`."""
    there = {piece.number for piece in pieces}
    numbers = [number for number in range(upload.pieces) if number not in there] or [upload.pieces - 1]
    firsts = [number for number in numbers if number - 1 not in numbers]
    lasts = [number for number in numbers if number + 1 not in numbers]
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(firsts, lasts, strict=True))
