"""What could not be taken in, for whoever wrote it and nobody else."""

from starlette.requests import Request
from starlette.responses import Response

from server import db
from server.errors import NotFound
from server.records.models import Held
from server.records.mutation import key_of
from server.web import actor_of, answer, nothing


async def held(request: Request) -> Response:
    """One's own held drafts, the oldest first."""
    person = str(actor_of(request).person)
    rows = await db.read(lambda: Held.filter(person=person).order_by("id").all())
    return answer({"held": [_shown(row) for row in rows]})


async def discard(request: Request) -> Response:
    """The author has used the text, or does not want it any more."""
    person, mid = str(actor_of(request).person), key_of(request.path_params["mid"])
    gone = await db.write(lambda: Held.filter(person=person, mid=mid).delete())
    if not gone:
        raise NotFound
    return nothing()


def _shown(row: Held) -> dict[str, object]:
    return {"mid": row.mid, "id": row.record, "kind": row.kind, "set": row.set, "reason": row.reason, "at": row.at}
