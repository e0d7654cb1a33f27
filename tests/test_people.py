"""Who is what, and when."""

from datetime import timedelta

import pytest

from server import clock, db
from server.ids import uuid7
from server.people.models import CoachSeat, Membership
from server.people.roles import roles_of
from server.permissions import changes
from tests.conftest import Clock
from tests.people import SEPTEMBER, Cast


async def roles(cast: Cast, name: str) -> list[str]:
    person = getattr(cast, name)
    return [role.role for role in await db.read(lambda: roles_of(person.id, clock.now()))]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("sanne", "coachee"),
        ("bram", "coach"),
        ("senna", "senior"),
        ("cora", "coordinator"),
        ("joris", "coach"),
        ("lot", "tutor"),
        ("ada", "admin"),
    ],
)
async def test_everyone_of_the_cast_is_what_they_are(cast: Cast, name: str, role: str) -> None:
    assert await roles(cast, name) == [role]


async def test_a_role_names_its_place(cast: Cast) -> None:
    [coachee] = await db.read(lambda: roles_of(cast.sanne.id, clock.now()))
    [coach] = await db.read(lambda: roles_of(cast.bram.id, clock.now()))

    assert (coachee.community, coachee.membership) == (cast.community.id, cast.membership.id)
    assert (coach.community, coach.coaching) == (cast.community.id, cast.coaching.id)
    assert coachee.programme == coach.programme == cast.programme.id
    assert coachee.starts_at == SEPTEMBER


async def test_somebody_can_be_several_things(cast: Cast) -> None:
    await db.write(lambda: changes.seat_coach(cast.sanne.id, cast.other_community.id))
    await db.write(lambda: changes.appoint(cast.sanne.id, cast.programme.id, "coordinator"))

    assert sorted(await roles(cast, "sanne")) == ["coach", "coachee", "coordinator"]


async def test_a_role_is_over_at_its_end_and_not_before(clock: Clock, cast: Cast) -> None:
    ends = clock.at + timedelta(hours=1)
    await db.write(lambda: Membership.filter(id=cast.membership.id).update(ends_at=ends))
    before = await roles(cast, "sanne")
    clock.forward(hours=1)

    assert before == ["coachee"]
    assert await roles(cast, "sanne") == []


async def test_a_seat_in_a_coaching_that_ended_is_no_role(clock: Clock, cast: Cast) -> None:
    seat = await db.read(lambda: CoachSeat.get(coaching_id=cast.coaching.id))
    await db.write(lambda: changes.end_seat(seat.id))
    clock.forward(seconds=1)

    assert await roles(cast, "bram") == []


def test_ids_made_later_sort_later_and_never_repeat(clock: Clock) -> None:
    made = []
    for _ in range(100):
        made.append(uuid7())
        clock.forward(milliseconds=1)

    assert made == sorted(made)
    assert len({uuid7() for _ in range(10_000)}) == 10_000
    assert {made[0].version, made[0].variant} == {7, "specified in RFC 4122"}
