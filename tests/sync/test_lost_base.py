"""A base that a restore has lost is no version of today, though it has its number."""

from tests.people import Cast
from tests.sync.device import Device, mutation
from tests.sync.places import own


async def test_of_another_generation_the_same_number_is_another_version(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)

    [answer] = await sanne.push(mutation("goal", {"text": "twee"}, goal["id"], base={"rev": "g9.1"}))

    assert answer["status"] == "conflict"
    assert sanne.records[goal["id"]]["fields"] == {"text": "een"}
