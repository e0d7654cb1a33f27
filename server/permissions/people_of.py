"""Who is, was or will be in each scope around some communities. Names stay after someone left, with until when."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from server.people.models import Appointment, CoachSeat, Community, Membership, Mentoring
from server.permissions.roles import COACH, COACHEE, COORDINATOR, SENIOR

CLOSEST_FIRST = (COACHEE, COACH, SENIOR, COORDINATOR)


@dataclass(frozen=True)
class Entry:
    """One relation of one person, as the directory tells it."""

    name: str
    role: str
    starts_at: datetime
    ends_at: datetime | None
    community: UUID | None = None
    member: UUID | None = None


Listed = dict[UUID, Entry]


@dataclass
class _Around:
    """All that was ever so, read in bulk."""

    communities: list[Community]
    members: list[Membership]
    seats: list[CoachSeat]
    guides: list[Mentoring]
    coordinators: list[Appointment]
    seniors: list[Appointment] = field(default_factory=list)


async def listed(communities: set[UUID], programmes: set[UUID]) -> dict[str, Listed]:
    """For each scope around these, the people in it."""
    found: dict[str, Listed] = {}
    asked = await Community.filter(id__in=communities)
    for programme in programmes | {community.programme_id for community in asked}:
        around = await _around(programme)
        wanted = [c for c in around.communities if c.id in communities or programme in programmes]
        found[f"staff:{programme}"] = _staff(around)
        for community in wanted:
            _of_community(found, around, community)
    return found


async def _around(programme: UUID) -> _Around:
    inside = {"community__programme_id": programme}
    appointed = Appointment.filter(programme_id=programme).select_related("person")
    return _Around(
        communities=await Community.filter(programme_id=programme),
        members=await Membership.filter(**inside).select_related("person"),
        seats=await CoachSeat.filter(coaching__community__programme_id=programme).select_related("person", "coaching"),
        guides=await Mentoring.filter(programme_id=programme).select_related("senior"),
        coordinators=await appointed.filter(role=COORDINATOR),
        seniors=await appointed.filter(role=SENIOR),
    )


def _of_community(found: dict[str, Listed], around: _Around, community: Community) -> None:
    members = [m for m in around.members if m.community_id == community.id]
    seats = [s for s in around.seats if s.coaching.community_id == community.id]
    people = [_member(m) for m in members] + _staff_around(around, seats)
    found[f"agenda:{community.id}"] = _together(people)
    for coaching in {seat.coaching_id for seat in seats}:
        some = [seat for seat in seats if seat.coaching_id == coaching]
        found[f"coaching:{coaching}"] = _together(_staff_around(around, some))
    for member in members:
        met = [seat for seat in seats if _overlap(seat, member)]
        found[f"member:{member.id}:shared"] = _together([_member(member), *map(_seat, met)])
        found[f"member:{member.id}:record"] = _together([_member(member), *_staff_around(around, met)])


def _staff(around: _Around) -> Listed:
    seniors = [(a.person_id, Entry(a.person.name, SENIOR, a.starts_at, a.ends_at)) for a in around.seniors]
    return _together([*_staff_around(around, around.seats), *map(_guide, around.guides), *seniors])


def _staff_around(around: _Around, seats: list[CoachSeat]) -> list[tuple[UUID, Entry]]:
    """The coaches in these seats, who guides them, and who runs the programme."""
    coaches = {seat.person_id for seat in seats}
    guides = [_guide(guide) for guide in around.guides if guide.coach_id in coaches]
    return [*map(_seat, seats), *guides, *map(_coordinator, around.coordinators)]


def _member(m: Membership) -> tuple[UUID, Entry]:
    return m.person_id, Entry(m.person.name, COACHEE, m.starts_at, m.ends_at, m.community_id, m.id)


def _seat(s: CoachSeat) -> tuple[UUID, Entry]:
    ends = [end for end in (s.ends_at, s.coaching.ends_at) if end]
    return s.person_id, Entry(s.person.name, COACH, s.starts_at, min(ends, default=None), s.coaching.community_id)


def _guide(g: Mentoring) -> tuple[UUID, Entry]:
    return g.senior_id, Entry(g.senior.name, SENIOR, g.starts_at, g.ends_at)


def _coordinator(a: Appointment) -> tuple[UUID, Entry]:
    return a.person_id, Entry(a.person.name, COORDINATOR, a.starts_at, a.ends_at)


def _overlap(one: CoachSeat | Membership, other: CoachSeat | Membership) -> bool:
    return _before_end(one.starts_at, other.ends_at) and _before_end(other.starts_at, one.ends_at)


def _before_end(start: datetime, end: datetime | None) -> bool:
    return end is None or start < end


def _together(people: Iterable[tuple[UUID, Entry]]) -> Listed:
    """One entry a person: what lasts before what ended, then the closest role; from the first to the last."""
    found: Listed = {}
    for person, entry in sorted(people, key=_rank):
        before = found.get(person)
        found[person] = _joined(before, entry) if before else entry
    return found


def _rank(listing: tuple[UUID, Entry]) -> tuple[bool, int, datetime]:
    entry = listing[1]
    return entry.ends_at is not None, CLOSEST_FIRST.index(entry.role), entry.starts_at


def _joined(shown: Entry, other: Entry) -> Entry:
    ends = None if shown.ends_at is None or other.ends_at is None else max(shown.ends_at, other.ends_at)
    return replace(shown, starts_at=min(shown.starts_at, other.starts_at), ends_at=ends)
