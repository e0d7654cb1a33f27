"""Invitations: a role for whoever proves one mailbox, or for as many people as the link may be used by."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from server import clock
from server.auth import addresses
from server.auth.keys import Keys
from server.auth.models import Invitation
from server.errors import Malformed, NotFound
from server.people.active import active
from server.people.models import Appointment, Community

LIFETIME = timedelta(days=14)
MOST_USES = 200
# Role → whether it is held in a community, and not in the whole programme.
ROLES = {
    "coachee": True,
    "coach": True,
    "senior": False,
    "coordinator": False,
    "tutor": False,
    "researcher": False,
    "admin": False,
}
# What a coordinator may hand out; who runs the installation is named on its command line.
BY_COORDINATORS = tuple(role for role in ROLES if role != "admin")
# The one role that a link alone may give: a poster in a classroom must not make anyone a coach.
BY_LINK_ALONE = "coachee"


@dataclass(frozen=True)
class Wanted:
    programme: UUID
    role: str
    community: UUID | None = None
    mailbox: str | None = None
    uses: int = 1
    made_by: UUID | None = None


async def make(wanted: Wanted) -> Invitation:
    """Inside db.write()."""
    await _check(wanted)
    now = clock.now()
    return await Invitation.create(
        id=uuid4(),
        programme=wanted.programme,
        role=wanted.role,
        community=wanted.community,
        mailbox=wanted.mailbox,
        uses_left=wanted.uses,
        made_by=wanted.made_by,
        made_at=now,
        ends_at=now + LIFETIME,
    )


def path_of(keys: Keys, invitation: Invitation) -> str:
    """Where its link leads in the app. What follows # never reaches a server, a log or a mail scanner."""
    return f"/uitnodiging#{keys.name('invitation', invitation.id.hex)}"


async def opened(keys: Keys, token: str) -> Invitation:
    """The invitation that this link names, while it can still be used."""
    named = keys.named("invitation", token)
    invitation = await Invitation.get_or_none(id=UUID(named)) if named else None
    if invitation is None:
        raise Malformed(code="invitation_wrong")
    if not await is_open(invitation):
        raise Malformed(code="invitation_used")
    return invitation


async def is_open(invitation: Invitation) -> bool:
    """Not any more when its maker coordinates no more: nobody leaves a door ajar behind them."""
    usable = invitation.uses_left > 0 and clock.now() < invitation.ends_at
    maker = invitation.made_by
    return usable and (maker is None or invitation.programme in await coordinated_by(maker))


async def coordinated_by(person: UUID) -> set[UUID]:
    """The programmes that this person coordinates now."""
    appointments = Appointment.filter(active(clock.now()), person_id=person, role="coordinator")
    return {appointment.programme_id for appointment in await appointments}


async def use(invitation: Invitation) -> None:
    invitation.uses_left -= 1
    await invitation.save(update_fields=("uses_left",))


async def withdraw(invitation: Invitation) -> None:
    invitation.ends_at = clock.now()
    await invitation.save(update_fields=("ends_at",))


async def _check(wanted: Wanted) -> None:
    if wanted.mailbox is not None and not addresses.is_mailbox(wanted.mailbox):
        raise Malformed(fields={"email": "invalid"})
    if wanted.mailbox is None and wanted.role != BY_LINK_ALONE:
        raise Malformed(fields={"email": "missing"})
    if not 1 <= wanted.uses <= (MOST_USES if wanted.mailbox is None else 1):
        raise Malformed(fields={"uses": "invalid"})
    await _check_place(wanted)


async def _check_place(wanted: Wanted) -> None:
    if ROLES[wanted.role] and wanted.community is None:
        raise Malformed(fields={"community": "missing"})
    if not ROLES[wanted.role] and wanted.community is not None:
        raise Malformed(fields={"community": "invalid"})
    if wanted.community is None:
        return
    community = await Community.get_or_none(id=wanted.community, programme_id=wanted.programme)
    if community is None:
        raise NotFound
    if community.kind == "pair" and wanted.uses > 1:
        raise Malformed(fields={"uses": "invalid"})
