"""Sessions: opened, recognised, ended. The browser holds a random token, the database only its hash."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from server import clock, db, journal
from server.auth.models import Login
from server.errors import Refusal, SignedOut
from server.people.actor import Actor
from server.records import poke

# Rolling: each contact begins it anew, so that only a phone left in a drawer signs itself out.
LIFETIME = timedelta(days=180)
CONTACT_EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class Recognised:
    """Whose cookie this is, or what is said to it where somebody must be signed in."""

    actor: Actor | None = None
    refusal: Refusal = field(default_factory=SignedOut)
    contact_due: bool = False


async def open_session(person: UUID, device: str) -> str:
    """Sign a browser in; what its cookie will hold. Inside db.write()."""
    token, now = secrets.token_urlsafe(32), clock.now()
    await Login.create(
        id=uuid4(), person=person, token_hash=_hash(token), device=device[:80], created_at=now, last_contact=now
    )
    return token


async def recognise(token: str) -> Recognised:
    """Whose token this is; a login that was ended from elsewhere is told so. Inside db.read()."""
    # Not by the model, because this is asked at every request.
    sql = "SELECT id, person, last_contact, ended_at, ended_why FROM login WHERE token_hash = ?"
    found, now = await db.rows(sql, [_hash(token)]), clock.now()
    login = found[0] if found else None
    last_contact = db.instant_of(login["last_contact"]) if login else now
    if login is None or last_contact + LIFETIME <= now:
        return Recognised()
    if login["ended_at"]:
        return Recognised(refusal=SignedOut(code=login["ended_why"] or "signed_out"))
    actor = Actor(UUID(login["person"]), UUID(login["id"]))
    return Recognised(actor, contact_due=last_contact + CONTACT_EVERY <= now)


async def note_contact(login: UUID) -> None:
    await Login.filter(id=login, ended_at=None).update(last_contact=clock.now())


async def end(login: UUID, why: str) -> None:
    """Dead at once: the next request finds the row ended, and its event streams stop. Inside db.write()."""
    row = await Login.get_or_none(id=login, ended_at=None)
    if row is None:
        return
    await Login.filter(id=login).update(ended_at=clock.now(), ended_why=why)
    about = {"login": str(login), "person": str(row.person), "token_hash": row.token_hash, "why": why}
    await journal.note([journal.line(journal.LOGIN_ENDED, **about)])
    await poke.end_login(login)


async def living(person: UUID) -> list[Login]:
    """Where this person is signed in, latest contact first."""
    since = clock.now() - LIFETIME
    return await Login.filter(person=person, ended_at=None, last_contact__gt=since).order_by("-last_contact")


def _hash(token: str) -> str:
    # A plain hash is enough: nobody can try all tokens of 256 random bits.
    return hashlib.sha256(token.encode()).hexdigest()
