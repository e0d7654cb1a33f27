"""Who is who in a scope, and what the verbs that change people bring about."""

from datetime import timedelta
from uuid import UUID

from server import db
from server.people.models import CoachSeat
from server.permissions import changes
from server.records.models import Record
from tests.conftest import Clock
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, mutation, over
from tests.sync.places import own


async def seat_of(person: UUID) -> UUID:
    seat = await db.read(lambda: CoachSeat.filter(person_id=person).first())
    assert seat
    return seat.id


async def test_a_scope_that_is_granted_no_more_is_dropped(cast: Cast, bram: Device, clock: Clock) -> None:
    await bram.sync()
    clock.forward(minutes=1)
    seat = await seat_of(cast.bram.id)
    await db.write(lambda: changes.end_seat(seat))
    written = mutation("comment", {"about": str(cast.bram.id), "text": "te laat"}, scope=f"coaching:{cast.coaching.id}")

    answer = await bram.sync(written)

    assert f"coaching:{cast.coaching.id}" in answer["drop"]
    assert set(bram.cursors) == {own(cast.bram)}
    assert answer["results"][written["mid"]] == {"status": "held", "reason": "forbidden"}
    assert (await bram.held())[0]["set"]["text"] == "te laat"


async def test_the_directory_says_who_is_who_and_who_left(cast: Cast, sanne: Device, clock: Clock) -> None:
    await sanne.sync()
    agenda = f"agenda:{cast.community.id}"
    before = {r["fields"]["name"]: r["fields"] for r in sanne.all("person") if r["scope"] == agenda}
    clock.forward(days=1)
    seat = await seat_of(cast.bram.id)
    await db.write(lambda: changes.end_seat(seat))
    await sanne.full()
    after = {r["fields"]["name"]: r["fields"] for r in sanne.all("person") if r["scope"] == agenda}

    assert set(before) == {"Sanne", "Bram", "Senna", "Cora"}
    assert before["Sanne"]["member"] == str(cast.membership.id)
    assert "until" not in before["Bram"]
    assert after["Bram"]["until"] == "2026-03-03T17:22:12Z"


async def test_nobody_writes_in_the_directory(cast: Cast, sanne: Device, cora: Device) -> None:
    for device in (sanne, cora):
        await device.sync()
        person = device.all("person")[0]
        [result] = await device.push(over(person, {"name": "Iemand anders"}))
        assert result == {"status": "held", "reason": "forbidden"}


async def test_a_new_programme_starts_with_templates(cast: Cast, cora: Device) -> None:
    programme = await db.write(lambda: changes.start_programme("Peer2Peer"))
    await db.write(lambda: changes.appoint(cast.cora.id, programme.id, "coordinator"))

    await cora.full()

    keys = {r["fields"]["key"] for r in cora.all("template") if r["scope"] == f"programme:{programme.id}"}
    assert keys == {"logboek.session", "logboek.talk", "logboek.nobody"}


async def test_several_changes_together_look_at_the_directory_once(cast: Cast, cora: Device) -> None:
    async def work() -> None:
        async with changes.together():
            community = await changes.found_community(cast.programme.id, "Community 3")
            await changes.enrol(cast.lot.id, community.id)
            await changes.seat_coach(cast.joris.id, community.id)

    await db.write(work)
    await cora.full()

    names = [r["fields"]["name"] for r in cora.all("person") if r["fields"].get("role") == "coachee"]
    assert "Lot" in names
    rows = await db.read(lambda: Record.filter(kind="person", version__gt=1))
    assert {row.data["name"] for row in rows} <= {"Joris", "Cora"}


async def test_a_role_that_begins_tomorrow_grants_nothing_today(cast: Cast, clock: Clock, device_of: DeviceOf) -> None:
    tomorrow = clock.at + timedelta(days=1)
    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id, starts_at=tomorrow))
    joris = await device_of(cast.joris)

    today = await joris.sync()
    clock.forward(days=1)
    later = await joris.sync()

    assert f"coaching:{cast.coaching.id}" not in today["reset"]
    assert f"coaching:{cast.coaching.id}" in later["reset"]
