"""I10: what is erased is nowhere, everyone who may have had it hears so once, and nobody else hears the id."""

from functools import partial

import pytest

from server import db, journal
from server.people.models import CoachSeat, Person
from server.permissions import changes
from server.records.purge import purge
from server.safekeeping.erase import erase_person, erase_record
from server.safekeeping.look import look
from tests.conftest import Clock
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, Json, mutation, over
from tests.sync.dump import dump

WORD = "onuitspreekbaar"


async def shared_goal(cast: Cast, sanne: Device) -> tuple[Json, Json]:
    """A goal with a step, shared with her coach."""
    goal = mutation("goal", {"text": WORD}, scope=f"self:{cast.sanne.id}")
    step = mutation("step", {"text": f"{WORD} stap", "goal": goal["id"]}, scope=f"self:{cast.sanne.id}")
    await sanne.push(goal, step)
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=f"member:{cast.membership.id}:shared"))
    return goal, step


async def erase(*ids: str) -> None:
    for id in ids:
        assert await db.write(partial(erase_record, id))


async def test_no_table_keeps_a_word_and_whoever_had_it_is_told_once(
    cast: Cast, sanne: Device, bram: Device, joris: Device, cora: Device
) -> None:
    goal, step = await shared_goal(cast, sanne)
    for device in (bram, joris, cora):
        await device.full()
    late = mutation("goal", {"text": f"{WORD} van mij"}, goal["id"], base={"rev": "g1.1"})
    await bram.push(late)  # held: it is not his to edit
    await erase(goal["id"])
    told = {name: await device.sync() for name, device in [("sanne", sanne), ("bram", bram), ("joris", joris)]}
    again = [await device.sync() for device in (sanne, bram)]

    assert WORD not in str(await dump())
    assert {*told["sanne"]["erased"]} == {*told["bram"]["erased"]} == {goal["id"], step["id"]}
    assert told["joris"]["erased"] == (await cora.sync())["erased"] == []
    assert [answer["erased"] for answer in again] == [[], []]
    assert await bram.held() == []
    assert [wrong for _, wrong in await db.read(look) if wrong] == []
    assert not any(WORD in file.read_text() for file in journal.folder().iterdir())


async def test_a_mutation_for_an_erased_id_is_held_and_not_stored_and_always_answered_the_same(
    cast: Cast, sanne: Device, bram: Device
) -> None:
    goal, _ = await shared_goal(cast, sanne)
    known = over(sanne.records[goal["id"]], {"text": f"{WORD} weer"})
    await sanne.push(known)
    await erase(goal["id"])
    gone = {"status": "held", "reason": "erased"}
    new = mutation("goal", {"text": WORD}, goal["id"], scope=f"self:{cast.sanne.id}")
    malformed = mutation("goal", {"een sleutel": WORD}, goal["id"])
    answers = await sanne.push(new, malformed, known | {"set": {"text": f"{WORD} anders"}})
    again = await sanne.push(new, malformed)

    assert answers[:2] == again == [gone, gone]
    assert "rev" in answers[2]  # what was answered then, whatever comes under its name now
    assert await sanne.held() == await bram.held() == []
    assert WORD not in str(await dump())


async def test_one_whose_grant_ended_meanwhile_hears_of_it_and_one_who_came_later_does_not(
    cast: Cast, sanne: Device, bram: Device, joris: Device, clock: Clock
) -> None:
    goal, _ = await shared_goal(cast, sanne)
    await bram.full()
    clock.forward(days=1)
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=f"self:{cast.sanne.id}"))
    clock.forward(days=1)

    async def hand_over() -> None:
        await changes.seat_coach(cast.joris.id, cast.community.id)
        await changes.end_seat((await CoachSeat.get(person_id=cast.bram.id, ends_at=None)).id)

    await db.write(hand_over)
    await joris.full()
    await erase(goal["id"])

    assert goal["id"] in (await bram.sync())["erased"]
    assert (await joris.sync())["erased"] == []


async def test_a_device_that_comes_after_two_years_or_starts_anew_hears_of_it(
    cast: Cast, sanne: Device, bram: Device, device_of: DeviceOf, clock: Clock
) -> None:
    goal, step = await shared_goal(cast, sanne)
    await bram.full()
    await erase(goal["id"])
    for _ in range(3):
        clock.forward(days=250)
        while await db.write(lambda: purge(clock.at)):
            pass
    new = await device_of(cast.bram)
    bram.http = (await device_of(cast.bram)).http  # he had to sign in again

    assert {*(await bram.sync())["erased"]} == {goal["id"], step["id"]}
    assert {*(await new.sync())["erased"]} == {goal["id"], step["id"]}


@pytest.mark.parametrize("limit", [1, 2, 1000])
async def test_pages_of_any_size_bring_every_mark(cast: Cast, sanne: Device, limit: int) -> None:
    goals = [mutation("goal", {"text": f"{WORD} {n}"}, scope=f"self:{cast.sanne.id}") for n in range(5)]
    await sanne.push(*goals)
    await erase(*(goal["id"] for goal in goals))
    heard: list[str] = []
    more = True
    while more:
        answer = await sanne.sync(limit=limit)
        heard, more = heard + answer["erased"], answer["more"]

    assert sorted(heard) == sorted(goal["id"] for goal in goals)


async def test_a_person_is_erased_with_all_they_wrote_and_their_name(
    cast: Cast, sanne: Device, bram: Device, joris: Device
) -> None:
    goal, step = await shared_goal(cast, sanne)
    session = mutation("session", {"title": "Samen", "kind": "community"}, scope=f"agenda:{cast.community.id}")
    await bram.full()
    await bram.push(session)
    remark = mutation("comment", {"text": f"{WORD} gezegd"}, scope=f"member:{cast.membership.id}:shared")
    await sanne.push(remark)
    await bram.full()
    await db.write(lambda: erase_person(cast.sanne.id))
    answer = await bram.sync()
    own = await sanne.sync()

    rows = str(await dump())
    assert WORD not in rows
    assert "Sanne" not in rows + str(await db.read(lambda: Person.get(id=cast.sanne.id)))
    assert {*answer["erased"]} == {*own["erased"]} == {goal["id"], step["id"], remark["id"]}
    assert session["id"] in bram.records
    assert [wrong for _, wrong in await db.read(look) if wrong] == []


async def test_what_another_record_says_under_a_mutation_id_of_an_erased_one_is_not_lost(
    cast: Cast, sanne: Device
) -> None:
    goal, _ = await shared_goal(cast, sanne)
    await erase(goal["id"])
    other = mutation("goal", {"text": "iets anders"}, scope=f"self:{cast.sanne.id}") | {"mid": goal["mid"]}
    answers = [(await sanne.push(other))[0] for _ in range(2)]

    assert answers == [{"status": "held", "reason": "mid_reused"}] * 2
    assert [one["set"] for one in await sanne.held()] == [{"text": "iets anders"}]


async def test_what_was_answered_before_under_the_same_mutation_id_stays_what_it_was(cast: Cast, sanne: Device) -> None:
    goal, _ = await shared_goal(cast, sanne)
    first = mutation("goal", {"text": "iets anders"}, scope=f"self:{cast.sanne.id}")
    before = await sanne.push(first)
    await erase(goal["id"])
    gone = await sanne.push(mutation("goal", {"text": WORD}, goal["id"], base={"rev": "g1.1"}) | {"mid": first["mid"]})

    assert gone == [{"status": "held", "reason": "erased"}]
    assert await sanne.push(first) == before
    assert WORD not in str(await dump())


async def test_what_an_erased_person_had_not_sent_is_not_stored_any_more(
    cast: Cast, sanne: Device, bram: Device
) -> None:
    session = mutation("session", {"title": "Samen", "kind": "community"}, scope=f"agenda:{cast.community.id}")
    await bram.push(session)
    await sanne.full()
    await db.write(lambda: erase_person(cast.sanne.id))
    new = mutation("goal", {"text": WORD}, scope=f"self:{cast.sanne.id}")
    answers = await sanne.push(new, mutation("session", {"note": WORD}, session["id"], base={"rev": "g1.1"}))

    assert answers == [{"status": "held", "reason": "erased"}] * 2
    assert WORD not in str(await dump())
    assert [wrong for _, wrong in await db.read(look) if wrong] == []
