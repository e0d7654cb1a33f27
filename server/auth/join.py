"""Accepting an invitation: looking at it, proving the mailbox, and getting what it promises.

A link can be forwarded, so holding it proves nothing about a mailbox: one that is bound to a mailbox mails a code
there, whoever asks, and any other mails a code to the address that is given.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server import db
from server.auth import addresses, codes, invites
from server.auth.asking import mail_code, may_mail
from server.auth.entering import shown
from server.auth.fields import choice_in, name_in, optional_text, text_in
from server.auth.joining import Newcomer, joined
from server.auth.kit import kit_of
from server.auth.letters import LANGUAGES
from server.auth.models import Invitation
from server.errors import Malformed
from server.people.models import Community, Person, Programme
from server.web import Actor, answer, body_of


async def look(request: Request) -> Response:
    """What the link offers, before anyone says who they are."""
    token = text_in(await body_of(request), "token")

    async def work() -> dict[str, Any]:
        return await _shown(await invites.opened(kit_of(request).keys, token))

    return answer(await db.read(work))


async def accept(request: Request) -> Response:
    """Join at once if already signed in as the one who is meant; else mail a code, which /api/auth/verify takes."""
    body = await body_of(request)
    token = text_in(body, "token")
    invitation = await db.read(lambda: invites.opened(kit_of(request).keys, token))
    person = await _joined_at_once(request, invitation, body)
    if person:
        return answer({"person": shown(person)})
    address = invitation.mailbox or addresses.tidy(text_in(body, "email"))
    await _mail_code(request, invitation, address, body)
    return answer({"sent_to": addresses.masked(address)}, 202)


async def _joined_at_once(request: Request, invitation: Invitation, body: Any) -> Person | None:
    """Someone who is signed in has proven their mailbox before; another address in the form means another person."""
    actor: Actor | None = request.state.actor
    if actor is None:
        return None
    email = optional_text(body, "email")

    async def work() -> Person | None:
        person = await Person.get(id=actor.person)
        meant = invitation.mailbox or (addresses.tidy(email) if email else person.email)
        if person.email is None or person.email != meant:
            return None
        return await joined(invitation.id, Newcomer(person.email, person.name, person.language))

    return await db.write(work)


async def _mail_code(request: Request, invitation: Invitation, address: str, body: Any) -> None:
    name, language = name_in(body), choice_in(body, "language", LANGUAGES) if optional_text(body, "language") else "nl"
    if not addresses.is_mailbox(address):
        raise Malformed(fields={"email": "invalid"})
    await may_mail(request, address)
    about = codes.About(invitation=invitation.id, name=name, language=language)
    await mail_code(request, codes.Mailbox(address), "join", about, anyone=True)


async def _shown(invitation: Invitation) -> dict[str, Any]:
    programme = await Programme.get(id=invitation.programme)
    community = await Community.get_or_none(id=invitation.community) if invitation.community else None
    maker = await Person.get_or_none(id=invitation.made_by) if invitation.made_by else None
    return {
        "role": invitation.role,
        "programme": programme.name,
        "hue": programme.hue,
        "community": community.name if community else None,
        "by": maker.name if maker else None,
        "sent_to": addresses.masked(invitation.mailbox) if invitation.mailbox else None,
        "until": invitation.ends_at,
    }
