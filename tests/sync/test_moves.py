"""Sharing, taking back and handing in: what goes along, and who sees it then."""

import pytest

from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, after, mutation, over
from tests.sync.places import goal_of, handed_in, own, shared


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


async def test_a_replay_settles_nothing_since_more_may_wait_now_than_it_had_read(cast: Cast, sanne: Device) -> None:
    goal = await goal_of(cast, sanne)
    late = over(goal, {"text": "twee", "why": "omdat"}, replay=True)
    settling = over(goal, {"text": "een"}, resolves=[late["mid"]], replay=True)

    results = await sanne.push(over(goal, {"why": "daarom"}), late, settling)

    assert [result["status"] for result in results] == ["ok", "conflict", "merged"]
    assert [sibling["set"] for sibling in sanne.records[goal["id"]]["siblings"]] == [{"text": "twee", "why": "omdat"}]


async def test_handing_in_again_after_a_restore_is_no_other_content(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    [first] = await sanne.push(goal)

    [again] = await sanne.push(goal | {"replay": True})

    assert again == first


async def test_what_is_taken_back_or_shared_without_a_base_stands_on_nothing(
    cast: Cast, sanne: Device, bram: Device
) -> None:
    goal = await goal_of(cast, sanne)
    [shared_blindly] = await sanne.push(mutation("goal", {}, goal["id"], scope=shared(cast)))
    await sanne.push(over(goal, {}, scope=shared(cast)))

    [back] = await sanne.push(mutation("goal", {}, goal["id"], scope=own(cast.sanne)))
    await bram.full()

    assert shared_blindly["status"] == "conflict"
    assert back["status"] == "merged"
    assert sanne.records[goal["id"]]["scope"] == own(cast.sanne)
    assert bram.all("goal") == []
