"""What becomes of what is pushed."""

import pytest

from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, Json, after, mutation, over
from tests.sync.places import own


async def test_what_is_typed_comes_back_as_a_record(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "Ik wil op tijd beginnen"}, scope=own(cast.sanne))

    answer = await sanne.sync(goal)

    assert answer["results"] == {goal["mid"]: {"status": "ok", "rev": "g1.1"}}
    assert answer["held"] == 0
    assert answer["gen"] == "g1"
    record = sanne.records[goal["id"]]
    assert record["fields"] == {"text": "Ik wil op tijd beginnen"}
    assert record["author"] == str(cast.sanne.id)
    assert record["siblings"] == []
    check = answer["check"][own(cast.sanne)]
    assert (check["pos"], check["count"]) == (1, 1)


async def test_the_same_change_twice_counts_once(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "Eén keer"}, scope=own(cast.sanne))

    first, second = await sanne.push(goal), await sanne.push(goal)

    assert first == second
    assert sanne.records[goal["id"]]["rev"] == "g1.1"


async def test_a_known_answer_stays_the_same_whatever_happened_since(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    [first] = await sanne.push(goal)
    await sanne.push(over(sanne.records[goal["id"]], {"text": "twee"}))

    [again] = await sanne.push(goal)

    assert again == first
    assert sanne.records[goal["id"]]["fields"] == {"text": "twee"}


async def test_a_known_mid_with_other_content_is_held_under_another_id_however_often_it_comes(
    cast: Cast, sanne: Device
) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    other = goal | {"set": {"text": "iets heel anders"}}

    [first], [second] = await sanne.push(other), await sanne.push(other)

    assert first == second == {"status": "held", "reason": "mid_reused"}
    [held] = await sanne.held()
    assert held["set"] == {"text": "iets heel anders"}
    assert held["mid"] != goal["mid"]


async def test_only_the_moment_of_writing_may_differ_between_two_sendings(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)

    [again] = await sanne.push(goal | {"at": "2026-03-02T19:00:00+01:00"})

    assert again["status"] == "ok"


async def test_one_mid_twice_in_one_request_keeps_both_texts(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))

    answer = await sanne.sync(goal, goal, goal | {"set": {"text": "twee"}})

    assert answer["results"][goal["mid"]]["status"] == "ok"
    assert [held["set"] for held in await sanne.held()] == [{"text": "twee"}]


@pytest.mark.parametrize("id", [{}, {"id": {}}, {"id": ["x"]}])
async def test_one_mid_twice_of_which_one_has_no_id_is_answered(cast: Cast, sanne: Device, id: Json) -> None:
    good = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    answer = await sanne.sync(good, {"mid": good["mid"], "kind": "goal", "set": {"text": "twee"}} | id)

    assert answer["results"][good["mid"]]["status"] == "ok"
    assert good["id"] in sanne.records
    assert [draft["set"] for draft in await sanne.held()] == [{"text": "twee"}]


async def test_different_keys_of_one_record_merge(cast: Cast, sanne: Device, device_of: DeviceOf) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    laptop = await device_of(cast.sanne)
    await laptop.sync()

    [here] = await sanne.push(over(sanne.records[goal["id"]], {"why": "omdat"}))
    [there] = await laptop.push(over(laptop.records[goal["id"]], {"state": "reached"}))

    assert (here["status"], there["status"]) == ("ok", "merged")
    assert laptop.records[goal["id"]]["fields"] == {"text": "een", "why": "omdat", "state": "reached"}


async def test_the_same_key_written_twice_keeps_both(cast: Cast, sanne: Device, device_of: DeviceOf) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(sanne.records[goal["id"]], {"text": "op de telefoon"}))

    late = over(laptop.records[goal["id"]], {"text": "op de laptop", "why": "omdat"})
    [result] = await laptop.push(late)

    assert result == {"status": "conflict", "rev": "g1.3"}
    record = laptop.records[goal["id"]]
    assert record["fields"] == {"text": "op de telefoon", "why": "omdat"}
    [sibling] = record["siblings"]
    assert (sibling["mid"], sibling["set"]) == (late["mid"], {"text": "op de laptop"})
    assert sibling["author"] == str(cast.sanne.id)


async def test_a_choice_settles_the_versions(cast: Cast, sanne: Device, device_of: DeviceOf) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(sanne.records[goal["id"]], {"text": "telefoon"}))
    late = over(laptop.records[goal["id"]], {"text": "laptop"})
    await laptop.push(late)

    [result] = await laptop.push(
        over(laptop.records[goal["id"]], {"text": "telefoon en laptop"}, resolves=[late["mid"]])
    )

    assert result["status"] == "ok"
    assert laptop.records[goal["id"]]["siblings"] == []
    assert laptop.records[goal["id"]]["fields"] == {"text": "telefoon en laptop"}


async def test_a_chain_typed_offline_builds_on_itself(cast: Cast, sanne: Device, device_of: DeviceOf) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(sanne.records[goal["id"]], {"text": "telefoon"}))
    first = over(laptop.records[goal["id"]], {"text": "laptop"})
    second = after(first, {"state": "reached"})

    results = await laptop.push(first, second)

    assert [result["status"] for result in results] == ["conflict", "merged"]
    assert laptop.records[goal["id"]]["rev"] == "g1.4"


async def test_a_chain_goes_on_over_several_requests(cast: Cast, sanne: Device) -> None:
    first = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    second = after(first, {"text": "twee"})
    third = after(second, {"text": "drie"})

    results = [(await sanne.push(one))[0]["status"] for one in (first, second, third)]

    assert results == ["ok", "ok", "ok"]
    assert sanne.records[first["id"]]["fields"] == {"text": "drie"}


async def test_a_chain_over_what_is_held_or_unknown_is_held(cast: Cast, sanne: Device) -> None:
    forbidden = mutation("goal", {"text": "een"}, scope=own(cast.bram))
    behind = after(forbidden, {"text": "twee"})
    unknown = mutation("goal", {"text": "drie"}, base={"mid": "00000000-0000-0000-0000-000000000000"})
    itself = mutation("goal", {"text": "vier"})
    itself["base"] = {"mid": itself["mid"]}

    results = await sanne.push(forbidden, behind, unknown, itself)

    assert [result["reason"] for result in results] == ["forbidden", "chain", "chain", "chain"]
    assert len(await sanne.held()) == 4


async def test_a_chain_over_someone_elses_mutation_is_held(cast: Cast, bram: Device, joris: Device) -> None:
    session = mutation(
        "session",
        {"kind": "community", "starts": "2026-03-02T14:00:00Z"},
        scope=f"agenda:{cast.community.id}",
    )
    await bram.push(session)

    [result] = await joris.push(after(session, {"title": "van mij"}))

    assert result == {"status": "held", "reason": "chain"}


async def test_absent_and_forbidden_are_one_answer(cast: Cast, sanne: Device, joris: Device) -> None:
    goal = mutation("goal", {"text": "geheim"}, scope=own(cast.sanne))
    await sanne.push(goal)
    for set in ({"text": "x"}, {"deleted": True}, {"text": 3}, {}):
        there = mutation("goal", set, goal["id"], base={"rev": "g1.1"})
        nowhere = mutation("goal", set, base={"rev": "g1.1"})

        one, other = await joris.push(there, nowhere)

        assert one == other == {"status": "held", "reason": "forbidden"}


async def test_null_takes_a_key_away(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een", "why": "omdat"}, scope=own(cast.sanne))
    await sanne.push(goal)

    await sanne.push(over(sanne.records[goal["id"]], {"why": None}))

    assert sanne.records[goal["id"]]["fields"] == {"text": "een"}


async def test_unknown_keys_are_kept_untouched(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een", "from_the_future": {"a": [1, 2.5, None, True]}}, scope=own(cast.sanne))

    await sanne.push(goal)

    assert sanne.records[goal["id"]]["fields"]["from_the_future"] == {"a": [1, 2.5, None, True]}


async def test_a_delete_over_what_is_not_current_deletes_nothing(
    cast: Cast, sanne: Device, device_of: DeviceOf
) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(sanne.records[goal["id"]], {"why": "omdat"}))

    [result] = await laptop.push(over(laptop.records[goal["id"]], {"deleted": True}))

    assert result["status"] == "conflict"
    record = laptop.records[goal["id"]]
    assert (record["deleted"], record["siblings"]) == (False, [])


async def test_a_deleted_record_stays_as_an_empty_mark_and_a_key_revives_it(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)
    answer = await sanne.sync(over(sanne.records[goal["id"]], {"deleted": True}))
    mark = sanne.records[goal["id"]]

    await sanne.push(over(mark, {"text": "toch wel"}))

    assert (mark["deleted"], mark["fields"]) == (True, {})
    assert answer["check"][own(cast.sanne)]["count"] == 1
    assert sanne.records[goal["id"]]["fields"] == {"text": "toch wel"}
    assert not sanne.records[goal["id"]]["deleted"]


async def test_a_held_draft_can_be_settled_or_thrown_away_by_its_author_alone(
    cast: Cast, sanne: Device, bram: Device
) -> None:
    lost, gone = mutation("goal", {"text": "a", "state": "?"}), mutation("goal", {"text": "b", "state": "?"})
    lost["scope"] = gone["scope"] = own(cast.sanne)
    await sanne.push(lost, gone)

    stranger = await bram.http.delete(f"/api/held/{gone['mid']}")
    thrown = await sanne.http.delete(f"/api/held/{gone['mid']}")
    answer = await sanne.sync(mutation("goal", {"text": "a"}, scope=own(cast.sanne), resolves=[lost["mid"]]))

    assert (stranger.status_code, thrown.status_code) == (404, 204)
    assert answer["held"] == 0
    assert await bram.held() == await sanne.held() == []


async def test_who_has_a_talk_alone_is_not_told_to_a_whole_group(cast: Cast, bram: Device) -> None:
    agenda = f"agenda:{cast.community.id}"
    talk = {"kind": "individual", "starts": "2026-03-02T14:00:00Z"}
    group = mutation("session", talk | {"kind": "community"}, scope=agenda)
    [made, there] = await bram.push(mutation("session", talk, scope=agenda), group)

    [turned] = await bram.push(over(bram.records[group["id"]], {"kind": "individual"}))

    assert there["status"] == "ok"
    assert made == turned == {"status": "held", "reason": "forbidden"}
