"""What became of a record, version by version."""

from starlette.requests import Request
from starlette.responses import Response

from server import clock, db
from server.errors import NotFound
from server.permissions.grants import grants
from server.permissions.may_see import may_see
from server.records.kinds import kinds
from server.records.load import current
from server.records.models import Revision
from server.records.scopes import is_uuid
from server.records.state import Current
from server.records.tables import RECORD
from server.sync.instants import instant
from server.web import Actor, actor_of, answer


async def history(request: Request) -> Response:
    """404 unless the reader sees the record now."""
    actor, id = actor_of(request), request.path_params["id"]
    return answer({"revisions": await db.read(lambda: _of(actor, id))})


async def _of(actor: Actor, id: str) -> list[dict[str, object]]:
    now = clock.now()
    granted = await grants(actor.person, now)
    found = await db.rows(f"{RECORD.select} WHERE id = ?", [id]) if is_uuid(id) else []
    if not found or found[0]["scope"] not in granted or not await may_see(actor.person, found[0]["scope"], now):
        raise NotFound
    record = current(found[0])
    rows = await Revision.filter(record=id, scope__in=list(granted)).order_by("version")
    if record.author == str(actor.person):
        return [_shown(row) for row in rows]
    if not kinds()[record.kind].history_for_readers:
        return []
    return [_shown(row) for row in rows if row.version >= _begun(record)]


def _begun(record: Current) -> int:
    """Sharing shows nothing older: what it was when it was shared before and taken back stays with its author, and so
    does what it was before it was deleted."""
    return max(record.last("scope"), record.last("deleted"))


def _shown(row: Revision) -> dict[str, object]:
    return {
        "rev": row.rev,
        "mid": row.mid,
        "author": row.author,
        "at": row.at,
        "received_at": instant(row.received_at),
        "set": row.set,
        "outcome": row.outcome,
    }
