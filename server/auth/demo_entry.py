"""Entering as one of the made-up people with one tap. In any other database these routes are not there."""

from datetime import datetime
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from server import clock, db
from server.auth import addresses
from server.auth.demo_mode import filled_at
from server.auth.entering import Entered, enter, welcome
from server.auth.fields import text_in
from server.auth.whose import whose
from server.errors import NotFound
from server.people.models import Community, Person, Programme
from server.people.roles import Role, roles_by_person
from server.web import answer, body_of

Names = dict[UUID, str]


async def people(request: Request) -> Response:
    """The demo people whom one can enter as."""

    return answer(await db.read(_listed))


async def enter_as(request: Request) -> Response:
    """Enter as this demo person."""

    async def work() -> Entered:
        before = await _filled_at()
        address = addresses.tidy(text_in(body, "email"))
        person = await whose(address)
        if person is None or person.created_at > before:
            raise NotFound
        return await enter(request, person)

    body = await body_of(request)
    return welcome(request, await db.write(work))


async def _filled_at() -> datetime:
    """Whoever was invited later is a real person, whom nobody enters as."""
    filled = await filled_at()
    if filled is None:
        raise NotFound
    return filled


async def _listed() -> list[dict[str, Any]]:
    """In the order they were made, the cast first; in a handful of queries, because a large demo has thousands."""
    made_up = await Person.filter(created_at__lte=await _filled_at(), email__isnull=False).order_by("id")
    roles = await roles_by_person([person.id for person in made_up], clock.now())
    names: Names = {programme.id: programme.name for programme in await Programme.all()}
    names |= {community.id: community.name for community in await Community.all()}
    return [
        {"email": person.email, "name": person.name, "roles": [_shown(role, names) for role in roles[person.id]]}
        for person in made_up
    ]


def _shown(role: Role, names: Names) -> dict[str, Any]:
    """With names, because the sign-in page can look up nothing yet."""
    return {
        "role": role.role,
        "programme": role.programme,
        "programme_name": names[role.programme],
        "community": role.community,
        "community_name": names[role.community] if role.community else None,
        "membership": role.membership,
        "coaching": role.coaching,
        "from": role.starts_at,
        "until": role.ends_at,
    }
