"""A logboek is handed in, reviewed, written by two, and kept with its history."""

import pytest

from server import db
from server.records.models import Revision
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, after, mutation, over
from tests.sync.places import coaching, goal_of, handed_in, own, shared


async def test_a_logboek_that_is_handed_in_reaches_senior_and_coordinator_and_nobody_else(
    cast: Cast, bram: Device, senna: Device, cora: Device, joris: Device, sanne: Device
) -> None:
    logboek = await handed_in(cast, bram)

    for device in (senna, cora, joris, sanne):
        await device.full()

    assert [device.all("logboek") != [] for device in (senna, cora, joris, sanne)] == [True, True, False, False]
    assert cora.records[logboek["id"]]["fields"]["mood"] == 4


async def test_readers_see_nothing_of_what_was_written_before_the_handing_in(
    cast: Cast, bram: Device, cora: Device
) -> None:
    logboek = mutation("logboek", {"depth": "eerste woorden"}, scope=own(cast.bram))
    await bram.push(logboek)
    await bram.push(over(bram.records[logboek["id"]], {"depth": "nette woorden"}, scope=coaching(cast)))

    seen = (await cora.http.get(f"/api/history/{logboek['id']}")).json()["revisions"]
    mine = (await bram.http.get(f"/api/history/{logboek['id']}")).json()["revisions"]

    assert [revision["set"] for revision in seen] == [{"depth": "nette woorden"}]
    assert len(mine) == 2


@pytest.mark.row("F6")
async def test_a_logboek_can_be_changed_until_it_is_reviewed_and_then_as_a_new_version(
    cast: Cast, bram: Device, cora: Device
) -> None:
    logboek = await handed_in(cast, bram)
    [before] = await bram.push(over(logboek, {"mood": 5}))
    await cora.push(mutation("review", {"logboek": logboek["id"], "state": "done"}, scope=coaching(cast)))

    changed, back, gone = await bram.push(
        over(bram.records[logboek["id"]], {"mood": 1}),
        over(bram.records[logboek["id"]], {}, scope=own(cast.bram)),
        over(bram.records[logboek["id"]], {"deleted": True}),
    )
    version = mutation("logboek", {"version_of": logboek["id"], "mood": 1}, scope=own(cast.bram))
    [new] = await bram.push(version)
    [shown] = await bram.push(after(version, {}, scope=coaching(cast)))
    await cora.full()

    assert before["status"] == new["status"] == shown["status"] == "ok"
    assert changed == back == gone == {"status": "held", "reason": "forbidden"}
    assert sorted(record["fields"]["mood"] for record in cora.all("logboek")) == [1, 5]


@pytest.mark.row("F6")
async def test_a_logboek_can_be_taken_back_until_it_is_done(cast: Cast, bram: Device, cora: Device) -> None:
    logboek = await handed_in(cast, bram)
    await cora.push(mutation("review", {"logboek": logboek["id"], "state": "thanks"}, scope=coaching(cast)))

    [back] = await bram.push(over(logboek, {}, scope=own(cast.bram)))
    await cora.full()

    assert back["status"] == "ok"
    assert cora.all("logboek") == []


@pytest.mark.row("F55")
async def test_the_coach_sees_what_the_coordinator_answers_and_answers_back(
    cast: Cast, bram: Device, cora: Device
) -> None:
    logboek = await handed_in(cast, bram)
    review = mutation(
        "review", {"logboek": logboek["id"], "state": "question", "text": "Hoe dan?"}, scope=coaching(cast)
    )
    await cora.push(review)
    await bram.full()

    [reply] = await bram.push(mutation("comment", {"about": review["id"], "text": "Zo."}, scope=coaching(cast)))
    await cora.full()

    assert bram.records[review["id"]]["fields"]["text"] == "Hoe dan?"
    assert reply["status"] == "ok"
    assert [comment["fields"]["text"] for comment in cora.all("comment")] == ["Zo."]


async def test_coaches_named_in_a_logboek_write_in_it_together(
    cast: Cast, bram: Device, cora: Device, device_of: DeviceOf
) -> None:
    from server.permissions import changes

    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    fields = {"mood": 4, "coaches": [str(cast.bram.id), str(cast.joris.id)]}
    logboek = mutation("logboek", fields, scope=own(cast.bram))
    await bram.push(logboek)
    await bram.push(over(bram.records[logboek["id"]], {}, scope=coaching(cast)))
    joris = await device_of(cast.joris)
    await joris.full()
    await cora.full()

    [named] = await joris.push(over(joris.records[logboek["id"]], {"depth": "ook van mij"}))
    [reader] = await cora.push(over(cora.records[logboek["id"]], {"depth": "niet van mij"}))

    assert (named["status"], reader["status"]) == ("ok", "held")


async def test_every_mutation_that_is_not_held_leaves_a_revision(cast: Cast, sanne: Device) -> None:
    goal = await goal_of(cast, sanne)
    step = mutation("step", {"goal": goal["id"], "text": "stap"})
    await sanne.push(step)
    await sanne.push(over(goal, {}, scope=shared(cast)))
    await sanne.push(over(sanne.records[goal["id"]], {"deleted": True}))

    rows = await db.read(lambda: Revision.all().order_by("version"))

    lines = [[(row.rev, row.outcome) for row in rows if row.record == one["id"]] for one in (goal, step)]
    assert lines == [
        [("g1.1", "ok"), ("g1.2", "ok"), ("g1.3", "ok")],
        [("g1.1", "ok"), ("g1.2", "moved")],
    ]


async def test_what_was_taken_back_is_no_history_for_those_who_read_it_later(
    cast: Cast, bram: Device, cora: Device
) -> None:
    logboek = await handed_in(cast, bram)
    await bram.push(over(logboek, {"depth": "te veel gezegd"}))
    await bram.push(over(bram.records[logboek["id"]], {}, scope=own(cast.bram)))
    await bram.push(over(bram.records[logboek["id"]], {"depth": "minder"}))
    await bram.push(over(bram.records[logboek["id"]], {}, scope=coaching(cast)))
    await bram.push(over(bram.records[logboek["id"]], {"mood": 2}))

    seen = (await cora.http.get(f"/api/history/{logboek['id']}")).json()["revisions"]

    assert [line["set"].get("depth") for line in seen] == ["minder", None]


async def test_what_was_deleted_is_no_history_for_those_who_read_it(cast: Cast, bram: Device, cora: Device) -> None:
    logboek = await handed_in(cast, bram)
    await bram.push(over(logboek, {"depth": "te veel gezegd"}))
    await bram.push(over(bram.records[logboek["id"]], {"deleted": True}))
    gone = (await cora.http.get(f"/api/history/{logboek['id']}")).json()["revisions"]
    await bram.push(over(bram.records[logboek["id"]], {"mood": 2}))
    back = (await cora.http.get(f"/api/history/{logboek['id']}")).json()["revisions"]
    mine = (await bram.http.get(f"/api/history/{logboek['id']}")).json()["revisions"]

    assert [line["set"] for line in gone] == [{"deleted": True}]
    assert [line["set"] for line in back] == [{"deleted": True}, {"mood": 2}]
    assert len(mine) == 5
