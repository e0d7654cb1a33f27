"""Entering as one of the made-up people with one tap. In any other database these routes are not there."""

from datetime import datetime
from typing import Any

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
from server.people.roles import Role, roles_of
from server.web import answer, body_of


async def people(request: Request) -> Response:
    """The demo people whom one can enter as."""

    async def work() -> list[dict[str, Any]]:
        made_up = await Person.filter(created_at__lte=await _filled_at(), email__isnull=False).order_by("name")
        return [await _shown(person) for person in made_up]

    return answer(await db.read(work))


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


async def _shown(person: Person) -> dict[str, Any]:
    roles = [await _named(role) for role in await roles_of(person.id, clock.now())]
    return {"email": person.email, "name": person.name, "roles": roles}


async def _named(role: Role) -> dict[str, Any]:
    """With names, because the sign-in page can look up nothing yet."""
    community = await Community.get(id=role.community) if role.community else None
    return {
        "role": role.role,
        "programme": role.programme,
        "programme_name": (await Programme.get(id=role.programme)).name,
        "community": role.community,
        "community_name": community.name if community else None,
        "membership": role.membership,
        "coaching": role.coaching,
        "from": role.starts_at,
        "until": role.ends_at,
    }
