"""Asking for a code: how often one may, and the mail that brings it."""

from uuid import UUID

from starlette.requests import Request

from server import db
from server.auth import addresses, codes
from server.auth.demo_mode import is_demo
from server.auth.kit import Kit, asker, kit_of, link_to
from server.auth.letters import letter, spaced
from server.auth.whose import whose
from server.errors import Malformed, Refusal, TooMany
from server.mail import Letter
from server.people.models import Person

# Unknown mailboxes get a letter too; this is where it does not go.
NOWHERE = "nobody@localhost"


async def may_ask(request: Request, address: str) -> None:
    """Count this question, or refuse it. In demo mode only made-up people get an answer, whom nobody can flood."""
    if not await db.read(is_demo):
        may_mail(request, address)


def may_mail(request: Request, address: str) -> None:
    """The same for a mail that goes to whatever address was typed: those are real in a demo too."""
    kit = kit_of(request)
    counted = {"codes for an address": asker(request), "codes for a mailbox": _short(kit, address)}
    _count(kit, counted)


def may_invite(request: Request, person: UUID, address: str) -> None:
    """Count this invitation by mail, or refuse it: it has a text that its sender can choose, their name."""
    kit = kit_of(request)
    _count(kit, {"invitations by a person": str(person), "invitations to a mailbox": _short(kit, address)})


async def may_try(request: Request) -> None:
    """A dead code stops guessing at one mailbox; this stops guessing at all of them in turn."""
    if not await db.read(is_demo):
        kit_of(request).counters.check("wrong answers from an address", asker(request))


def wrong(request: Request, outcome: codes.Outcome, code: str) -> Refusal:
    kit_of(request).counters.count("wrong answers from an address", asker(request))
    return TooMany(retry_after=1) if outcome is codes.Outcome.DEAD else Malformed(code=code)


async def mail_code(
    request: Request, mailbox: codes.Mailbox, purpose: str, about: codes.About | None = None, anyone: bool = False
) -> None:
    """Mail a code to the mailbox if somebody here has it, or to `anyone`; the steps are the same for all."""
    known = about or codes.About()

    async def work() -> tuple[codes.Asked, Person | None]:
        person = await whose(mailbox.address)
        return await codes.make(kit_of(request).keys, mailbox, purpose, known), person

    asked, person = await db.write(work)
    deliver = addresses.is_mailbox(mailbox.address) and (anyone or person is not None)
    mail = _letter(request, asked, purpose, mailbox.address if deliver else NOWHERE, person, known)
    await kit_of(request).post.send(mail, deliver=deliver)


def _count(kit: Kit, counted: dict[str, str]) -> None:
    for limit, who in counted.items():
        kit.counters.check(limit, who)
    for limit, who in counted.items():
        kit.counters.count(limit, who)


def _short(kit: Kit, address: str) -> str:
    """However long what was typed."""
    return kit.keys.hashes("mailbox", address)[0]


def _letter(
    request: Request, asked: codes.Asked, purpose: str, to: str, person: Person | None, about: codes.About
) -> Letter:
    language = person.language if person else about.language
    link = link_to(request, f"/inloggen#token={asked.token}")
    return letter(purpose, language, to, code=spaced(asked.code), link=link)
