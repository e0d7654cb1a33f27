"""Sharing, taking back and handing in: what goes along, and who sees it then."""

import pytest

from server import db
from server.records.models import Revision
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, Json, after, mutation, over


def own(person: object) -> str:
    return f"self:{getattr(person, 'id', person)}"


def shared(cast: Cast) -> str:
    return f"member:{cast.membership.id}:shared"


def coaching(cast: Cast) -> str:
    return f"coaching:{cast.coaching.id}"


async def goal_of(cast: Cast, sanne: Device, text: str = "een") -> Json:
    goal = mutation("goal", {"text": text}, scope=own(cast.sanne))
    await sanne.push(goal)
    return sanne.records[goal["id"]]


async def handed_in(cast: Cast, bram: Device) -> Json:
    logboek = mutation("logboek", {"mood": 4, "coaches": [str(cast.bram.id)]}, scope=own(cast.bram))
    await bram.push(logboek)
    await bram.push(over(bram.records[logboek["id"]], {}, scope=coaching(cast)))
    return bram.records[logboek["id"]]


@pytest.mark.row("F39")
async def test_a_goal_is_private_until_shared_and_again_when_taken_back(
    cast: Cast, sanne: Device, bram: Device
) -> None:
    goal = await goal_of(cast, sanne)
    await bram.full()
    private = bram.all("goal")

    [share] = await sanne.push(over(goal, {}, scope=shared(cast)))
    await bram.full()
    seen = bram.all("goal")
    [back] = await sanne.push(over(sanne.records[goal["id"]], {}, scope=own(cast.sanne)))
    answer = await bram.sync()

    assert private == []
    assert (share["status"], back["status"]) == ("ok", "ok")
    assert [record["fields"] for record in seen] == [{"text": "een"}]
    assert answer["outs"] == [[shared(cast), goal["id"]]]
    assert bram.all("goal") == []


async def test_one_shares_what_one_saw(cast: Cast, sanne: Device, device_of: DeviceOf, bram: Device) -> None:
    goal = await goal_of(cast, sanne)
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(goal, {"why": "iets dat Bram niet mag lezen"}))

    [result] = await laptop.push(over(laptop.records[goal["id"]], {}, scope=shared(cast)))
    await bram.full()

    assert result["status"] == "conflict"
    assert laptop.records[goal["id"]]["scope"] == own(cast.sanne)
    assert bram.all("goal") == []


async def test_nothing_is_shared_while_two_versions_wait(
    cast: Cast, sanne: Device, device_of: DeviceOf, bram: Device
) -> None:
    goal = await goal_of(cast, sanne)
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(goal, {"text": "telefoon"}))
    late = over(laptop.records[goal["id"]], {"text": "laptop"})
    await laptop.push(late)

    [early] = await laptop.push(over(laptop.records[goal["id"]], {}, scope=shared(cast)))
    [settled] = await laptop.push(
        over(laptop.records[goal["id"]], {"text": "samen"}, scope=shared(cast), resolves=[late["mid"]])
    )

    assert (early["status"], settled["status"]) == ("conflict", "ok")
    assert laptop.records[goal["id"]]["scope"] == shared(cast)


async def test_taking_back_always_happens_whatever_becomes_of_its_keys(
    cast: Cast, sanne: Device, device_of: DeviceOf, bram: Device
) -> None:
    goal = await goal_of(cast, sanne)
    await sanne.push(over(goal, {}, scope=shared(cast)))
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(sanne.records[goal["id"]], {"text": "telefoon"}))

    [result] = await laptop.push(over(laptop.records[goal["id"]], {"text": "laptop"}, scope=own(cast.sanne)))
    await bram.full()

    record = laptop.records[goal["id"]]
    assert result["status"] == "conflict"
    assert (record["scope"], record["fields"]["text"]) == (own(cast.sanne), "telefoon")
    assert record["siblings"][0]["set"] == {"text": "laptop"}
    assert bram.all("goal") == []


async def test_a_version_that_waited_in_the_shared_place_goes_back_to_its_author(
    cast: Cast, sanne: Device, device_of: DeviceOf
) -> None:
    goal = await goal_of(cast, sanne)
    await sanne.push(over(goal, {}, scope=shared(cast)))
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(sanne.records[goal["id"]], {"text": "telefoon"}))
    late = over(laptop.records[goal["id"]], {"text": "laptop"})
    await laptop.push(late)

    await sanne.sync()
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=own(cast.sanne)))

    assert sanne.records[goal["id"]]["siblings"] == []
    [held] = await sanne.held()
    assert (held["mid"], held["reason"], held["set"]) == (late["mid"], "moved", {"text": "laptop"})


async def test_steps_lie_where_their_goal_lies(cast: Cast, sanne: Device, bram: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    step = mutation("step", {"goal": goal["id"], "text": "stap"}, scope=own(cast.sanne))
    await sanne.push(goal, step)
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=shared(cast)))
    later = mutation("step", {"goal": goal["id"], "text": "nog een"}, scope=own(cast.sanne))
    await sanne.push(later)
    await bram.full()
    along = {record["fields"]["text"] for record in bram.all("step")}

    await sanne.push(over(sanne.records[goal["id"]], {}, scope=own(cast.sanne)))
    await bram.full()

    assert along == {"stap", "nog een"}
    assert bram.all("step") == []
    assert {record["scope"] for record in sanne.all("step")} == {own(cast.sanne)}


async def test_a_step_on_someone_elses_goal_stays_with_its_author(cast: Cast, sanne: Device, bram: Device) -> None:
    goal = await goal_of(cast, sanne)
    await sanne.push(over(goal, {}, scope=shared(cast)))

    step = mutation("step", {"goal": goal["id"], "text": "van Bram"}, scope=shared(cast))
    await bram.push(step)

    assert bram.records[step["id"]]["scope"] == own(cast.bram)


async def test_a_step_never_lies_beside_something_that_is_no_goal(cast: Cast, bram: Device) -> None:
    logboek = await handed_in(cast, bram)

    step = mutation("step", {"goal": logboek["id"], "text": "privé"})
    await bram.push(step)

    assert bram.records[step["id"]]["scope"] == own(cast.bram)


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


async def test_moves_that_are_not_in_the_table_are_held(cast: Cast, sanne: Device, bram: Device) -> None:
    goal = await goal_of(cast, sanne)
    bram_goal = mutation("goal", {"text": "van Bram"}, scope=own(cast.bram))
    await bram.push(bram_goal)

    results = [
        *await sanne.push(over(goal, {}, scope=f"agenda:{cast.community.id}")),
        *await sanne.push(over(goal, {}, scope=own(cast.bram))),
        *await sanne.push(over(goal, {}, scope="nowhere at all")),
        *await bram.push(over(bram.records[bram_goal["id"]], {}, scope=shared(cast))),
    ]

    assert [result["status"] for result in results] == ["held"] * 4


async def test_only_the_author_takes_back(cast: Cast, sanne: Device, bram: Device) -> None:
    goal = await goal_of(cast, sanne)
    await sanne.push(over(goal, {}, scope=shared(cast)))
    await bram.full()

    [taken] = await bram.push(over(bram.records[goal["id"]], {}, scope=own(cast.bram)))
    [edited] = await bram.push(over(bram.records[goal["id"]], {"text": "van mij"}))
    [deleted] = await bram.push(over(bram.records[goal["id"]], {"deleted": True}))

    assert taken == edited == deleted == {"status": "held", "reason": "forbidden"}


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


async def test_a_reflection_goes_to_the_senior_and_to_nobody_else(
    cast: Cast, bram: Device, senna: Device, cora: Device
) -> None:
    reflection = mutation("reflection", {"text": "ik twijfel"}, scope=own(cast.bram))
    await bram.push(reflection)

    [result] = await bram.push(over(bram.records[reflection["id"]], {}, scope=f"mentor:{cast.bram.id}"))
    await senna.full()
    await cora.full()

    assert result["status"] == "ok"
    assert senna.all("reflection") != []
    assert cora.all("reflection") == []


async def test_a_replay_never_shares(cast: Cast, sanne: Device, bram: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne), replay=True)
    share = after(goal, {}, scope=shared(cast), replay=True)

    results = await sanne.push(goal, share)
    await bram.full()

    assert [result["status"] for result in results] == ["ok", "conflict"]
    assert bram.all("goal") == []


async def test_a_replay_never_writes_over_what_is_there(cast: Cast, sanne: Device) -> None:
    goal = await goal_of(cast, sanne)

    [result] = await sanne.push(over(goal, {"text": "van voor het herstel"}, replay=True))

    assert result["status"] == "conflict"
    assert sanne.records[goal["id"]]["fields"]["text"] == "een"


async def test_every_mutation_that_is_not_held_leaves_a_revision(cast: Cast, sanne: Device) -> None:
    goal = await goal_of(cast, sanne)
    step = mutation("step", {"goal": goal["id"], "text": "stap"})
    await sanne.push(step)
    await sanne.push(over(goal, {}, scope=shared(cast)))
    await sanne.push(over(sanne.records[goal["id"]], {"deleted": True}))

    rows = await db.read(lambda: Revision.all().order_by("id"))

    lines = [(row.record == goal["id"], row.rev, row.outcome) for row in rows]
    assert lines == [
        (True, "g1.1", "ok"),
        (False, "g1.1", "ok"),
        (False, "g1.2", "moved"),
        (True, "g1.2", "ok"),
        (True, "g1.3", "ok"),
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


async def test_handing_in_again_after_a_restore_is_no_other_content(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    [first] = await sanne.push(goal)

    [again] = await sanne.push(goal | {"replay": True})

    assert again == first
