"""Somebody who lost a scope and got it back without having been online in between."""

import pytest

from server import db
from server.people.models import Mentoring
from server.permissions import changes
from tests.conftest import Clock
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, mutation, over
from tests.sync.places import own


@pytest.mark.row("F39")
async def test_what_was_taken_back_meanwhile_leaves_the_device_of_a_reader_who_came_again(
    cast: Cast, bram: Device, senna: Device, clock: Clock
) -> None:
    reflection = mutation("reflection", {"text": "ik twijfel"}, scope=own(cast.bram))
    mentor = f"mentor:{cast.bram.id}"
    await bram.push(reflection)
    await bram.push(over(bram.records[reflection["id"]], {}, scope=mentor))
    await senna.full()
    before = senna.all("reflection")

    clock.forward(days=1)
    guide = await db.read(lambda: Mentoring.get(senior_id=cast.senna.id))
    await db.write(lambda: changes.end_mentoring(guide.id))
    await bram.push(over(bram.records[reflection["id"]], {}, scope=own(cast.bram)))
    clock.forward(days=1)
    await db.write(lambda: changes.mentor(cast.senna.id, cast.bram.id, cast.programme.id))
    answer = await senna.sync()

    assert len(before) == 1
    assert mentor in answer["reset"]
    assert senna.all("reflection") == []
    assert (await senna.sync())["reset"] == []


async def test_whoever_comes_new_page_by_page_starts_once_and_hears_nothing_of_what_left_before(
    cast: Cast, sanne: Device, device_of: DeviceOf, clock: Clock
) -> None:
    shared = f"member:{cast.membership.id}:shared"
    goals = [mutation("goal", {"text": f"doel {n}"}, scope=own(cast.sanne)) for n in range(4)]
    await sanne.push(*goals)
    for goal in goals:
        await sanne.push(over(sanne.records[goal["id"]], {}, scope=shared))
    for goal in goals[1:3]:
        await sanne.push(over(sanne.records[goal["id"]], {}, scope=own(cast.sanne)))
    await sanne.push(over(sanne.records[goals[0]["id"]], {"why": "daarom"}))
    clock.forward(days=1)
    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    joris, resets = await device_of(cast.joris), 0

    more = True
    while more:
        answer = await joris.sync(limit=1)
        resets += shared in answer["reset"]
        assert answer["outs"] == []
        more = answer["more"]

    assert resets == 1
    assert {goal["id"] for goal in joris.all("goal")} == {goals[0]["id"], goals[3]["id"]}
