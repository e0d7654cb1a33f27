"""What a coordinator does with invitations: make, show, list, withdraw. Strangers to a programme get "not found"."""

import io
from dataclasses import replace
from typing import Any
from uuid import UUID

import segno
from starlette.requests import Request
from starlette.responses import Response

from server import clock, db
from server.auth import addresses, founding, invites
from server.auth.asking import may_invite
from server.auth.fields import choice_in, id_in, id_of_path, optional_text
from server.auth.invites import BY_COORDINATORS, Wanted
from server.auth.kit import kit_of, link_from
from server.auth.letters import letter
from server.auth.models import Invitation
from server.errors import Malformed, NotFound
from server.people.models import Person
from server.web import Actor, actor_of, answer, body_of, nothing


async def invite(request: Request) -> Response:
    """Invite people. An invitation for one mailbox is mailed to it; any other is shown as a link and a QR code."""
    actor, body = actor_of(request), await body_of(request)
    wanted, new = _wanted(body, actor), founding.new_community_in(body)

    async def work() -> tuple[Invitation, Person]:
        await _must_coordinate(actor, wanted.programme)
        place = await founding.found(wanted.programme, new) if new else wanted.community
        made = await invites.make(replace(wanted, community=place))
        if made.mailbox:
            await may_invite(request, actor.person, made.mailbox)
        return made, await Person.get(id=actor.person)

    invitation, maker = await db.write(work)
    if invitation.mailbox:
        mail = letter("invitation", maker.language, invitation.mailbox, who=maker.name, link=_link(request, invitation))
        await kit_of(request).post.send(mail)
    return answer(_shown(request, invitation), 201)


async def invitations(request: Request) -> Response:
    """The invitations to one's programmes that can still be used."""
    actor = actor_of(request)

    async def work() -> list[Invitation]:
        usable = Invitation.filter(uses_left__gt=0, ends_at__gt=clock.now())
        own = usable.filter(programme__in=await invites.coordinated_by(actor.person)).order_by("made_at")
        return [invitation for invitation in await own if await invites.is_open(invitation)]

    return answer({"invitations": [_shown(request, invitation) for invitation in await db.read(work)]})


async def qr(request: Request) -> Response:
    """The link of an invitation as a picture to hold up or print: black on white, also on a dark page."""
    actor, invitation_id = actor_of(request), id_of_path(request.path_params["id"])
    invitation = await db.read(lambda: _own(actor, invitation_id))
    picture = io.BytesIO()
    code = segno.make(_link(request, invitation), error="m", micro=False)
    code.save(picture, kind="svg", scale=8, border=4, light="white")
    return Response(picture.getvalue(), media_type="image/svg+xml")


async def withdraw(request: Request) -> Response:
    """From now on the link opens nothing."""
    actor, invitation_id = actor_of(request), id_of_path(request.path_params["id"])

    async def work() -> None:
        await invites.withdraw(await _own(actor, invitation_id))

    await db.write(work)
    return nothing()


def _wanted(body: Any, actor: Actor) -> Wanted:
    email, uses = optional_text(body, "email"), body.get("uses", 1) if isinstance(body, dict) else 1
    if not isinstance(uses, int) or isinstance(uses, bool):
        raise Malformed(fields={"uses": "invalid"})
    return Wanted(
        programme=id_in(body, "programme"),
        role=choice_in(body, "role", BY_COORDINATORS),
        community=id_in(body, "community") if optional_text(body, "community") is not None else None,
        mailbox=addresses.tidy(email) if email is not None else None,
        uses=uses,
        made_by=actor.person,
    )


async def _must_coordinate(actor: Actor, programme: UUID) -> None:
    if programme not in await invites.coordinated_by(actor.person):
        raise NotFound  # also for a programme that does not exist


async def _own(actor: Actor, invitation_id: UUID) -> Invitation:
    invitation = await Invitation.get_or_none(id=invitation_id)
    if invitation is None:
        raise NotFound
    await _must_coordinate(actor, invitation.programme)
    return invitation


def _link(request: Request, invitation: Invitation) -> str:
    return link_from(request, invites.path_of(kit_of(request).keys, invitation))


def _shown(request: Request, invitation: Invitation) -> dict[str, Any]:
    return {
        "id": invitation.id,
        "programme": invitation.programme,
        "role": invitation.role,
        "community": invitation.community,
        "email": invitation.mailbox,
        "uses_left": invitation.uses_left,
        "until": invitation.ends_at,
        "url": _link(request, invitation),
    }
