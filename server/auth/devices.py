"""The page of one's own devices: where one is signed in, and signing out a phone from afar."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server import db
from server.auth import sessions
from server.auth.fields import id_of_path
from server.auth.models import Login
from server.errors import NotFound
from server.people.actor import Actor
from server.web import actor_of, answer


async def devices(request: Request) -> Response:
    """Where one is signed in, latest contact first."""
    actor = actor_of(request)
    logins = await db.read(lambda: sessions.living(actor.person))
    return answer({"devices": [_shown(actor, login) for login in logins]})


async def sign_out_device(request: Request) -> Response:
    """Sign that phone out. At its next contact it purges what others wrote and keeps what was not sent."""
    actor, login = actor_of(request), id_of_path(request.path_params["id"])

    async def work() -> None:
        if not await Login.exists(id=login, person=actor.person, ended_at=None):
            raise NotFound
        await sessions.end(login, "revoked")

    await db.write(work)
    return Response(status_code=204)


def _shown(actor: Actor, login: Login) -> dict[str, Any]:
    return {
        "id": login.id,
        "device": login.device,
        "current": login.id == actor.login,
        "created_at": login.created_at,
        "last_contact": login.last_contact,
    }
