"""The verbs that change people, and what they bring about for scopes and directory."""

from typing import Any
from uuid import UUID

from server import clock, db
from server.people.models import Appointment, Coaching, CoachSeat, Membership, Mentoring, Person
from server.permissions import changes
from server.permissions.grants import grants
from server.records.models import Record
from tests.conftest import Clock
from tests.people import Cast


async def scopes_of(person: Person) -> set[str]:
    return set(await db.read(lambda: grants(person.id, clock.now())))


async def listed(scope: str) -> dict[str, Any]:
    """Name → what the directory of this scope says."""
    rows = await db.read(lambda: Record.filter(kind="person", scope=scope))
    return {row.data["name"]: row.data for row in rows}


async def the(model: Any, **named: Any) -> UUID:
    row = await db.read(lambda: model.get(**named))
    id: UUID = row.id
    return id


async def test_a_coach_who_comes_after_the_last_one_begins_a_new_coaching(cast: Cast, clock: Clock) -> None:
    clock.forward(days=1)
    seat = await the(CoachSeat, person_id=cast.bram.id)
    await db.write(lambda: changes.end_seat(seat))

    new = await db.write(lambda: changes.seat_coach(cast.lot.id, cast.community.id))

    assert new.coaching_id != cast.coaching.id
    assert f"coaching:{cast.coaching.id}" not in await scopes_of(cast.lot)
    assert f"coaching:{cast.coaching.id}" in await scopes_of(cast.cora)
    assert await scopes_of(cast.bram) == {f"self:{cast.bram.id}"}


async def test_a_coach_beside_another_joins_the_same_coaching(cast: Cast) -> None:
    seat = await db.write(lambda: changes.seat_coach(cast.lot.id, cast.community.id))

    assert seat.coaching_id == cast.coaching.id
    assert set(await listed(f"coaching:{cast.coaching.id}")) == {"Bram", "Lot", "Senna", "Cora"}


async def test_a_coach_whose_end_is_known_is_no_company_for_the_next(cast: Cast, clock: Clock) -> None:
    seat = await the(CoachSeat, person_id=cast.bram.id)
    later = clock.at.replace(month=6)
    await db.write(lambda: changes.end_seat(seat, later))

    await db.write(lambda: changes.seat_coach(cast.lot.id, cast.community.id))

    assert await db.read(lambda: Coaching.filter(community_id=cast.community.id).count()) == 2


async def test_a_coachee_who_leaves_is_still_named_and_grants_nothing(cast: Cast, clock: Clock) -> None:
    clock.forward(days=1)

    await db.write(lambda: changes.end_membership(cast.membership.id))

    shared = f"member:{cast.membership.id}:shared"
    assert shared not in await scopes_of(cast.bram)
    assert await scopes_of(cast.sanne) == {f"self:{cast.sanne.id}"}
    assert (await listed(f"agenda:{cast.community.id}"))["Sanne"]["until"] == "2026-03-03T17:22:12Z"


async def test_a_coachee_who_comes_back_is_named_once_and_not_as_gone(cast: Cast, clock: Clock) -> None:
    clock.forward(days=1)
    await db.write(lambda: changes.end_membership(cast.membership.id))
    clock.forward(days=1)

    again = await db.write(lambda: changes.enrol(cast.sanne.id, cast.community.id))

    sanne = (await listed(f"agenda:{cast.community.id}"))["Sanne"]
    assert sanne["member"] == str(again.id)
    assert sanne["from"] == "2025-09-01T00:00:00Z"
    assert "until" not in sanne
    assert await db.read(lambda: Membership.filter(person_id=cast.sanne.id).count()) == 2


async def test_a_senior_reads_along_as_long_as_they_guide(cast: Cast, clock: Clock) -> None:
    other = f"coaching:{cast.other_coaching.id}"
    clock.forward(days=1)

    guide = await db.write(lambda: changes.mentor(cast.senna.id, cast.joris.id, cast.programme.id))
    during = await scopes_of(cast.senna)
    clock.forward(days=1)
    await db.write(lambda: changes.end_mentoring(guide.id))

    assert {other, f"mentor:{cast.joris.id}"} <= during
    assert not {other, f"mentor:{cast.joris.id}"} & await scopes_of(cast.senna)
    assert (await listed(other))["Senna"]["until"] == "2026-03-04T17:22:12Z"
    assert "until" not in (await listed(f"staff:{cast.programme.id}"))["Senna"]
    assert await db.read(lambda: Mentoring.filter(senior_id=cast.senna.id).count()) == 2


async def test_a_coordinator_who_stops_reads_nothing_more(cast: Cast, clock: Clock) -> None:
    appointment = await the(Appointment, person_id=cast.cora.id)
    clock.forward(days=1)

    await db.write(lambda: changes.end_appointment(appointment))

    assert await scopes_of(cast.cora) == {f"self:{cast.cora.id}"}
    assert "until" in (await listed(f"coaching:{cast.coaching.id}"))["Cora"]


async def test_a_new_name_is_seen_everywhere(cast: Cast) -> None:
    for person, places in (
        (cast.sanne, [f"agenda:{cast.community.id}", f"member:{cast.membership.id}:shared"]),
        (cast.bram, [f"coaching:{cast.coaching.id}", f"staff:{cast.programme.id}"]),
        (cast.senna, [f"member:{cast.membership.id}:record"]),
        (cast.cora, [f"coaching:{cast.other_coaching.id}"]),
    ):
        name = f"{person.name} van Dam"
        await db.write(lambda person=person, name=name: changes.rename(person, name))  # type: ignore[misc]  # bound now

        assert all([name in await listed(place) for place in places])


async def test_who_takes_part_is_not_told_to_the_whole_programme(cast: Cast) -> None:
    assert await listed(f"programme:{cast.programme.id}") == {}
    assert await listed(f"community:{cast.community.id}") == {}
