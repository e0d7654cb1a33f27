"""What a reader gets, page by page, and what is said about the scopes themselves."""

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from server import db
from server.permissions import changes
from server.records.counters import checksum
from server.records.generation import raise_generation
from server.records.models import Difference, Revision
from server.records.purge import purge
from tests.conftest import Clock
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, fits, mutation, over
from tests.sync.places import own


async def test_a_first_answer_starts_every_scope_and_names_them_all(cast: Cast, sanne: Device, clock: Clock) -> None:
    answer = await sanne.sync()

    m, c = cast.membership.id, cast.community.id
    scopes = {own(cast.sanne), f"member:{m}:shared", f"member:{m}:record", f"agenda:{c}", f"community:{c}"}
    scopes |= {f"programme:{cast.programme.id}"}
    assert set(answer["reset"]) == set(answer["cursors"]) == set(answer["check"]) == scopes
    assert answer["drop"] == []
    assert answer["lease"] == "2026-03-16T17:22:12Z"


async def test_a_second_answer_says_only_what_is_new(cast: Cast, sanne: Device) -> None:
    first = await sanne.sync()
    second = await sanne.sync()

    assert second["records"] == second["outs"] == second["reset"] == []
    assert second["cursors"] == {}
    assert second["check"] == first["check"]


async def test_what_does_not_fit_comes_in_the_next_answer_and_nothing_comes_twice_or_never(
    cast: Cast, sanne: Device, device_of: DeviceOf
) -> None:
    goals = [mutation("goal", {"text": f"doel {n}"}, scope=own(cast.sanne)) for n in range(7)]
    await sanne.push(*goals)
    phone, seen, rounds = await device_of(cast.sanne), [], 0

    more = True
    while more:
        answer = await phone.sync(limit=2)
        seen += [record["id"] for record in answer["records"]]
        assert len(answer["records"]) + len(answer["outs"]) <= 2
        more, rounds = answer["more"], rounds + 1

    assert rounds > 3
    assert len(seen) == len(set(seen))
    assert {goal["id"] for goal in goals} <= set(seen)
    assert phone.records == {id: record for id, record in sanne.records.items() if id in phone.records}
    assert phone.records.keys() == sanne.records.keys()


async def test_count_and_sum_tell_what_a_scope_holds(cast: Cast, sanne: Device) -> None:
    goals = [mutation("goal", {"text": f"doel {n}"}, scope=own(cast.sanne)) for n in range(3)]
    await sanne.push(*goals)
    await sanne.push(over(sanne.records[goals[0]["id"]], {}, scope=f"member:{cast.membership.id}:shared"))
    answer = await sanne.sync(over(sanne.records[goals[1]["id"]], {"text": "anders"}))

    for scope, check in answer["check"].items():
        held = [record for record in sanne.records.values() if record["scope"] == scope]
        total = 0
        for record in held:
            total ^= checksum(record["id"], record["rev"])
        assert (check["count"], check["sum"]) == (len(held), f"{total:016x}")
        digest = fits("digest", (await sanne.http.post("/api/digest", json={"scope": scope})).json())
        assert digest["pos"] == check["pos"]
        assert digest["pairs"] == sorted([record["id"], record["rev"]] for record in held)


async def test_only_the_scopes_that_a_poke_named_are_pulled(cast: Cast, bram: Device, cora: Device) -> None:
    await bram.sync()
    agenda, staff = f"agenda:{cast.community.id}", f"staff:{cast.programme.id}"
    session = mutation("session", {"kind": "community", "starts": "2026-03-02T14:00:00Z"}, scope=agenda)
    await cora.push(session)
    goal = mutation("goal", {"text": "een"}, scope=own(cast.bram))

    answer = await bram.sync(goal, only=[agenda, staff])

    assert set(answer["cursors"]) == {agenda}
    assert {record["id"] for record in answer["records"]} == {session["id"], goal["id"]}
    assert set(answer["check"]) == {agenda}


async def test_who_only_hands_in_gets_back_what_was_acknowledged(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))

    answer = await sanne.sync(goal, pull=False)

    assert [record["id"] for record in answer["records"]] == [goal["id"]]
    assert answer["cursors"] == answer["check"] == {}
    assert answer["reset"] == answer["drop"] == []


async def test_what_may_be_left_out_may_be_null(cast: Cast, sanne: Device) -> None:
    answer = await sanne.sync(pull=None, only=None)

    assert own(cast.sanne) in answer["cursors"]


async def test_a_scope_that_never_was_is_dropped_alike(cast: Cast, joris: Device) -> None:
    await joris.sync()

    answer = await joris.sync(cursors=joris.cursors | {f"coaching:{cast.coaching.id}": 3, "what is this": 1})

    assert set(answer["drop"]) == {f"coaching:{cast.coaching.id}", "what is this"}


async def test_a_reader_does_not_hear_what_left_before_they_came(
    cast: Cast, sanne: Device, device_of: DeviceOf, clock: Clock
) -> None:
    shared = f"member:{cast.membership.id}:shared"
    goals = [mutation("goal", {"text": f"doel {n}"}, scope=own(cast.sanne)) for n in range(2)]
    await sanne.push(*goals)
    for goal in goals:
        await sanne.push(over(sanne.records[goal["id"]], {}, scope=shared))
    await sanne.push(over(sanne.records[goals[0]["id"]], {}, scope=own(cast.sanne)))
    clock.forward(days=1)
    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    clock.forward(days=1)
    await sanne.push(over(sanne.records[goals[1]["id"]], {}, scope=own(cast.sanne)))

    joris = await device_of(cast.joris)
    answer = await joris.sync()

    assert answer["outs"] == [[shared, goals[1]["id"]]]


async def test_after_a_restore_nothing_is_taken_until_the_device_is_ready(cast: Cast, sanne: Device) -> None:
    await sanne.sync()
    await db.write(raise_generation)
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))

    answer = await sanne.sync(goal)
    [again] = await sanne.push(goal | {"replay": True})

    assert (answer["stale"], answer["gen"], answer["results"]) == (True, "g2", {})
    assert set(answer["reset"]) == set(answer["cursors"])
    assert again == {"status": "ok", "rev": "g2.1"}


async def test_a_base_that_was_lost_in_a_restore_is_no_ancestor(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)

    [result] = await sanne.push(mutation("goal", {"text": "twee"}, goal["id"], base={"rev": "g1.7"}))

    assert result["status"] == "conflict"


async def test_marks_of_deleted_records_go_after_400_days_and_who_has_them_hears_of_it(
    cast: Cast, sanne: Device, device_of: DeviceOf, clock: Clock
) -> None:
    goals = [mutation("goal", {"text": f"doel {n}"}, scope=own(cast.sanne)) for n in range(4)]
    await sanne.push(*goals)
    absent = await device_of(cast.sanne)
    await absent.full()
    await sanne.push(over(sanne.records[goals[3]["id"]], {"deleted": True}))
    assert goals[3]["id"] in sanne.records
    purged = await db.write(lambda: purge(clock.at + timedelta(days=401)))
    await absent.push()

    answer = await sanne.sync()
    fresh = await device_of(cast.sanne)
    while (page := await fresh.sync(limit=1))["more"]:
        assert len(page["records"]) <= 1

    assert purged == 1
    assert goals[3]["id"] not in absent.records
    assert answer["outs"] == [[own(cast.sanne), goals[3]["id"]]]
    assert answer["check"][own(cast.sanne)]["count"] == len(sanne.all("goal")) == 3
    assert own(cast.sanne) not in answer["reset"]
    assert {record["id"] for record in fresh.all("goal")} == {goal["id"] for goal in goals[:3]}
    assert await db.read(lambda: Revision.filter(record=goals[3]["id"]).count()) == 0


async def test_a_device_below_the_floor_starts_the_scope_anew(
    cast: Cast, sanne: Device, device_of: DeviceOf, clock: Clock
) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    absent = await device_of(cast.sanne)
    await absent.full()
    await sanne.push(over(sanne.records[goal["id"]], {"deleted": True}))
    for days in (401, 802):
        await db.write(partial(purge, clock.at + timedelta(days=days)))

    answer = await absent.sync()

    assert own(cast.sanne) in answer["reset"]
    assert absent.all("goal") == []


async def test_a_difference_between_both_checks_withholds_the_body_and_is_counted(
    cast: Cast, joris: Device, sanne: Device, bram: Device, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bram.sync()
    goal = mutation("goal", {"text": "geheim"}, scope=own(cast.sanne))
    await sanne.push(goal)
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=f"member:{cast.membership.id}:shared"))

    async def mistaken(person: UUID, scope: str, now: object) -> bool:
        return not scope.endswith(":shared")

    monkeypatch.setattr("server.sync.pull.may_see", mistaken)
    answer = await bram.sync()
    await bram.sync()
    await sanne.push(over(sanne.records[goal["id"]], {"text": "nog geheimer"}))
    later = await bram.sync()

    rows = await db.read(lambda: Difference.filter(person=str(cast.bram.id)))
    assert "geheim" not in str(answer)
    assert answer["reset"] == [f"member:{cast.membership.id}:shared"]
    assert later["reset"] == []
    assert [row.count for row in rows] == [2]


async def test_a_cursor_from_the_future_starts_anew(cast: Cast, sanne: Device) -> None:
    await sanne.sync()

    answer = await sanne.sync(cursors=sanne.cursors | {own(cast.sanne): 10**12})

    assert answer["reset"] == [own(cast.sanne)]


async def test_after_a_restore_every_scope_starts_anew_also_for_who_asked_for_a_part(cast: Cast, sanne: Device) -> None:
    await sanne.sync()
    scopes = set(sanne.cursors)
    await db.write(raise_generation)

    answer = await sanne.sync(only=[own(cast.sanne)])

    assert answer["stale"]
    assert set(answer["reset"]) == set(answer["cursors"]) == scopes
