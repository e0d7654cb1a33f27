"""grants.py and may_see.py share no code, and agree about people as they may come to be."""

from contextlib import suppress
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server import db
from server.people.models import (
    Appointment,
    Coaching,
    CoachSeat,
    Community,
    Membership,
    Mentoring,
    Person,
    Programme,
)
from server.permissions.grants import grants
from server.permissions.may_see import readers
from tests.people import SEPTEMBER

PEOPLE, PLACES = 4, 3
ROLES = ("senior", "coordinator", "tutor", "researcher", "admin")
who = st.integers(0, PEOPLE - 1)
where = st.integers(0, PLACES - 1)
which = st.integers(0, 1)
periods = st.tuples(st.integers(0, 4), st.none() | st.integers(0, 5))
relations = st.one_of(
    st.tuples(st.just("member"), periods, who, where),
    st.tuples(st.just("seat"), periods, who, where),
    st.tuples(st.just("guide"), periods, who, who, which),
    st.tuples(st.just("role"), periods, who, which, st.sampled_from(ROLES)),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(relations, max_size=9), st.tuples(periods, periods, periods), st.integers(0, 99))
async def test_both_ways_name_the_same_readers_at_every_moment(
    database: str, drawn: list[tuple[Any, ...]], coachings: tuple[Any, ...], seed: int
) -> None:
    async def work() -> None:
        people, scopes = await _made(drawn, coachings)
        for day in range(6):
            now = SEPTEMBER + timedelta(days=day)
            granted = {person: await grants(person, now) for person in people}
            chance, everywhere = Random(seed), scopes | {scope for some in granted.values() for scope in some}
            for person, some in granted.items():
                asked = {scope for scope in sorted(everywhere) if chance.random() < 0.3}
                assert await grants(person, now, asked) == {name: some[name] for name in asked & some.keys()}
            for scope in everywhere:
                named = {str(person) for person in people if scope in granted[person]}
                assert await readers(scope, now) & set(map(str, people)) == named, (day, scope)
        raise _Enough

    with suppress(_Enough):  # nothing of it is kept for the next example
        await db.write(work)


class _Enough(Exception):
    pass


async def _made(drawn: list[tuple[Any, ...]], coached: tuple[Any, ...]) -> tuple[list[UUID], set[str]]:
    people = [await Person.create(name=str(n), created_at=SEPTEMBER) for n in range(PEOPLE)]
    programmes = [await Programme.create(name=str(n)) for n in range(2)]
    places = [await Community.create(programme=programmes[n // 2], name=str(n), kind="group") for n in range(PLACES)]
    coachings = [await Coaching.create(community=places[n], **_period(coached[n])) for n in range(PLACES)]
    scopes = {f"{kind}:{place.id}" for place in places for kind in ("agenda", "community")}
    scopes |= {f"{kind}:{programme.id}" for programme in programmes for kind in ("staff", "programme")}
    scopes |= {f"{kind}:{person.id}" for person in people for kind in ("self", "mentor")}
    for kind, when, *rest in drawn:
        period = _period(when)
        if kind == "member":
            row = await Membership.create(person=people[rest[0]], community=places[rest[1]], **period)
            scopes |= {f"member:{row.id}:shared", f"member:{row.id}:record"}
        elif kind == "seat":
            await CoachSeat.create(person=people[rest[0]], coaching=coachings[rest[1]], **period)
        elif kind == "guide":
            senior, coach, programme = rest
            await Mentoring.create(
                senior=people[senior], coach=people[coach], programme=programmes[programme], **period
            )
        else:
            await Appointment.create(person=people[rest[0]], programme=programmes[rest[1]], role=rest[2], **period)
    return [person.id for person in people], scopes | {f"coaching:{coaching.id}" for coaching in coachings}


def _period(days: tuple[int, int | None]) -> dict[str, Any]:
    starts, ends = days
    return {
        "starts_at": SEPTEMBER + timedelta(days=starts),
        "ends_at": None if ends is None else SEPTEMBER + timedelta(days=ends),
    }
