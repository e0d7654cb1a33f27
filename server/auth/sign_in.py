"""Signing in with a code or link by mail, and signing out.

Whoever asks learns nothing about a mailbox: known and unknown ones take the same steps, in the database and in
writing a letter; only the last step differs, and it cannot be measured from outside.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server import db
from server.auth import addresses, codes, cookie, invites, sessions
from server.auth.asking import mail_code, may_ask, may_try, wrong
from server.auth.entering import Entered, enter, welcome
from server.auth.fields import optional_text, text_in
from server.auth.joining import Newcomer, joined
from server.auth.kit import kit_of
from server.auth.models import Code
from server.auth.whose import whose
from server.people.models import Person
from server.web import actor_of, body_of


async def ask(request: Request) -> Response:
    """Have a code and a link mailed. Who is known here is not told."""
    address = addresses.tidy(text_in(await body_of(request), "email"))
    await may_ask(request, address)
    await mail_code(request, codes.Mailbox(address), "sign_in")
    return Response(status_code=204)


async def verify(request: Request) -> Response:
    """Take a code, with the mailbox it was sent to or the invitation that names the mailbox."""
    body = await body_of(request)
    code = addresses.digits_of(text_in(body, "code"))
    await may_try(request)

    async def work() -> Entered | codes.Outcome:
        address = await _address(request, body)
        row = await codes.typed(kit_of(request).keys, codes.Mailbox(address), code)
        return await _entered(request, row, address) if isinstance(row, Code) else row

    entered = await db.write(work)
    if isinstance(entered, codes.Outcome):
        raise await wrong(request, entered, "code_wrong")
    return welcome(request, entered)


async def link(request: Request) -> Response:
    """Take the token of a link, sent by a tap on the page: a mail scanner that opens the link does nothing."""
    token = text_in(await body_of(request), "token")
    await may_try(request)

    async def work() -> Entered | codes.Outcome:
        proven = await codes.tapped(kit_of(request).keys, token)
        return await _entered(request, *proven) if proven else codes.Outcome.WRONG

    entered = await db.write(work)
    if isinstance(entered, codes.Outcome):
        raise await wrong(request, entered, "link_wrong")
    return welcome(request, entered)


async def sign_out(request: Request) -> Response:
    """End this session: dead at once, also for a copy of the cookie."""
    actor = actor_of(request)
    await db.write(lambda: sessions.end(actor.login, "signed_out"))
    response = Response(status_code=204)
    cookie.take(response, request.url.scheme)
    return response


async def _address(request: Request, body: Any) -> str:
    token = optional_text(body, "invitation")
    if token is None:
        return addresses.tidy(text_in(body, "email"))
    invitation = await invites.opened(kit_of(request).keys, token)
    return invitation.mailbox or addresses.tidy(text_in(body, "email"))


async def _entered(request: Request, row: Code, address: str) -> Entered | codes.Outcome:
    person = await _joined(row, address) if row.invitation else await whose(address)
    # A mailbox that nobody here has proves nobody, even if its code was guessed.
    return await enter(request, person) if person else codes.Outcome.WRONG


async def _joined(row: Code, address: str) -> Person:
    assert row.invitation
    return await joined(row.invitation, Newcomer(address, row.name or "", row.language or "nl"))
