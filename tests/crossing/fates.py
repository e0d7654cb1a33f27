"""What befalls people, devices and the server, besides what people do themselves: a table with how often."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from server.permissions import changes
from tests.crossing import acts, files, invariants, travel
from tests.crossing.world import MINUTES, YEARS, Device, World
from tests.simulation.tables import Row

DAY = 86_400_000
Fate = Callable[[World, Device], Awaitable[None]]
Verb = Callable[..., Awaitable[Any]]


async def step(world: World) -> None:
    """One thing happens."""
    device = world.pick(list(world.devices.values()))
    mood = MOODS[world.seed % len(MOODS)]
    fate = world.random.choices(list(FATES), [mood.get(name, often) for name, (often, _) in FATES.items()])[0]
    await FATES[fate][1](world, device)
    invariants.goes_with_what_is_erased(world)


async def act(world: World, device: Device) -> None:
    if device.on:
        acts.some(world, device)


async def online(world: World, device: Device) -> None:
    """A turn, over the network as it is; it may get stuck halfway."""
    if not device.on or not device.signed_in:
        return
    travel.turn(world, device)
    for _ in range(world.pick([2, 30, 30])):
        mine = [packet for packet in world.net if packet.device == device.name and packet.call]
        if not mine:
            break
        await travel.go_on(world, mine[0])


async def network(world: World, device: Device) -> None:
    if world.net:
        await travel.go_on(world, world.pick(world.net))


async def act_amid(world: World, device: Device) -> None:
    """An answer comes in while somebody goes on typing."""
    coming = [packet for packet in world.net if packet.call and packet.reply and world.devices[packet.device].on]
    if not coming:
        return
    packet = world.pick(coming)
    world.net.remove(packet)
    owner = world.devices[packet.device]
    owner.browser.remember(packet, packet.reply, world.server.ms)
    before = world.screen(owner)
    acts.perform(world, owner, ["answer", packet.call, packet.reply], ["settle", world.random.randrange(30)])
    if owner.on:
        invariants.stays(world, owner, before, world.screen(owner))


async def turn(world: World, device: Device) -> None:
    if device.on and device.signed_in:
        poked = world.random.random() < 0.2
        scopes = sorted(world.screen(device)["scopes"])
        travel.turn(world, device, world.random.sample(scopes, min(2, len(scopes))) if poked else None)


async def upload(world: World, device: Device) -> None:
    """Files go, some of the way at least."""
    if not device.on or not device.signed_in:
        return
    world.do(["upload", device.name])
    for _ in range(world.pick([1, 3, 9])):
        mine = [packet for packet in travel.of(world, device) if packet.path.startswith("/api/files/")]
        if not mine:
            break
        await travel.go_on(world, mine[0])


async def photo(world: World, device: Device) -> None:
    """Somebody takes one where there is a network: its record goes at once, and then the bytes do."""
    if device.on:
        acts.perform(world, device, act=acts.attach)
        await quietly(world, device)


async def pry(world: World, device: Device) -> None:
    """Somebody asks for a file, by a name that they know from somewhere."""
    if world.attached:
        await files.pry(world, world.pick(world.people()), world.pick(sorted(world.attached)))


async def quietly(world: World, device: Device) -> None:
    """All records go, and then files may."""
    if device.on and device.signed_in:
        await travel.quietly(world, device)
        await upload(world, device)


async def time(world: World, device: Device) -> None:
    world.do(["pass", world.pick([40, 300, 300, 2_500, 6_000])])


async def weeks(world: World, device: Device) -> None:
    """Nobody looks at any of them for so long that what others wrote may have been taken back."""
    world.note("weeks pass")
    world.do(["pass", 15 * DAY])
    for one in world.devices.values():
        if one.on:
            world.set_clock(one, one.browser.skew)


async def clock(world: World, device: Device) -> None:
    """Somebody sets it, or it sets itself right."""
    skew = world.pick([0, 0, YEARS, -YEARS, 20 * DAY, -20 * DAY, 3 * MINUTES])
    world.note(device.name, "is", skew / DAY, "days off")
    world.set_clock(device, skew)


async def crash(world: World, device: Device) -> None:
    """At one of the next commits, before it or after it; or right now."""
    if world.random.random() < 0.7 and device.on:
        world.do(["dieAfter", device.name, world.random.randrange(8)])
        acts.some(world, device)
        world.do(["pass", 2_500])
    else:
        world.kill(device)


async def hide(world: World, device: Device) -> None:
    """The page says farewell, and is killed."""
    if device.on and device.signed_in:
        world.do(["leave", device.name])
        world.kill(device)


async def freeze(world: World, device: Device) -> None:
    """A phone puts a page to sleep with whatever it was at, a lock in its hand perhaps."""
    if device.on:
        world.freeze(device)


async def sign_out(world: World, device: Device) -> None:
    """Somebody signs out, whatever other pages are at."""
    if not device.on or not device.signed_in or world.words.elsewhere:
        return
    world.note("signs out on", device.name)
    device.signed_in = False
    world.do(["signOut", device.name], ["settle"])
    if device.on:
        invariants.after_signing_out(world, device)


async def start(world: World, device: Device) -> None:
    if device.frozen:
        world.thaw(device)
    elif not device.on:
        await world.open(device)
        world.do(["pass", world.pick([0, 6_000])])
        world.shown(device)
    elif not device.signed_in:
        await world.sign_in(device)


async def grants(world: World, device: Device) -> None:
    """A relation ends, or begins, while those whom it concerns go on writing."""
    tables, cast = world.server.tables(), world.server.cast
    what = world.pick(["bram", "joris", "sanne", "cora"])
    person = getattr(cast, what)
    concerned = [one for one in world.devices.values() if one.who == str(person.id)]
    for one in concerned:
        acts.some(world, one)
    invariants.goes_with_what_is_erased(world)
    world.note("grants of", what)
    if what == "sanne":
        row = next(iter(tables.active("membership", person_id=str(person.id))), None)
        await _toggled(world, row, changes.end_membership, partial(changes.enrol, person.id, cast.community.id))
    elif what == "cora":
        row = next(iter(tables.active("appointment", person_id=str(person.id), role="coordinator")), None)
        appoint = partial(changes.appoint, person.id, cast.programme.id, "coordinator")
        await _toggled(world, row, changes.end_appointment, appoint)
    else:
        seats = tables.active("coach_seat", person_id=str(person.id))
        here = {row["id"] for row in tables["coaching"] if row["community_id"] == str(cast.community.id)}
        row = next((row for row in seats if row["coaching_id"] in here), None)
        await _toggled(world, row, changes.end_seat, partial(changes.seat_coach, person.id, cast.community.id))
    for one in world.devices.values():
        one.ask_me = True
    for one in concerned:
        if world.random.random() < 0.5:
            await quietly(world, one)


async def _toggled(world: World, row: Row | None, end: Verb, begin: Verb) -> None:
    world.server.ms += 1
    await world.server.write(begin if row is None else lambda: end(row["id"]))


async def revoke(world: World, device: Device) -> None:
    """Signed out from elsewhere: what was read goes at once, and the sent-box with it."""
    if world.words.elsewhere:
        return
    world.note("revoked", device.name)
    await world.server.revoke(device.person)


async def purge(world: World, device: Device) -> None:
    world.note("purge")
    await world.server.purge()


async def erase(world: World, device: Device) -> None:
    """A record that somebody wrote, with what hangs on it."""
    tables = world.server.tables()
    written = sorted(row["id"] for row in tables["record"] if row["author"] == device.who)
    if not written:
        return
    id = world.pick(written)
    world.note("erased", id)
    world.erased |= {id, *(row["id"] for row in tables["record"] if (row["parent"], row["author"]) == (id, device.who))}
    invariants.goes_with_what_is_erased(world)
    await world.server.erase(id)


async def back_up(world: World, device: Device) -> None:
    world.note("backup")
    await world.server.back_up()


async def restore(world: World, device: Device) -> None:
    """What the copy lacks is on some device, or it is lost for good."""
    tables = world.server.tables()
    before, whole = invariants.stored(tables), files.on_the_server(world)
    if not await world.server.restore():
        return
    world.note("restored")
    invariants.stays_hidden(tables, world.server.tables())
    await invariants.erased(world)
    after = invariants.stored(world.server.tables())
    known = {(row["person"], row["mid"]) for row in world.server.tables()["applied"]}
    world.answers = {key: answer for key, answer in world.answers.items() if key in known}
    world.words.elsewhere |= before  # until it has all been handed in again, an older text may show
    world.words.given_up |= before - after - invariants.at_hand(world)
    world.gone |= whole - files.on_the_server(world) - files.on_devices(world)


FATES: dict[str, tuple[float, Fate]] = {
    "act": (40, act),
    "online": (30, online),
    "network": (12, network),
    "act amid": (10, act_amid),
    "turn": (6, turn),
    "quietly": (8, quietly),
    "upload": (8, upload),
    "photo": (8, photo),
    "pry": (1, pry),
    "time": (8, time),
    "weeks": (0.2, weeks),
    "clock": (1, clock),
    "crash": (2, crash),
    "hide": (1, hide),
    "freeze": (1, freeze),
    "sign out": (0.4, sign_out),
    "start": (6, start),
    "grants": (1, grants),
    "revoke": (0.3, revoke),
    "purge": (0.3, purge),
    "erase": (0.3, erase),
    "back up": (0.5, back_up),
    "restore": (0.4, restore),
}
# By the seed, some of it happens more often.
MOODS: list[dict[str, float]] = [
    {"turn": 20, "network": 30, "act amid": 20},
    {"grants": 10, "revoke": 2, "sign out": 2, "erase": 3, "quietly": 16},
    {"back up": 4, "restore": 2},
    {"clock": 10, "weeks": 3, "time": 16},
    {"crash": 10, "start": 20, "hide": 4, "freeze": 8},
]
