"""What a page can be killed in the middle of: a table of short stories, each of which can be told again and again."""

from typing import Any

from server.permissions import changes
from tests.crossing import travel
from tests.crossing.crash import Knife, Story
from tests.crossing.world import Device, World


async def typing(world: World, knife: Knife) -> None:
    """Keystrokes, a pause of the fingers, and a change."""
    id = await _goal(world, knife.device)
    knife.cut(*_insert(world, knife.device, "goal", id), ["pass", 300])
    knife.cut(["act", knife.device.name, "leaveField", "goal", id, "text"])


async def sending(world: World, knife: Knife) -> None:
    """Marked as sent, answered, taken in; one row a page, so that there are several."""
    id = await _goal(world, knife.device)
    await _goal(world, world.devices["sanne2"])
    _typed(world, knife.device, "goal", id)
    world.pages = [1]
    await _turn(world, knife)


async def in_conflict(world: World, knife: Knife) -> None:
    """Another device of the same person was first."""
    id, other = await _goal(world, knife.device), world.devices["sanne2"]
    await travel.quietly(world, other)
    _typed(world, other, "goal", id)
    _typed(world, knife.device, "goal", id)
    await travel.quietly(world, other)
    await _turn(world, knife)


async def out(world: World, knife: Knife) -> None:
    """What one was writing about is taken back by its author meanwhile."""
    other = world.devices["sanne2"]
    id = await _goal(world, knife.device)
    shared = f"member:{world.server.cast.membership.id}:shared"
    world.do(["act", knife.device.name, "move", "goal", id, shared])
    await travel.quietly(world, knife.device)
    await travel.quietly(world, other)
    world.do(["act", other.name, "move", "goal", id, f"self:{other.who}"])
    _typed(world, knife.device, "goal", id)
    await travel.quietly(world, other)
    await _turn(world, knife)


async def dropped(world: World, knife: Knife) -> None:
    """The seat of a coach ends while something waits to be sent: it ends as not arrived."""
    cast, tables = world.server.cast, world.server.tables()
    here = {row["id"] for row in tables["coaching"] if row["community_id"] == str(cast.community.id)}
    seats = [row for row in tables.active("coach_seat", person_id=str(cast.bram.id)) if row["coaching_id"] in here]
    world.server.ms += 1
    if not seats:
        await world.server.write(lambda: changes.seat_coach(cast.bram.id, cast.community.id))
        return await dropped(world, knife)
    await travel.quietly(world, knife.device)
    sessions = [record for record in world.screen(knife.device)["records"] if record["kind"] == "session"]
    _typed(world, knife.device, "session", sessions[0]["id"], "note")
    await world.server.write(lambda: changes.end_seat(seats[0]["id"]))
    knife.device.ask_me = True
    await _turn(world, knife)


async def restored(world: World, knife: Knife) -> None:
    """The server was put back to a copy: what it has lost is handed in again."""
    await world.server.back_up()
    id = await _goal(world, knife.device)
    _typed(world, knife.device, "goal", id)
    await travel.quietly(world, knife.device)
    _typed(world, knife.device, "goal", id)
    await world.server.restore()
    known = {(row["person"], row["mid"]) for row in world.server.tables()["applied"]}
    world.answers = {key: answer for key, answer in world.answers.items() if key in known}
    await world.sign_in(knife.device)
    await _turn(world, knife)


async def signed_out(world: World, knife: Knife) -> None:
    """With something that was never sent."""
    id = await _goal(world, knife.device)
    _typed(world, knife.device, "goal", id)
    knife.device.signed_in = False
    knife.cut(["signOut", knife.device.name])


async def revoked(world: World, knife: Knife) -> None:
    """A login that was ended from elsewhere."""
    id = await _goal(world, knife.device)
    _typed(world, knife.device, "goal", id)
    await world.server.revoke(knife.device.person)
    await _turn(world, knife)


async def updated(world: World, knife: Knife) -> None:
    """A newer version asks for the database while somebody types."""
    id = await _goal(world, knife.device)
    knife.cut(*_insert(world, knife.device, "goal", id), ["update", knife.device.name])


STORIES: dict[str, tuple[str, Story]] = {
    "typing": ("sanne1", typing),
    "sending": ("sanne1", sending),
    "in conflict": ("sanne1", in_conflict),
    "out": ("sanne1", out),
    "dropped": ("bram1", dropped),
    "restored": ("sanne1", restored),
    "signed out": ("sanne1", signed_out),
    "revoked": ("sanne1", revoked),
    "updated": ("sanne1", updated),
}


async def _goal(world: World, device: Device) -> str:
    """A new one, of which the server knows."""
    world.pages = [500]
    if not device.on:
        await world.open(device)
    fields = {"text": "begin"}
    id: str = world.do(["act", device.name, "create", "goal", f"self:{device.who}", fields], ["settle"])[0]
    await travel.quietly(world, device)
    return id


def _insert(world: World, device: Device, kind: str, id: str, key: str = "text") -> list[list[Any]]:
    return [["act", device.name, "insert", kind, id, key, world.type(device), 0]]


def _typed(world: World, device: Device, kind: str, id: str, key: str = "text") -> None:
    """One more word, which has become a change."""
    world.do(*_insert(world, device, kind, id, key), ["act", device.name, "leaveField", kind, id, key], ["pass", 300])
    world.shown(device)


async def _turn(world: World, knife: Knife) -> None:
    """A turn, cut where it is to be cut. A network that holds, and a server that answers."""
    device = knife.device
    knife.cut(["sync", device.name, device.ask_me])
    while mine := travel.of(world, device):
        world.net.remove(mine[0])
        await travel.arrive(world, mine[0])
        knife.cut(["answer", mine[0].call, mine[0].reply])
