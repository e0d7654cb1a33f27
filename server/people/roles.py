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


async def roles_of(person: UUID, at: datetime) -> list[Role]:
    """Every role of this person that holds at this instant. Call it inside read() or write()."""
    return [
        *await _as_coachee(person, at),
        *await _as_coach(person, at),
        *await _as_senior(person, at),
        *await _as_appointed(person, at),
    ]


async def _as_coachee(person: UUID, at: datetime) -> list[Role]:
    return [
        Role("coachee", m.community.programme_id, m.starts_at, m.ends_at, m.community_id, membership=m.id)
        for m in await Membership.filter(active(at), person_id=person).select_related("community").order_by("id")
    ]


async def _as_coach(person: UUID, at: datetime) -> list[Role]:
    seats = CoachSeat.filter(active(at), active(at, "coaching__"), person_id=person).order_by("id")
    roles = []
    for seat in await seats.select_related("coaching__community"):
        community = seat.coaching.community
        period = (seat.starts_at, seat.ends_at)
        roles.append(Role("coach", community.programme_id, *period, community.id, coaching=seat.coaching_id))
    return roles


async def _as_senior(person: UUID, at: datetime) -> list[Role]:
    """One may guide several coaches, and be appointed senior before guiding any: still one hat a programme."""
    appointed = await Appointment.filter(active(at), person_id=person, role="senior").order_by("starts_at")
    guides = await Mentoring.filter(active(at), senior_id=person).order_by("starts_at")
    hats: dict[UUID, Role] = {}
    for programme, period in [*((a.programme_id, a) for a in appointed), *((g.programme_id, g) for g in guides)]:
        hats.setdefault(programme, Role("senior", programme, period.starts_at, period.ends_at))
    return list(hats.values())


async def _as_appointed(person: UUID, at: datetime) -> list[Role]:
    appointments = Appointment.filter(active(at), person_id=person).exclude(role="senior").order_by("id")
    return [Role(a.role, a.programme_id, a.starts_at, a.ends_at) for a in await appointments]
