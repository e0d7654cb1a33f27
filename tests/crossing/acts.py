"""What people do on their devices: each is drawn by chance from what their screen shows, and may come to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from tests.crossing import files
from tests.crossing.network import Json
from tests.crossing.words import words_in

if TYPE_CHECKING:
    from tests.crossing.world import Device, World

ENOUGH = 8  # records on a screen: from then on few new ones are made
SPACE = UUID("6d616174-6a65-5000-8000-0000000000aa")
PROSE = {
    "goal": ["text", "why"],
    "step": ["text"],
    "checkin": ["note"],
    "logboek": ["depth", "next_own"],
    "reflection": ["text"],
    "comment": ["text"],
    "review": ["text"],
    "session": ["note"],
}
CHOICES: dict[str, dict[str, list[Any]]] = {
    "goal": {"state": ["open", "reached", "let_go"]},
    "logboek": {"mood": [1, 2, 3, 4, 5], "tool": ["yes", "bit", "no"]},
    "attendance": {"state": ["present", "absent", "late"]},
}
MOVES = {"goal": ["member:", "community:"], "reflection": ["mentor:"], "logboek": ["coaching:"]}

Order = list[Any]
Act = Callable[["World", "Device", Json], Order | None]


def to_begin_with(world: World) -> Iterator[Order]:
    """What several people write in, or read: a session, a logboek that is handed in, a goal that is shared."""
    cast, id = world.server.cast, str(uuid5(SPACE, "to begin with"))
    session = {"note": "begin", "kind": "community", "starts": "2026-03-02T14:00:00Z"}
    coaches = [str(cast.bram.id), str(cast.joris.id)]
    for device, kind, fields, scope in (
        ("bram1", "logboek", {"depth": "begin", "coaches": coaches}, f"coaching:{cast.coaching.id}"),
        ("sanne1", "goal", {"text": "begin"}, f"member:{cast.membership.id}:shared"),
    ):
        own = f"self:{world.devices[device].who}"
        yield ["act", device, "create", kind, own, fields, id := str(uuid5(SPACE, id))]
        yield ["act", device, "move", kind, id, scope]
    yield ["act", "bram1", "create", "session", f"agenda:{cast.community.id}", session]


def some(world: World, device: Device) -> None:
    for _ in range(world.random.randint(1, 3)):
        if device.on:
            perform(world, device)


def perform(world: World, device: Device, *around: Order, act: Act | None = None) -> None:
    """One act; `around` comes before it and is not waited for."""
    screen = world.screen(device)
    order = (act or ACTS[world.pick(sorted(ACTS))])(world, device, screen)
    if order is None:
        world.do(*around)
        return
    world.note(device.name, *order)
    value = world.do(*around, ["act", device.name, *order])[-1]
    if order[0] in ("insert", "change", "attach") and order[2] in world.erased:
        _goes_with_it(world, order)
    if order[0] in ("strike", "change", "remove"):
        world.words.removed |= words_in(value)
    if order[0] == "insert" and value is None:
        world.words.removed.add(order[4])  # nobody could type it
    if order[0] == "change" and around:
        world.words.removed |= _written_over(world, device, *order[2:])
    world.shown(device)


def _goes_with_it(world: World, order: Order) -> None:
    """Typed in what was erased meanwhile: before this step is over the page may have heard so, and stopped."""
    typed = words_in(order[3:])
    world.words.erased |= typed
    world.words.removed |= typed


def _written_over(world: World, device: Device, id: str, fields: Json) -> set[str]:
    """Where the last one counts: also what came in in the very moment in which somebody chose."""
    rows = [row for row in (world.screen(device) or {"outbox": []})["outbox"] if row["id"] == id]
    return words_in(*(row["baseFields"].get(key) for row in rows for key in fields if row["baseFields"]))


def create(world: World, device: Device, screen: Json) -> Order | None:
    """Something new, where this person may make it."""
    if len(screen["records"]) > ENOUGH and world.random.random() < 0.7:
        return None
    where = [(scope, kind) for scope, can in sorted(screen["scopes"].items()) for kind in sorted(can["write"])]
    places = [place for place in where if place[1] in MADE]
    if not places:
        return None
    scope, kind = world.pick(places)
    fields = MADE[kind](world, device, screen, scope)
    return None if fields is None else ["create", kind, scope, fields]


def insert(world: World, device: Device, screen: Json) -> Order | None:
    """One more word in a text, now and then in somebody else's."""
    record = _some(world, device, screen)
    if record is None:
        return None
    key = world.pick(PROSE[record["kind"]])
    return ["insert", record["kind"], record["id"], key, world.type(device), world.random.randrange(9)]


def strike(world: World, device: Device, screen: Json) -> Order | None:
    """A word is taken away on purpose."""
    record = _some(world, device, screen)
    if record is None:
        return None
    return ["strike", record["kind"], record["id"], world.pick(PROSE[record["kind"]]), world.random.randrange(9)]


def leave_field(world: World, device: Device, screen: Json) -> Order | None:
    record = _some(world, device, screen)
    return ["leaveField", record["kind"], record["id"], world.pick(PROSE[record["kind"]])] if record else None


def tap(world: World, device: Device, screen: Json) -> Order | None:
    """A value where the last one counts; a title is one too, and holds a word."""
    record = _some(world, device, screen, [*CHOICES, "session"])
    if record is None:
        return None
    if record["kind"] == "session":
        key = world.pick(["title", "place"])
        return ["change", "session", record["id"], {key: world.type(device)}]
    key = world.pick(sorted(CHOICES[record["kind"]]))
    return ["change", record["kind"], record["id"], {key: world.pick(CHOICES[record["kind"]][key])}]


def move(world: World, device: Device, screen: Json) -> Order | None:
    """Share, hand in, or take back."""
    record = _some(world, device, screen, list(MOVES), own=True)
    if record is None:
        return None
    back = f"self:{device.who}"
    wanted = MOVES[record["kind"]]
    shared = [scope for scope in sorted(screen["scopes"]) if any(scope.startswith(start) for start in wanted)]
    there = [scope for scope in shared if not scope.endswith(":record")]
    if record["scope"] != back:
        return ["move", record["kind"], record["id"], back]
    return ["move", record["kind"], record["id"], world.pick(there)] if there else None


def remove(world: World, device: Device, screen: Json) -> Order | None:
    record = _some(world, device, screen, own=True) if world.random.random() < 0.4 else None
    return ["remove", record["kind"], record["id"]] if record else None


def choose(world: World, device: Device, screen: Json) -> Order | None:
    """Settle the versions that wait: of each key one is taken, or the texts together."""
    waiting = [record for record in screen["records"] if record["siblings"]]
    if not waiting:
        return None
    record = world.pick(waiting)
    set: Json = {}
    for sibling in record["siblings"]:
        for key, value in sibling["set"].items():
            if key in PROSE.get(record["kind"], []):
                set[key] = f"{set.get(key, record['fields'].get(key, ''))} {value}"
            elif key != "deleted":
                set[key] = world.pick([value, record["fields"].get(key)])
    said = {key for sibling in record["siblings"] for key in sibling["set"]}
    offered = [record["fields"].get(key) for key in said] + [sibling["set"] for sibling in record["siblings"]]
    offered += [one["text"] for one in screen["typing"] if one["id"] == record["id"]]
    world.words.removed |= words_in(*offered) - words_in(set)
    return ["choose", record["kind"], record["id"], set, [sibling["mid"] for sibling in record["siblings"]]]


def discard(world: World, device: Device, screen: Json) -> Order | None:
    """What did not arrive is read and thrown away."""
    if not screen["held"] or world.random.random() < 0.5:
        return None
    draft = world.pick(screen["held"])
    world.words.removed |= words_in(draft["set"])
    return ["discard", draft["mid"]]


def attach(world: World, device: Device, screen: Json) -> Order | None:
    """A photo, with a network or without."""
    logboek = _some(world, device, screen, ["logboek"])
    return files.attach(world, device, logboek) if logboek else None


ACTS: dict[str, Act] = {
    "attach": attach,
    "choose": choose,
    "create": create,
    "discard": discard,
    "insert": insert,
    "insert again": insert,
    "insert more": insert,
    "leave field": leave_field,
    "move": move,
    "remove": remove,
    "strike": strike,
    "tap": tap,
    "tap again": tap,
    "move again": move,
}

# ---- what is new


def _prose(key: str, **more: object) -> Callable[[World, Device, Json, str], Json | None]:
    return lambda world, device, screen, scope: {key: world.type(device), **more}


def _logboek(world: World, device: Device, screen: Json, scope: str) -> Json:
    cast = world.server.cast
    return {"depth": world.type(device), "mood": 3, "coaches": [str(cast.bram.id), str(cast.joris.id)]}


def _beside(kind: str, parent: str, key: str, text: str, **more: object) -> Callable[..., Json | None]:
    """Something that hangs on a record that is shown."""

    def fields(world: World, device: Device, screen: Json, scope: str) -> Json | None:
        on = [r for r in screen["records"] if r["kind"] == parent and (kind != "comment" or r["scope"] == scope)]
        return {key: world.pick(on)["id"], text: world.type(device), **more} if on else None

    return fields


def _attendance(world: World, device: Device, screen: Json, scope: str) -> Json:
    session = str(uuid5(SPACE, str(world.random.randrange(2))))
    return {"session": session, "member": scope.split(":")[1], "state": world.pick(CHOICES["attendance"]["state"])}


def _receipt(world: World, device: Device, screen: Json, scope: str) -> Json | None:
    read = [r for r in screen["records"] if r["scope"] == scope and r["kind"] in ("goal", "logboek") and r["rev"]]
    return {"record": world.pick(read)["id"], "reader": device.who} if read else None


MADE: dict[str, Callable[[World, Device, Json, str], Json | None]] = {
    "goal": _prose("text"),
    "logboek": _logboek,
    "reflection": _prose("text"),
    "session": _prose("note", kind="community", starts="2026-03-02T14:00:00Z"),
    "step": _beside("step", "goal", "goal", "text"),
    "checkin": _beside("checkin", "goal", "goal", "note", outcome="busy"),
    "comment": _beside("comment", "logboek", "about", "text"),
    "review": _beside("review", "logboek", "logboek", "text", state="thanks"),
    "attendance": _attendance,
    "receipt": _receipt,
}


def _some(world: World, device: Device, screen: Json, kinds: list[str] | None = None, own: bool = False) -> Json | None:
    """A record that is shown: mostly one that this person may write in, and one of a few, so that people meet in it."""
    own = own or world.random.random() < 0.3
    stray = world.random.random() < 0.1
    among = [record for record in screen["records"] if record["kind"] in (kinds or PROSE)]
    found = [record for record in among if (_may_write(device, record) if not own else _is_own(device, record))]
    hot = sorted(among if stray and not own else found, key=lambda record: str(record["id"]))
    return world.pick(hot[:3] + hot[-2:]) if hot else None


def _is_own(device: Device, record: Json) -> bool:
    return bool(record["author"] == device.who)


def _may_write(device: Device, record: Json) -> bool:
    named = device.who in record["fields"].get("coaches", [])
    return _is_own(device, record) or named or record["kind"] in ("session", "attendance")
