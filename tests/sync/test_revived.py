"""What was deleted on one device while another one, which had not heard of it, went on."""

from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, after, mutation, over
from tests.sync.places import own, shared


async def test_what_was_deleted_meanwhile_is_not_shared_by_who_brings_it_back(
    cast: Cast, sanne: Device, bram: Device, device_of: DeviceOf
) -> None:
    goal = mutation("goal", {"text": "een", "why": "daarom"}, scope=own(cast.sanne))
    await sanne.push(goal)
    laptop = await device_of(cast.sanne)
    await laptop.sync()
    await sanne.push(over(sanne.records[goal["id"]], {"deleted": True}))

    edit = over(laptop.records[goal["id"]], {"text": "een en meer"})
    results = await laptop.push(edit, after(edit, {}, scope=shared(cast)))
    await bram.full()

    assert [result["status"] for result in results] == ["merged", "conflict"]
    assert laptop.records[goal["id"]]["fields"] == {"text": "een en meer"}
    assert bram.all("goal") == []
