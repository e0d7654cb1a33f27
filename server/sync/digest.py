"""What a scope holds, in two words a record: for a device whose checksum differs."""

from starlette.requests import Request
from starlette.responses import Response

from server import clock, db
from server.errors import Malformed, NotFound
from server.permissions.grants import grants
from server.permissions.may_see import may_see
from server.records.models import Placement, Scope
from server.web import Actor, actor_of, answer, body_of


async def digest(request: Request) -> Response:
    """Position, and each record with its revision."""
    actor, body = actor_of(request), await body_of(request)
    if not isinstance(body, dict) or not isinstance(body.get("scope"), str):
        raise Malformed(fields={"scope": "missing" if isinstance(body, dict) and "scope" not in body else "invalid"})
    return answer(await db.read(lambda: _of(actor, body["scope"])))


async def _of(actor: Actor, scope: str) -> dict[str, object]:
    now = clock.now()
    if scope not in await grants(actor.person, now) or not await may_see(actor.person, scope, now):
        raise NotFound
    counter = await Scope.get_or_none(name=scope)
    rows = await Placement.filter(scope=scope, state="in").order_by("record")
    return {"pos": counter.position if counter else 0, "pairs": [[row.record, row.rev] for row in rows]}
