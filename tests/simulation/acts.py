"""What people do on their devices. Each act is drawn by numbers, and does nothing where there is nothing to do."""

from collections.abc import Callable
from uuid import UUID, uuid5

from server.records.kinds import derived_id
from tests.simulation.device import PROSE, Device, Json
from tests.simulation.words import words_in
from tests.simulation.world import World

SPACE = UUID("6d616174-6a65-5000-8000-0000000000aa")
FIELDS = {"goal": ("text", "why"), "logboek": ("depth",), "session": ("note",), "checkin": ("note",)}
STATES = {"goal": ("open", "reached", "let_go"), "attendance": ("present", "absent", "late")}
MOVES = {"goal": ("member", "community"), "reflection": ("mentor",), "logboek": ("coaching",)}


def begin(world: World, device: Device, pick: int, at: int) -> None:
    """Something new, of any kind."""
    write(world, device, sorted(NEW)[pick % len(NEW)], at)


def write(world: World, device: Device, kind: str, pick: int) -> None:
    """Something new of this kind, where one like this device's owner would put it."""
    drawn = NEW[kind](world, device, pick)
    if drawn is None:
        return
    fields, scope, id = drawn
    device.queue(kind, id, fields, scope=scope)


def edit(world: World, device: Device, pick: int, at: int) -> None:
    """One more word in a text that is shown; now and then in one that is another's."""
    id = _chosen(world, device, pick, own=at % 4 > 0)
    if id is None:
        return
    kind, shown = device.kind(id), device.shown(id) or {}
    keys = FIELDS.get(kind, ("text",))
    key = keys[at % len(keys)]
    words = shown.get(key, "").split()
    words.insert(at % (len(words) + 1), world.words.typed_by(device.person))
    device.queue(kind, id, {key: " ".join(words)})


def strike(world: World, device: Device, pick: int, at: int) -> None:
    """A word is taken away on purpose."""
    id = _chosen(world, device, pick)
    shown = (device.shown(id) or {}) if id else {}
    keys = sorted(key for key in shown.keys() & PROSE if len(shown[key].split()) > 1)
    if id is None or not keys:
        return
    words = shown[keys[0]].split()
    world.words.removed.add(words.pop(at % len(words)))
    device.queue(device.kind(id), id, {keys[0]: " ".join(words)})


def tap(world: World, device: Device, pick: int, at: int) -> None:
    """A value out of a list, where the last one counts."""
    id = _chosen(world, device, pick, among=[id for id in device.all() if device.kind(id) in (*STATES, "logboek")])
    if id is None:
        return
    kind = device.kind(id)
    set = {"mood": at % 5 + 1} if kind == "logboek" else {"state": STATES[kind][at % 3]}
    device.queue(kind, id, set)


def delete(world: World, device: Device, pick: int, at: int) -> None:
    """What is seen of it may go. What somebody else adds meanwhile may not."""
    id = _chosen(world, device, pick, own=pick % 3 > 0)
    if id is None:
        return
    world.words.removed |= words_in(device.shown(id))
    device.queue(device.kind(id), id, {"deleted": True})


def move(world: World, device: Device, pick: int, at: int) -> None:
    """Share, hand in, or take back; now and then what may not be moved."""
    movable = [id for id in device.all() if device.kind(id) in MOVES]
    id = _chosen(world, device, pick, movable, own=at % 5 > 0)
    if id:
        _move(world, device, id, at)


def move_one(world: World, device: Device, kind: str, at: int) -> None:
    """The newest of one's own of this kind."""
    id = _chosen(world, device, 0, [id for id in device.all() if device.kind(id) == kind])
    if id:
        _move(world, device, id, at)


def _move(world: World, device: Device, id: str, at: int) -> None:
    kind, own = device.kind(id), f"self:{device.person}"
    lies = device.confirmed[id]["scope"] if id in device.confirmed else own
    wanted = MOVES[kind][at % len(MOVES[kind])]
    to = own if lies != own else _scope(world, device, wanted, at)
    made = device.queue(kind, id, {}, scope=to)
    if to != own:
        world.shared[made["mid"]] = device.shown(id) or {}


def choose(world: World, device: Device, pick: int, at: int) -> None:
    """Settle the versions that wait: the words of all of them."""
    waiting = [id for id, record in device.confirmed.items() if record["siblings"] and device.shown(id) is not None]
    id = _chosen(world, device, pick, waiting)
    if id is None:
        return
    shown, siblings = device.shown(id) or {}, device.confirmed[id]["siblings"]
    texts: Json = {}
    for sibling in siblings:
        for key in sibling["set"].keys() & PROSE:
            before = str(texts.get(key, shown.get(key, ""))).split()
            texts[key] = " ".join([*before, *(w for w in sibling["set"][key].split() if w not in before)])
    device.queue(device.kind(id), id, texts, resolves=[sibling["mid"] for sibling in siblings])


def rescue(world: World, device: Device, pick: int, at: int) -> None:
    """The words of a held draft in a goal of one's own; or the draft is thrown away."""
    held = world.call(device, "GET", "/api/held").json()["held"]
    if not held:
        return
    draft = held[pick % len(held)]
    if pick % 3 == 0:
        assert world.call(device, "DELETE", f"/api/held/{draft['mid']}").status_code == 204
        world.words.removed |= words_in(draft["set"])
        return
    words = " ".join(sorted(words_in(draft["set"]))) or world.words.typed_by(device.person)
    device.queue("goal", _id(device), {"text": words}, scope=f"self:{device.person}", resolves=[draft["mid"]])


# ---- what is new

New = tuple[Json, str, str] | None


def _prose(kind: str, key: str, **more: object) -> Callable[[World, Device, int], New]:
    """A record of one's own."""

    def new(world: World, device: Device, pick: int) -> New:
        return {key: world.words.typed_by(device.person), **more}, f"self:{device.person}", _id(device)

    return new


def _logboek(world: World, device: Device, pick: int) -> New:
    coaches = [device.person, str(world.cast.joris.id)][: 1 + pick % 2]
    fields = {"depth": world.words.typed_by(device.person), "mood": 3, "coaches": coaches}
    return fields, f"self:{device.person}", _id(device)


def _beside_goal(kind: str) -> Callable[[World, Device, int], New]:
    def new(world: World, device: Device, pick: int) -> New:
        goal = _chosen(world, device, pick, [id for id in device.all() if device.kind(id) == "goal"])
        if goal is None:
            return None
        word = world.words.typed_by(device.person)
        rest = {"text": word} if kind == "step" else {"outcome": "busy", "note": word}
        return {"goal": goal} | rest, f"self:{device.person}", _id(device)

    return new


def _session(world: World, device: Device, pick: int) -> New:
    note = world.words.typed_by(device.person)
    fields = {"kind": "community", "starts": "2026-03-02T14:00:00Z", "note": note}
    return fields, _scope(world, device, "agenda", pick), _id(device)


def _attendance(world: World, device: Device, pick: int) -> New:
    known = [scope for scope in sorted(device.cursors) if scope.endswith(":record")]
    scope = known[0] if known else f"member:{world.cast.membership.id}:record"
    parts = {"session": str(uuid5(SPACE, str(pick % 2))), "member": scope.split(":")[1]}
    return parts | {"state": "present"}, scope, derived_id("attendance", list(parts.values()))


def _about(kind: str, key: str) -> Callable[[World, Device, int], New]:
    """A comment on, or a review of, something that others put here."""

    def new(world: World, device: Device, pick: int) -> New:
        shared = [id for id, r in device.confirmed.items() if r["kind"] in ("logboek", "goal") and not r["deleted"]]
        id = _chosen(world, device, pick, shared, own=False)
        if id is None:
            return None
        state = {"state": ("thanks", "question", "done")[pick % 3]} if kind == "review" else {}
        fields = {key: id, "text": world.words.typed_by(device.person)} | state
        return fields, device.confirmed[id]["scope"], _id(device)

    return new


def _receipt(world: World, device: Device, pick: int) -> New:
    read = [id for id, r in device.confirmed.items() if r["kind"] == "logboek"]
    id = _chosen(world, device, pick, read, own=False)
    if id is None:
        return None
    record = device.confirmed[id]
    fields = {"record": id, "reader": device.person, "rev": record["rev"]}
    return fields, record["scope"], derived_id("receipt", [id, device.person])


NEW: dict[str, Callable[[World, Device, int], New]] = {
    "goal": _prose("goal", "text"),
    "logboek": _logboek,
    "reflection": _prose("reflection", "text"),
    "step": _beside_goal("step"),
    "checkin": _beside_goal("checkin"),
    "session": _session,
    "attendance": _attendance,
    "comment": _about("comment", "about"),
    "review": _about("review", "logboek"),
    "receipt": _receipt,
}

ACTS: dict[str, Callable[[World, Device, int, int], None]] = {
    "begin": begin,
    "choose": choose,
    "delete": delete,
    "edit": edit,
    "edit again": edit,
    "edit once more": edit,
    "move": move,
    "move again": move,
    "rescue": rescue,
    "strike": strike,
    "tap": tap,
}

# ---- what is there


def _chosen(world: World, device: Device, pick: int, among: list[str] | None = None, own: bool = True) -> str | None:
    """One of those that are shown, the newest for 0; by default of those that this person may write."""
    shown = device.all() if among is None else among
    written = [id for id in shown if device.kind(id) not in ("person", "template", "receipt")]
    mine = [id for id in written if _is_own(device, id)]
    found = (mine or written) if own else written
    return found[-1 - pick % len(found)] if found else None


def _is_own(device: Device, id: str) -> bool:
    record = device.confirmed.get(id)
    return record is None or record["author"] == device.person or record["kind"] == "session"


def _scope(world: World, device: Device, kind: str, pick: int) -> str:
    """The first scope of this kind that the device reads; now and then one that may be another's."""
    cast = world.cast
    foreign = {
        "member": f"member:{cast.membership.id}:shared",
        "community": f"community:{cast.community.id}",
        "agenda": f"agenda:{cast.other_community.id}",
        "coaching": f"coaching:{cast.coaching.id}",
        "mentor": f"mentor:{cast.bram.id}",
    }
    read = [s for s in sorted(device.cursors) if s.startswith(f"{kind}:") and not s.endswith(":record")]
    return foreign[kind] if not read or pick % 7 == 6 else read[pick % len(read)]


def _id(device: Device) -> str:
    return str(uuid5(SPACE, f"{device.name} {device.made}"))
