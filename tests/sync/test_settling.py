"""Two devices that settle their differences at the same time come to an end."""

from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, mutation, over
from tests.sync.places import own


async def test_saying_again_what_stands_there_is_in_nobodys_way(cast: Cast, sanne: Device, device_of: DeviceOf) -> None:
    goal = mutation("goal", {"text": "een", "why": "daarom"}, scope=own(cast.sanne))
    await sanne.push(goal)
    laptop = await device_of(cast.sanne)
    await laptop.sync()

    [phone] = await sanne.push(over(sanne.records[goal["id"]], {"text": "een", "why": "hierom"}))
    [second] = await laptop.push(over(laptop.records[goal["id"]], {"text": "twee", "why": "daarom"}))

    assert (phone["status"], second["status"]) == ("ok", "conflict")
    record = laptop.records[goal["id"]]
    assert record["fields"] == {"text": "twee", "why": "hierom"}
    assert [sibling["set"] for sibling in record["siblings"]] == [{"why": "daarom"}]
