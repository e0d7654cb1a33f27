"""What a person is: every role that one holds now, as /api/me tells it and demo mode lists it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from server.people.active import active
from server.people.models import Appointment, CoachSeat, Membership, Mentoring


@dataclass(frozen=True)
class Role:
    """One hat. What does not apply to a role is absent."""

    role: str
    programme: UUID
    starts_at: datetime
    ends_at: datetime | None
    community: UUID | None = None
    membership: UUID | None = None
    coaching: UUID | None = None


Roles = dict[UUID, list[Role]]


async def roles_of(person: UUID, at: datetime) -> list[Role]:
    """Every role of this person that holds at this instant. Call it inside read() or write()."""
    return (await roles_by_person([person], at))[person]


async def roles_by_person(persons: list[UUID], at: datetime) -> Roles:
    """The same of many people, in as many queries as for one."""
    found: Roles = {person: [] for person in persons}
    await _as_coachee(found, at)
    await _as_coach(found, at)
    await _as_senior(found, at)
    await _as_appointed(found, at)
    return found


async def _as_coachee(found: Roles, at: datetime) -> None:
    memberships = Membership.filter(active(at), person_id__in=list(found)).order_by("id")
    for m in await memberships.select_related("community"):
        role = Role("coachee", m.community.programme_id, m.starts_at, m.ends_at, m.community_id, membership=m.id)
        found[m.person_id].append(role)


async def _as_coach(found: Roles, at: datetime) -> None:
    seats = CoachSeat.filter(active(at), active(at, "coaching__"), person_id__in=list(found)).order_by("id")
    for seat in await seats.select_related("coaching__community"):
        community, period = seat.coaching.community, (seat.starts_at, seat.ends_at)
        role = Role("coach", community.programme_id, *period, community.id, coaching=seat.coaching_id)
        found[seat.person_id].append(role)


async def _as_senior(found: Roles, at: datetime) -> None:
    """One may guide several coaches, and be appointed senior before guiding any: still one hat a programme."""
    appointed = await Appointment.filter(active(at), person_id__in=list(found), role="senior").order_by("starts_at")
    guides = await Mentoring.filter(active(at), senior_id__in=list(found)).order_by("starts_at")
    hats: dict[tuple[UUID, UUID], Role] = {}
    for person, programme, row in [
        *((row.person_id, row.programme_id, row) for row in appointed),
        *((row.senior_id, row.programme_id, row) for row in guides),
    ]:
        hats.setdefault((person, programme), Role("senior", programme, row.starts_at, row.ends_at))
    for (person, _), role in hats.items():
        found[person].append(role)


async def _as_appointed(found: Roles, at: datetime) -> None:
    appointments = Appointment.filter(active(at), person_id__in=list(found)).exclude(role="senior").order_by("id")
    for a in await appointments:
        found[a.person_id].append(Role(a.role, a.programme_id, a.starts_at, a.ends_at))
