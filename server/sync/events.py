"""GET /api/events: says that there is something to pull and in which scopes, never what."""

from collections.abc import AsyncIterator

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from server import db
from server.errors import Refusal
from server.records import poke
from server.sync.concerned import concerning
from server.web import Actor, actor_of

STILL_HERE = 25  # seconds; proxies cut what is silent for longer
COMMENT = b": still here\n\n"
HEADERS = {"x-accel-buffering": "no"}  # a proxy that gathers before it sends would hold every poke up


async def events(request: Request) -> Response:
    """A stream for each browser, as long as its login lasts."""
    return StreamingResponse(_stream(actor_of(request)), media_type="text/event-stream", headers=HEADERS)


async def _stream(actor: Actor) -> AsyncIterator[bytes]:
    async with poke.listen(actor) as listener:
        yield COMMENT
        while not listener.ended:
            came = await listener.wait(STILL_HERE)
            if listener.ended:
                return
            if not came:
                yield COMMENT
                continue
            scopes, grants_changed = listener.take()
            try:
                if grants_changed and not await db.read(lambda: _still_signed_in(actor)):
                    return
                told = await _concerning(actor, scopes, grants_changed)
            except Refusal:  # the database is away. The stream stays, and says that something changed once it is back
                listener.ask_again()
                continue
            for named in told:
                yield b"data: " + orjson.dumps({"scopes": named}) + b"\n\n"


async def _still_signed_in(actor: Actor) -> bool:
    """What ended this login may be what was missed. Auth lies beside sync, so its row is asked by name."""
    return bool(await db.rows("SELECT id FROM login WHERE id = ? AND ended_at IS NULL", [actor.login]))


async def _concerning(actor: Actor, scopes: set[str], grants_changed: bool) -> list[list[str]]:
    """What to say: nothing about what one may not read at this moment."""
    named = await concerning(actor.person, scopes) if scopes else []
    return ([[]] if grants_changed else []) + ([named] if named else [])
