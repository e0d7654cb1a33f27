"""Names of the scopes of the cast, and records that stand in many tests."""

from typing import Any

from server.people.models import Person
from tests.people import Cast
from tests.sync.device import Device, Json, mutation, over


def own(person: Person) -> str:
    return f"self:{person.id}"


def shared(cast: Cast) -> str:
    return f"member:{cast.membership.id}:shared"


def coaching(cast: Cast) -> str:
    return f"coaching:{cast.coaching.id}"


async def goal_of(cast: Cast, sanne: Device, text: str = "een", **more: Any) -> Json:
    goal = mutation("goal", {"text": text} | more, scope=own(cast.sanne))
    await sanne.push(goal)
    return sanne.records[goal["id"]]


async def handed_in(cast: Cast, bram: Device) -> Json:
    logboek = mutation("logboek", {"mood": 4, "coaches": [str(cast.bram.id)]}, scope=own(cast.bram))
    await bram.push(logboek)
    await bram.push(over(bram.records[logboek["id"]], {}, scope=coaching(cast)))
    return bram.records[logboek["id"]]
