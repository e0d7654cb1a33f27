"""From a person to the scopes they may read, with what they are in each and since when. Never stored: always asked.

may_see.py answers the same question from the other end and shares no code with this.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from server.people.active import active
from server.people.models import Appointment, Coaching, CoachSeat, Community, Membership, Mentoring
from server.permissions.roles import COACH, COACHEE, COORDINATOR, SELF, SENIOR, TUTOR

READS_PROGRAMME = {COORDINATOR, SENIOR, TUTOR}  # who runs the installation, or counts, reads nobody's content


@dataclass(frozen=True)
class Grant:
    """What someone is in a scope, and since when they may read it."""

    roles: frozenset[str]
    since: datetime


Grants = dict[str, Grant]


class Given(NamedTuple):
    scope: str
    role: str
    since: datetime


class Place(NamedTuple):
    """One coaching and what lies around it."""

    coaching: UUID
    community: UUID
    programme: UUID


@dataclass
class Relations:
    """What a person is, in plain data: (…, since)."""

    person: UUID
    born: datetime
    memberships: list[tuple[UUID, UUID, UUID, datetime]] = field(default_factory=list)  # M, C, R
    seats: list[tuple[Place, datetime]] = field(default_factory=list)
    guided: list[tuple[UUID, UUID, datetime]] = field(default_factory=list)  # coach, R
    guided_seats: list[tuple[UUID, Place, datetime]] = field(default_factory=list)  # coach
    appointments: list[tuple[str, UUID, datetime]] = field(default_factory=list)  # role, R
    coordinated: dict[UUID, list[tuple[UUID, list[UUID]]]] = field(default_factory=dict)  # R → C and its G
    members: dict[UUID, list[tuple[UUID, datetime]]] = field(default_factory=dict)  # C → its M, since


async def grants(person: UUID, now: datetime) -> Grants:
    """Inside db.read() or db.write(): from the rows of this very transaction."""
    return grants_of(await relations(person, now))


def grants_of(relations: Relations) -> Grants:
    """The same of plain data. Who is several things in a scope is all of them there."""
    found: Grants = {}
    for scope, role, since in _given(relations):
        before = found.get(scope)
        roles = {role} | (before.roles if before else set())
        found[scope] = Grant(frozenset(roles), min(since, before.since) if before else since)
    return found


def _given(relations: Relations) -> Iterator[Given]:
    own = f"self:{relations.person}"
    yield Given(own, SELF, relations.born)
    if relations.seats:
        yield Given(own, COACH, relations.born)
    yield from _as_coachee(relations)
    yield from _as_coach(relations)
    yield from _as_senior(relations)
    yield from _as_appointed(relations)


def _as_coachee(relations: Relations) -> Iterator[Given]:
    for membership, community, programme, since in relations.memberships:
        for scope in (f"member:{membership}:shared", f"member:{membership}:record"):
            yield Given(scope, COACHEE, since)
        for scope in (f"agenda:{community}", f"community:{community}", f"programme:{programme}"):
            yield Given(scope, COACHEE, since)


def _as_coach(relations: Relations) -> Iterator[Given]:
    for place, since in relations.seats:
        yield Given(f"coaching:{place.coaching}", COACH, since)
        yield Given(f"agenda:{place.community}", COACH, since)
        yield Given(f"community:{place.community}", COACH, since)
        yield Given(f"mentor:{relations.person}", COACH, since)
        yield Given(f"staff:{place.programme}", COACH, since)
        yield Given(f"programme:{place.programme}", COACH, since)
        for membership, joined in relations.members.get(place.community, []):
            yield Given(f"member:{membership}:shared", COACH, max(since, joined))
            yield Given(f"member:{membership}:record", COACH, max(since, joined))


def _as_senior(relations: Relations) -> Iterator[Given]:
    for _, programme, since in relations.guided:
        yield Given(f"staff:{programme}", SENIOR, since)
        yield Given(f"programme:{programme}", SENIOR, since)
    for coach, place, since in relations.guided_seats:
        yield Given(f"coaching:{place.coaching}", SENIOR, since)
        yield Given(f"agenda:{place.community}", SENIOR, since)
        yield Given(f"mentor:{coach}", SENIOR, since)
        for membership, joined in relations.members.get(place.community, []):
            yield Given(f"member:{membership}:record", SENIOR, max(since, joined))


def _as_appointed(relations: Relations) -> Iterator[Given]:
    for role, programme, since in relations.appointments:
        if role not in READS_PROGRAMME:
            continue
        yield Given(f"programme:{programme}", role, since)
        if role == SENIOR:
            yield Given(f"staff:{programme}", role, since)
        if role != COORDINATOR:
            continue
        yield Given(f"staff:{programme}", role, since)
        for community, coachings in relations.coordinated.get(programme, []):
            yield Given(f"agenda:{community}", role, since)
            for coaching in coachings:
                yield Given(f"coaching:{coaching}", role, since)
            for membership, joined in relations.members.get(community, []):
                yield Given(f"member:{membership}:record", role, max(since, joined))


async def relations(person: UUID, now: datetime) -> Relations:
    """Read what the person is now."""
    found = Relations(person, datetime.fromtimestamp(0, now.tzinfo))
    for m in await Membership.filter(active(now), person_id=person).select_related("community"):
        found.memberships.append((m.id, m.community_id, m.community.programme_id, m.starts_at))
    found.seats = [(place, since) for _, place, since in await _seats([person], now)]
    await _add_guided(found, now)
    await _add_coordinated(found, now)
    coached = {place.community for place, _ in found.seats} | {place.community for _, place, _ in found.guided_seats}
    led = {community for some in found.coordinated.values() for community, _ in some}
    for m in await Membership.filter(active(now), community_id__in=coached | led) if coached | led else []:
        found.members.setdefault(m.community_id, []).append((m.id, m.starts_at))
    return found


async def _seats(coaches: list[UUID], now: datetime) -> list[tuple[UUID, Place, datetime]]:
    if not coaches:
        return []
    rows = CoachSeat.filter(active(now), active(now, "coaching__"), person_id__in=coaches)
    return [
        (seat.person_id, Place(seat.coaching_id, community.id, community.programme_id), seat.starts_at)
        for seat in await rows.select_related("coaching__community")
        for community in [seat.coaching.community]
    ]


async def _add_guided(found: Relations, now: datetime) -> None:
    guides = await Mentoring.filter(active(now), senior_id=found.person)
    found.guided = [(g.coach_id, g.programme_id, g.starts_at) for g in guides]
    for coach, place, since in await _seats([g.coach_id for g in guides], now):
        began = [g.starts_at for g in guides if (g.coach_id, g.programme_id) == (coach, place.programme)]
        if began:  # one guides a coach in a programme, not in all they do
            found.guided_seats.append((coach, place, max(since, min(began))))


async def _add_coordinated(found: Relations, now: datetime) -> None:
    rows = await Appointment.filter(active(now), person_id=found.person)
    found.appointments = [(a.role, a.programme_id, a.starts_at) for a in rows]
    programmes = [a.programme_id for a in rows if a.role == COORDINATOR]
    if not programmes:
        return
    communities = await Community.filter(programme_id__in=programmes)
    coachings: dict[UUID, list[UUID]] = {}
    for coaching in await Coaching.filter(community_id__in=[c.id for c in communities]):  # ended ones too
        coachings.setdefault(coaching.community_id, []).append(coaching.id)
    for community in communities:
        some = found.coordinated.setdefault(community.programme_id, [])
        some.append((community.id, coachings.get(community.id, [])))
