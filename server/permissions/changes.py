"""The verbs that change people: the row, the directory and who must hear of it, in one transaction.

Each is called inside db.write(), so that an invitation or an import can do several and all of it lands, or nothing.
Inside `async with together():` the directory is brought up to date once, at the end.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tortoise.expressions import Q

from server import clock, journal
from server.people.active import active
from server.people.models import (
    Appointment,
    Coaching,
    CoachSeat,
    Community,
    Membership,
    Mentoring,
    Period,
    Person,
    Programme,
)
from server.permissions.directory import refresh
from server.permissions.roles import COORDINATOR, SENIOR
from server.permissions.standstill import changing, programme_of, programmes_of
from server.permissions.starter import write_starter
from server.records import poke


@dataclass
class _Touched:
    communities: set[UUID] = field(default_factory=set)
    programmes: set[UUID] = field(default_factory=set)
    people: set[UUID] = field(default_factory=set)


_gathered: ContextVar[_Touched | None] = ContextVar("gathered", default=None)


@asynccontextmanager
async def together() -> AsyncIterator[None]:
    """Several changes, one look at the directory."""
    touched = _Touched()
    token = _gathered.set(touched)
    try:
        yield
    finally:
        _gathered.reset(token)
    await _tell(touched)


async def start_programme(name: str, hue: int | None = None) -> Programme:
    """A programme with the templates that every programme starts with."""
    programme = await Programme.create(name=name, hue=hue)
    await write_starter(programme.id)
    return programme


async def found_community(
    programme: UUID, name: str, kind: str = "group", course: str | None = None, intake: str | None = None
) -> Community:
    await changing(programme)
    community = await Community.create(programme_id=programme, name=name, kind=kind, course=course, intake=intake)
    await _touched(_Touched({community.id}))
    return community


async def enrol(person: UUID, community: UUID, starts_at: datetime | None = None) -> Membership:
    """A coachee joins a community."""
    await changing(await programme_of(community))
    membership = await Membership.create(person_id=person, community_id=community, starts_at=_at(starts_at))
    await _touched(_Touched({community}, people={person}))
    return membership


async def seat_coach(person: UUID, community: UUID, starts_at: datetime | None = None) -> CoachSeat:
    """A coach joins those who coach the community now; if nobody does, a new coaching begins."""
    await changing(await programme_of(community))
    at = _at(starts_at)
    lasting = Coaching.filter(active(clock.now()), community_id=community, ends_at=None)
    coaching = await lasting.order_by("starts_at").first()
    coaching = coaching or await Coaching.create(community_id=community, starts_at=at)
    seat = await CoachSeat.create(coaching=coaching, person_id=person, starts_at=at)
    await _touched(_Touched({community}, people={person}))
    return seat


async def appoint(person: UUID, programme: UUID, role: str, starts_at: datetime | None = None) -> Appointment:
    """A role in a whole programme."""
    await changing(programme)
    row = await Appointment.create(programme_id=programme, person_id=person, role=role, starts_at=_at(starts_at))
    await _touched(_of_role(row))
    return row


async def mentor(senior: UUID, coach: UUID, programme: UUID, starts_at: datetime | None = None) -> Mentoring:
    """A senior begins to guide a coach."""
    await changing(programme)
    at = _at(starts_at)
    row = await Mentoring.create(programme_id=programme, senior_id=senior, coach_id=coach, starts_at=at)
    await _touched(await _of_mentoring(row))
    return row


async def end_membership(id: UUID, at: datetime | None = None) -> None:
    row = await Membership.get(id=id)
    await changing(await programme_of(row.community_id))
    await _end(Membership, id, _at(at))
    await _touched(_Touched({row.community_id}, people={row.person_id}))


async def end_seat(id: UUID, at: datetime | None = None) -> None:
    """When the last coach goes, the coaching ends: who comes next does not read what was written in it."""
    row, ends_at = await CoachSeat.get(id=id).select_related("coaching"), _at(at)
    await changing(await programme_of(row.coaching.community_id))
    await _end(CoachSeat, id, ends_at)
    others = CoachSeat.filter(Q(ends_at=None) | Q(ends_at__gt=ends_at), coaching_id=row.coaching_id)
    if not await others.exists():
        await Coaching.filter(id=row.coaching_id).update(ends_at=ends_at)
    await _touched(_Touched({row.coaching.community_id}, people={row.person_id}))


async def end_mentoring(id: UUID, at: datetime | None = None) -> None:
    row = await Mentoring.get(id=id)
    await changing(row.programme_id)
    await _end(Mentoring, id, _at(at))
    await _touched(await _of_mentoring(row))


async def end_appointment(id: UUID, at: datetime | None = None) -> None:
    row = await Appointment.get(id=id)
    await changing(row.programme_id)
    await _end(Appointment, id, _at(at))
    await _touched(_of_role(row))


async def rename(person: Person, name: str) -> None:
    """The new name, wherever people see it."""
    await changing(*await programmes_of(person.id))
    await Person.filter(id=person.id).update(name=name)
    person.name = name
    memberships = await Membership.filter(person_id=person.id)
    seats = await CoachSeat.filter(person_id=person.id).select_related("coaching")
    appointments = await Appointment.filter(person_id=person.id, role__in=[COORDINATOR, SENIOR])
    guides = await Mentoring.filter(senior_id=person.id)
    communities = {m.community_id for m in memberships} | {s.coaching.community_id for s in seats}
    programmes = {a.programme_id for a in appointments} | {g.programme_id for g in guides}
    await _touched(_Touched(communities, programmes, {person.id}))


async def _end(relation: type[Period], id: UUID, at: datetime) -> None:
    """Also in the journal: a restore must not give the role back."""
    await relation.filter(id=id).update(ends_at=at)
    about = {"relation": relation._meta.db_table, "row": str(id), "ends_at": at.isoformat()}
    await journal.note([journal.line(journal.ENDED, **about)])


def _of_role(row: Appointment) -> _Touched:
    listed = {row.programme_id} if row.role in (COORDINATOR, SENIOR) else set()
    return _Touched(programmes=listed, people={row.person_id})


async def _of_mentoring(row: Mentoring) -> _Touched:
    seats = await CoachSeat.filter(person_id=row.coach_id).select_related("coaching")
    return _Touched({seat.coaching.community_id for seat in seats}, people={row.senior_id, row.coach_id})


async def _touched(touched: _Touched) -> None:
    gathered = _gathered.get()
    if gathered is None:
        return await _tell(touched)
    gathered.communities |= touched.communities
    gathered.programmes |= touched.programmes
    gathered.people |= touched.people


async def _tell(touched: _Touched) -> None:
    """The directory and the poke, in this transaction."""
    scopes = await refresh(touched.communities, touched.programmes)
    people = touched.people | await _around(touched)
    await poke.poke_people(people)
    await poke.poke(scopes)


async def _around(touched: _Touched) -> set[UUID]:
    """Those whose own grants may change along: a new coachee is a new scope for coach, senior and coordinator."""
    communities = await Community.filter(id__in=touched.communities)
    programmes = touched.programmes | {community.programme_id for community in communities}
    now = clock.now()
    coaches = await CoachSeat.filter(active(now), coaching__community__programme_id__in=programmes)
    guides = await Mentoring.filter(active(now), programme_id__in=programmes)
    leaders = await Appointment.filter(active(now), programme_id__in=programmes, role=COORDINATOR)
    return {c.person_id for c in coaches} | {a.person_id for a in leaders} | {g.senior_id for g in guides}


def _at(at: datetime | None) -> datetime:
    return at or clock.now()
