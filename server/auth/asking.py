"""Asking for a code: how often one may, and the mail that brings it."""

from contextlib import suppress
from uuid import UUID

from starlette.requests import Request

from server import db
from server.auth import addresses, asked, codes
from server.auth.demo_mode import is_demo
from server.auth.kit import asker, kit_of, link_to
from server.auth.letters import letter, spaced
from server.auth.whose import whose
from server.errors import Malformed, Refusal, TooMany
from server.mail import Letter
from server.people.models import Person

# Unknown mailboxes get a letter too; this is where it does not go.
NOWHERE = "nobody@localhost"
WRONG = "wrong answers from an address"


async def may_ask(request: Request, address: str) -> None:
    """Count this question, or refuse it. In demo mode only made-up people get an answer, whom nobody can flood."""
    if not await db.read(is_demo):
        await may_mail(request, address)


async def may_mail(request: Request, address: str) -> None:
    """The same for a mail that goes to whatever address was typed: those are real in a demo too."""
    kit = kit_of(request)
    counted = {"codes for an address": asker(request), "codes for a mailbox": address}
    await db.write(lambda: asked.count(kit.keys, counted))


async def may_invite(request: Request, person: UUID, address: str) -> None:
    """Inside db.write(): count this invitation by mail, or refuse it: its sender chooses a text in it, their name."""
    counted = {"invitations by a person": str(person), "invitations to a mailbox": address}
    await asked.count(kit_of(request).keys, counted)


async def may_try(request: Request) -> None:
    """A dead code stops guessing at one mailbox; this stops guessing at all of them in turn."""

    async def work() -> None:
        if not await is_demo():
            await asked.check(kit_of(request).keys, WRONG, asker(request))

    await db.read(work)


async def wrong(request: Request, outcome: codes.Outcome, code: str) -> Refusal:
    with suppress(TooMany):  # one that comes with many others: this answer says that it is wrong, the next is refused
        await db.write(lambda: asked.count(kit_of(request).keys, {WRONG: asker(request)}))
    return TooMany(retry_after=1) if outcome is codes.Outcome.DEAD else Malformed(code=code)


async def mail_code(
    request: Request, mailbox: codes.Mailbox, purpose: str, about: codes.About | None = None, anyone: bool = False
) -> None:
    """Mail a code to the mailbox if somebody here has it, or to `anyone`; the steps are the same for all."""
    known = about or codes.About()

    async def work() -> tuple[codes.Asked, Person | None]:
        person = await whose(mailbox.address)
        return await codes.make(kit_of(request).keys, mailbox, purpose, known), person

    made, person = await db.write(work)
    deliver = addresses.is_mailbox(mailbox.address) and (anyone or person is not None)
    mail = _letter(request, made, purpose, mailbox.address if deliver else NOWHERE, person, known)
    await kit_of(request).post.send(mail, deliver=deliver)


def _letter(
    request: Request, made: codes.Asked, purpose: str, to: str, person: Person | None, about: codes.About
) -> Letter:
    language = person.language if person else about.language
    link = link_to(request, f"/inloggen#token={made.token}")
    return letter(purpose, language, to, code=spaced(made.code), link=link)
