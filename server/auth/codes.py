"""Codes and links that prove a mailbox: made, tried, used. Call all of it inside db.write().

1. Asking makes one row with a code and a link; the newest row's code is the only one that can be typed.
2. A wrong try counts. After five the code is dead, right or wrong, until a new one is asked; its link, which
   nobody can guess, is not.
3. The first use of either uses up every code and link of that mailbox.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from uuid import UUID, uuid4

from tortoise.queryset import QuerySet

from server import clock
from server.auth.keys import Keys
from server.auth.models import Code
from server.auth.whose import hold_mailbox

LIFETIME = timedelta(minutes=15)
TRIES = 5
SIGNING_IN = ("sign_in", "join")
CHANGING_ADDRESS = ("email",)


@dataclass(frozen=True)
class Mailbox:
    """Whose mailbox is to be proven, and what for: codes of one reason never disturb those of another."""

    address: str
    purposes: tuple[str, ...] = SIGNING_IN


@dataclass(frozen=True)
class About:
    """What the proof will be used for."""

    person: UUID | None = None
    invitation: UUID | None = None
    name: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Asked:
    """What the mail says."""

    code: str
    token: str


class Outcome(Enum):
    WRONG = auto()
    DEAD = auto()


async def make(keys: Keys, mailbox: Mailbox, purpose: str, about: About) -> Asked:
    """A new code and link. What an earlier mail offers to type is void; its link is not."""
    await hold_mailbox(mailbox.address)
    now, row, code = clock.now(), uuid4(), f"{secrets.randbelow(1_000_000):06}"
    await _of(keys, mailbox).update(code_hash="")
    await Code.create(
        id=row,
        purpose=purpose,
        mailbox=_named(keys, mailbox)[0],
        code_hash=keys.hashes("code", f"{row} {code}")[0],
        made_at=now,
        ends_at=now + LIFETIME,
        person=about.person,
        invitation=about.invitation,
        name=about.name,
        language=about.language,
    )
    return Asked(code, keys.sign("link", {"code": str(row), "email": mailbox.address}))


async def typed(keys: Keys, mailbox: Mailbox, digits: str) -> Code | Outcome:
    """Use the code up and give its row; or count a wrong try."""
    await hold_mailbox(mailbox.address)
    row = await _of(keys, mailbox).exclude(code_hash="").first()
    if row is None:
        return Outcome.WRONG
    if row.tries >= TRIES:
        return Outcome.DEAD
    if _is_open(row) and keys.fits("code", f"{row.id} {digits}", row.code_hash):
        return await _used(keys, mailbox, row)
    row.tries += 1
    await row.save(update_fields=("tries",))
    return Outcome.WRONG


async def tapped(keys: Keys, token: str) -> tuple[Code, str] | None:
    """Use the link up and give its row and the address that it proves."""
    claims = keys.opened("link", token, LIFETIME)
    if not claims:
        return None
    await hold_mailbox(claims["email"])
    row = await Code.get_or_none(id=UUID(claims["code"]))
    if row is None or not _is_open(row) or row.purpose not in SIGNING_IN:
        return None
    return await _used(keys, Mailbox(claims["email"]), row), claims["email"]


async def forget(keys: Keys, address: str) -> None:
    """Nothing that was mailed to this address opens anything any more."""
    await hold_mailbox(address)
    await _of(keys, Mailbox(address)).filter(used_at=None).update(used_at=clock.now())


async def _used(keys: Keys, mailbox: Mailbox, row: Code) -> Code:
    await _of(keys, mailbox).filter(used_at=None).update(used_at=clock.now())
    return row


def _is_open(row: Code) -> bool:
    return row.used_at is None and clock.now() < row.ends_at


def _of(keys: Keys, mailbox: Mailbox) -> QuerySet[Code]:
    return Code.filter(mailbox__in=_named(keys, mailbox), purpose__in=mailbox.purposes)


def _named(keys: Keys, mailbox: Mailbox) -> list[str]:
    return keys.hashes("mailbox", mailbox.address)
