"""GET /api/me: who one is, which hats one wears, and what one may write where. The phone keeps it."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server import clock, db
from server.people.models import Coaching, Community, Person, Programme
from server.people.roles import Role, roles_of
from server.permissions.grants import Grants, grants
from server.permissions.rules import creatable
from server.records.scopes import kind_of, subject_of
from server.sync.instants import instant
from server.web import Actor, actor_of, answer


async def me(request: Request) -> Response:
    """Everything the app needs to know about its owner."""
    actor = actor_of(request)
    return answer(await db.read(lambda: _about(actor)))


async def _about(actor: Actor) -> dict[str, Any]:
    now = clock.now()
    person = await Person.get(id=actor.person)
    roles, granted = await roles_of(actor.person, now), await grants(actor.person, now)
    communities = await _communities(granted)
    programmes = {role.programme for role in roles}
    return {
        "person": {"id": person.id, "name": person.name, "email": person.email, "language": person.language},
        "roles": [_role(role) for role in roles],
        "scopes": {name: {"write": creatable(grant.roles, kind_of(name) or "")} for name, grant in granted.items()},
        "programmes": [_programme(row) for row in await Programme.filter(id__in=programmes).order_by("id")],
        "communities": communities,
        # auth writes this mark; it lies beside sync, so its row is asked by name.
        "demo": bool(await db.rows("SELECT name FROM database_trait WHERE name = ?", ["demo"])),
    }


def _role(role: Role) -> dict[str, Any]:
    return {
        "role": role.role,
        "programme": role.programme,
        "community": role.community,
        "membership": role.membership,
        "coaching": role.coaching,
        "from": instant(role.starts_at),
        "until": role.ends_at and instant(role.ends_at),
    }


def _programme(row: Programme) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "hue": row.hue}


async def _communities(granted: Grants) -> list[dict[str, Any]]:
    """Those whose agenda one reads, with the periods in which they were coached."""
    ids = [subject_of(name) for name in granted if kind_of(name) == "agenda"]
    coachings: dict[object, list[dict[str, Any]]] = {}
    for row in await Coaching.filter(community_id__in=ids).order_by("starts_at"):
        period = {"id": row.id, "from": instant(row.starts_at), "until": row.ends_at and instant(row.ends_at)}
        coachings.setdefault(row.community_id, []).append(period)
    rows = await Community.filter(id__in=ids).order_by("id")
    return [
        {"id": c.id, "name": c.name, "kind": c.kind, "programme": c.programme_id, "coachings": coachings.get(c.id, [])}
        for c in rows
    ]
