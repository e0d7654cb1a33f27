"""Giving what an invitation promises, in the transaction that proved the mailbox: all of it lands, or nothing."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from server import clock
from server.auth import invites
from server.auth.models import Invitation
from server.auth.whose import hold_mailbox, whose
from server.errors import Malformed
from server.people.models import Person
from server.people.roles import roles_of
from server.permissions import changes
from server.permissions.standstill import changing


@dataclass(frozen=True)
class Newcomer:
    """Who proved a mailbox. Of someone who is here already only the address counts."""

    email: str
    name: str
    language: str


async def joined(invitation_id: UUID, newcomer: Newcomer) -> Person:
    """Inside db.write(). Accepting twice is no fault and takes no second use."""
    await hold_mailbox(newcomer.email)
    invitation = await Invitation.select_for_update().get(id=invitation_id)
    await changing(invitation.programme)
    person = await whose(newcomer.email)
    if person and await _has(person, invitation):
        return person
    if not await invites.is_open(invitation):
        raise Malformed(code="invitation_used")
    await invites.use(invitation)
    person = person or await _new(newcomer)
    await GIVES[invitation.role](person, invitation)
    return person


async def _new(newcomer: Newcomer) -> Person:
    return await Person.create(
        name=newcomer.name, email=newcomer.email, language=newcomer.language, created_at=clock.now()
    )


async def _has(person: Person, invitation: Invitation) -> bool:
    return any(
        (role.role, role.programme, role.community) == (invitation.role, invitation.programme, invitation.community)
        for role in await roles_of(person.id, clock.now())
    )


async def _enrol(person: Person, invitation: Invitation) -> None:
    assert invitation.community
    await changes.enrol(person.id, invitation.community)


async def _seat(person: Person, invitation: Invitation) -> None:
    assert invitation.community
    await changes.seat_coach(person.id, invitation.community)


async def _appoint(person: Person, invitation: Invitation) -> None:
    await changes.appoint(person.id, invitation.programme, invitation.role)


GIVES: dict[str, Callable[[Person, Invitation], Awaitable[None]]] = {
    "coachee": _enrol,
    "coach": _seat,
    "senior": _appoint,
    "coordinator": _appoint,
    "tutor": _appoint,
    "researcher": _appoint,
    "admin": _appoint,
}
