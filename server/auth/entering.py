"""What happens once it is clear who it is: a session, its cookie, and a word of welcome."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from server.auth import cookie, device, sessions
from server.people.models import Person
from server.web import answer


@dataclass(frozen=True)
class Entered:
    person: Person
    token: str


async def enter(request: Request, person: Person) -> Entered:
    """Inside db.write()."""
    return Entered(person, await sessions.open_session(person.id, device.label(request.headers.get("user-agent", ""))))


def welcome(request: Request, entered: Entered) -> Response:
    response = answer({"person": shown(entered.person)})
    cookie.give(response, entered.token, request.url.scheme)
    return response


def shown(person: Person) -> dict[str, object]:
    """A person as they see themselves."""
    return {"id": person.id, "name": person.name, "email": person.email, "language": person.language}
