"""Photos that coaches attach: on the device first, whole on the server in the end, and open to nobody else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from tests.crossing.network import Json
from tests.files.samples import jpeg, sha256
from tests.simulation.oracle import visible

if TYPE_CHECKING:
    from tests.crossing.world import Device, World

PIECE = 64  # bytes, as the simulator cuts them too: a small picture has one to four


def attach(world: World, device: Device, logboek: Json) -> list[Any]:
    """A new photo, or one that somebody had already; what is said of it goes with the record and waits for no byte."""
    known = list(world.attached.values()) if world.random.random() < 0.3 else []
    data = world.pick(known) if known else jpeg(8, 8, scan=world.random.randbytes(world.pick([3, 40, 120, 180])))
    world.attached[sha256(data)] = data
    return ["attach", "logboek", logboek["id"], data.hex(), world.type(device)]


# ---- where they are


def kept(world: World) -> None:
    """I1: what a record names is whole somewhere: with the server, or on a device that can bring it."""
    disks = _disks(world)
    lost = _named(world, disks) - on_the_server(world) - _whole_in(disks) - world.gone
    assert not lost, f"I1: the bytes of {lost} are lost"


def on_the_server(world: World) -> set[str]:
    return {row["hash"] for row in world.server.tables()["upload"] if row["done_at"]}


def on_devices(world: World) -> set[str]:
    """Whole, to the byte, and known to be wanted."""
    return _whole_in(_disks(world))


def _disks(world: World) -> list[Json]:
    return [world.keeps(device).get(f"maatje-{device.who}", {}) for device in world.disks()]


def _whole_in(disks: list[Json]) -> set[str]:
    return {row["hash"] for disk in disks for row in disk.get("files", []) if _whole(disk, row["hash"])}


def _whole(disk: Json, hash: str) -> bool:
    pieces = sorted((row["index"], row["data"]) for row in disk["pieces"] if row["hash"] == hash)
    return hashlib.sha256(bytes.fromhex("".join(data for _, data in pieces))).hexdigest() == hash


def _named(world: World, disks: list[Json]) -> set[str]:
    """By what is on the server, and by what waits to go there."""
    fields = [row["data"] for row in world.server.tables()["record"] if not row["deleted"]]
    rows = [row for disk in disks for row in disk.get("outbox", []) if row["id"] not in world.erased]
    return _in(*fields, *(row["mutation"]["set"] for row in rows))


def _in(*fields: Json) -> set[str]:
    """The hashes of the files that these name."""
    values = [value for one in fields for key, value in one.items() if key.startswith("file.")]
    return {value["hash"] for value in values if value}


# ---- who may open them


async def pry(world: World, person: str, hash: str) -> int:
    """I2: whoever asks for bytes gets those that they sent, or that a record names which they read; else nothing."""
    answer = await world.server.ask(person, f"/api/files/{hash}")
    assert answer.status_code in (200, 404), answer.text
    if answer.status_code == 200:
        assert hash in _readable(world, person), f"I2: {person} can open {hash}, which no record of theirs names"
        assert answer.content == world.attached[hash], f"I1: {hash} holds other bytes than its name says"
    return int(answer.status_code)


def _readable(world: World, person: str) -> set[str]:
    tables = world.server.tables()
    sent = {row["hash"] for row in tables["upload"] if row["person"] == person and row["done_at"]}
    return sent | _seen(world, person)


def _seen(world: World, person: str) -> set[str]:
    records = visible(world.server.tables(), person).values()
    return _in(*(one for row in records for one in (row["fields"], *(sibling["set"] for sibling in row["siblings"]))))


async def in_the_end(world: World) -> None:
    """I1, I2: at rest every file that somebody is told of opens for them, and for them alone."""
    kept(world)
    for person in world.people():
        for hash in sorted(world.attached):
            status = await pry(world, person, hash)
            told = hash in _seen(world, person) - world.gone
            assert status == 200 or not told, f"I7: {person} is told of {hash}, and it never comes"
