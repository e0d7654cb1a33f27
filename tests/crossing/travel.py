"""How requests and answers get to where they are going, or do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.crossing import invariants
from tests.crossing.network import COMING, GOING, Json, Packet, portal, spoiled, with_limit

if TYPE_CHECKING:
    from tests.crossing.world import Device, World

MANY = 200  # requests in one turn, at most


def turn(world: World, device: Device, only: list[str] | None = None) -> None:
    """The next turn begins, also while another is under way: where there are no locks, or of a page that froze."""
    world.do(["sync", device.name, device.ask_me, *([only] if only else [])])


async def go_on(world: World, packet: Packet) -> None:
    """One thing that is on its way gets there, or does not."""
    world.net.remove(packet)
    fate = world.pick(COMING if packet.reply else GOING)
    world.mishaps += fate not in ("home", "arrives")
    if packet.path != "/api/sync" or fate not in ("home", "arrives"):
        world.note(packet.device, packet.call, packet.path, fate)
    if packet.reply:
        come_home(world, packet, spoiled(fate, packet.reply))
    elif fate in ("lost", "late"):
        come_home(world, packet, None)
        world.net += [packet.forgotten()] if fate == "late" else []
    elif fate == "portal":
        come_home(world, packet, portal(packet))
    else:
        await arrive(world, packet)
        world.net += [packet] if packet.call else []
        world.net += [packet.forgotten()] if fate == "twice" else []


def lose(world: World, packet: Packet) -> None:
    """Neither it nor its answer gets anywhere."""
    world.mishaps += 1
    world.net.remove(packet)
    come_home(world, packet, None)


async def quietly(world: World, device: Device) -> Json:
    """A whole turn of one device over a network that holds; what it had on its way before is lost."""
    while mine := of(world, device):
        lose(world, mine[0])
    world.outcomes = []
    turn(world, device)
    await _all_of(world, device)
    done = [outcome for outcome in world.outcomes if outcome["device"] == device.name]
    if device.on and done and "failure" not in done[-1] and not done[-1]["elsewhere"]:
        invariants.after_turn(world, device)
    return done[-1] if done else {"failure": "killed"}


async def bring(world: World, device: Device) -> None:
    """All of its files that wait, over a network that holds."""
    world.do(["upload", device.name])
    await _all_of(world, device)


async def _all_of(world: World, device: Device) -> None:
    """Whatever it asks gets there, and the answer back."""
    for _ in range(MANY):
        mine = of(world, device)
        if not mine:
            break
        world.net.remove(mine[0])
        await arrive(world, mine[0])
        come_home(world, mine[0], mine[0].reply)


def of(world: World, device: Device) -> list[Packet]:
    return [packet for packet in world.net if packet.device == device.name]


async def arrive(world: World, packet: Packet) -> None:
    """The server hears the request, and answers."""
    before = world.server.tables() if packet.path == "/api/sync" else None
    if before and packet.body:
        packet.body = with_limit(packet.body, world.pick(world.pages))
    response = await world.server.hear(packet)
    packet.reply = {"status": response.status_code, "headers": dict(response.headers), "text": response.text}
    device = world.devices[packet.device]
    if before and response.status_code == 200:
        packet.seen = invariants.after_answer(world, device, response.text, before, world.server.tables())
    else:
        assert response.status_code in (200, 204, 401, 404), response.text


def come_home(world: World, packet: Packet, reply: Json | None) -> None:
    """The device has its answer, or none."""
    device = world.devices[packet.device]
    if not packet.call:
        return
    device.browser.remember(packet, reply, world.server.ms)
    before = world.screen(device) if device.on else None
    world.do(["answer", packet.call, reply] if reply else ["fail", packet.call])
    if before and device.on:
        invariants.stays(world, device, before, world.screen(device))
        invariants.can_be_handed_in_again(world, device, before)
        world.shown(device)
