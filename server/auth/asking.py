"""Asking for a code: how often one may, and the mail that brings it."""

from starlette.requests import Request

from server import db
from server.auth import addresses, codes
from server.auth.demo_mode import is_demo
from server.auth.kit import asker, kit_of, link_to
from server.auth.letters import letter, spaced
from server.auth.whose import whose
from server.errors import Malformed, Refusal, TooMany
from server.mail import Letter
from server.people.models import Person

# Unknown mailboxes get a letter too; this is where it does not go.
NOWHERE = "nobody@localhost"


async def may_ask(request: Request, address: str) -> None:
    """Count this question, or refuse it. In demo mode nobody's mailbox can be flooded."""
    if await db.read(is_demo):
        return
    kit = kit_of(request)
    mailbox = kit.keys.hashes("mailbox", address)[0]  # short, however long what was typed
    kit.counters.check("codes for an address", asker(request))
    kit.counters.check("codes for a mailbox", mailbox)
    kit.counters.count("codes for an address", asker(request))
    kit.counters.count("codes for a mailbox", mailbox)


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


def _letter(
    request: Request, asked: codes.Asked, purpose: str, to: str, person: Person | None, about: codes.About
) -> Letter:
    language = person.language if person else about.language
    link = link_to(request, f"/inloggen#token={asked.token}")
    return letter(purpose, language, to, code=spaced(asked.code), link=link)
