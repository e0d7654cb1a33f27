"""Who is asking."""

from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request

from server.errors import SignedOut


@dataclass(frozen=True)
class Actor:
    """A person, through one of their logins."""

    person: UUID
    login: UUID


def actor_of(request: Request) -> Actor:
    """Who sent this; a stranger is refused. Auth's middleware has put either of them in the state."""
    actor: Actor | None = getattr(request.state, "actor", None)
    if actor is None:
        raise getattr(request.state, "refusal", None) or SignedOut()
    # A page may still hold what another person wrote before somebody else signed in from the same browser.
    if request.headers.get("maatje-person", str(actor.person)) != str(actor.person):
        raise SignedOut()
    return actor
