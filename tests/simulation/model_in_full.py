"""Every state of the model that so many steps can lead to: 2 devices, 1 record, 2 scopes, whatever may come between.

Breadth first. Each new state is also left to itself: whatever has happened so far, all has to come to its place. Of a
device everything lies on its disk, so that to be killed is for it the same as to lose its answers.
"""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from tests.simulation.device import Device, Json
from tests.simulation.model import Server
from tests.simulation.model_state import state_of
from tests.simulation.model_world import ModelWorld
from tests.simulation.words import words_in

RECORD, GROUP = "r1", "group:1"
UNDER_WAY = 2  # packets of one device, at most: the second may overtake the first, or say the same again
PAGES = (50, 1)  # rows in an answer: the second device reads one at a time

Step = Callable[[], object]
Path = tuple[str, ...]


def search(begin: Callable[[], "Small"], depth: int) -> list[int]:
    """How many states there are at each depth. Raises, with the way there, at the first promise that is broken."""
    world = begin()
    front: list[tuple[Path, bytes]] = [((), pickle.dumps(world))]
    known, counts = {state_of(world)}, [1]
    for left in reversed(range(depth)):
        found = list(_new(front, known, keep=left > 0))
        counts.append(len(found))
        front = found
    return counts


def _new(front: list[tuple[Path, bytes]], known: set[bytes], keep: bool) -> Iterator[tuple[Path, bytes]]:
    """The states one step further that were not known yet; kept to go on from, if that is wanted."""
    for path, kept in front:
        for number in range(len(_steps(pickle.loads(kept)))):
            world = pickle.loads(kept)
            name, step = _steps(world)[number]
            with _told((*path, name)):
                step()
                state = state_of(world)
                if state in known:
                    continue
                known.add(state)
                yield (*path, name), pickle.dumps(world) if keep else b""
                world.calm()


def _steps(world: "Small") -> list[tuple[str, Step]]:
    return list(world.steps())


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except AssertionError as broken:
        broken.add_note(f"after {', '.join(path)}")
        raise


class Small(ModelWorld):
    """One record, of the first device's person."""

    def __init__(self, *people: str) -> None:
        server = Server(grants={person: {f"self:{person}": 0, GROUP: 0} for person in people})
        super().__init__(server, [Device(f"d{number}", person) for number, person in enumerate(people)])
        self.typed = [0 for _ in people]

    def steps(self) -> Iterator[tuple[str, Step]]:
        """All that can happen now, each with its name."""
        for number, device in enumerate(self.devices):
            for name, step in self._acts(number, device):
                yield f"{device.name} {name}", step
        for place, (device, body, seen) in enumerate(self.net):
            for name, step in self._travels(place, body, seen is not None):
                yield f"{device.name}'s {name}", step
        yield from self._fates()

    def _acts(self, number: int, device: Device) -> Iterator[tuple[str, Step]]:
        if sum(other is device for other, _, _ in self.net) < UNDER_WAY:
            yield "sends", partial(self.send, number)
        if device.shown(RECORD) is None:
            return
        yield "types", partial(self.type, number)
        if device.person == self.devices[0].person:
            yield "shares", partial(self.move, device, GROUP)
            yield "takes back", partial(self.move, device, f"self:{device.person}")
            yield "deletes", partial(self.delete, device)

    def _travels(self, place: int, body: Json, is_answer: bool) -> Iterator[tuple[str, Step]]:
        if is_answer:
            yield "answer is lost", partial(self.net.pop, place)
            yield "answer is home", partial(self.home, place)
            return
        yield "request is lost", partial(self.net.pop, place)
        yield "request is taken", partial(self.taken, place)
        if len(body["mutations"]) > 1:
            yield "request kills the server half way", partial(self.taken, place, 1)

    def _fates(self) -> Iterator[tuple[str, Step]]:
        yield "a grant changes", self.change_grant
        if any(place.state == "out" and scope == GROUP for (scope, _), place in self.server.placed.items()):
            yield "what left is forgotten", partial(self.server.clear_away, GROUP)
        if self.copy is not None:
            yield "the server is restored", self.restore

    # ---- steps

    def type(self, number: int) -> None:
        """The same steps in another order are the same words."""
        device = self.devices[number]
        word = f"zq{number}{self.typed[number]:04d}"
        self.typed[number] += 1
        self.words.author[word] = device.person
        text = (device.shown(RECORD) or {}).get("text", "")
        device.queue("goal", RECORD, {"text": f"{text} {word}".strip()})

    def move(self, device: Device, scope: str) -> None:
        mutation = device.queue("goal", RECORD, {}, scope=scope)
        if scope == GROUP:
            self.shared[mutation["mid"]] = device.shown(RECORD) or {}

    def delete(self, device: Device) -> None:
        self.words.removed |= words_in(device.shown(RECORD))
        device.queue("goal", RECORD, {"deleted": True})

    def send(self, number: int) -> None:
        device = self.devices[number]
        self.net.append((device, device.request(PAGES[number]), None))

    def taken(self, place: int, dies: int | None = None) -> None:
        device, body, _ = self.net.pop(place)
        self.serve(device, body, dies)

    def home(self, place: int) -> None:
        device, answer, seen = self.net.pop(place)
        self.receive(device, answer, seen or {})

    def change_grant(self) -> None:
        """Of the second device's person: it ends, or begins again."""
        grants = self.server.grants[self.devices[1].person]
        self.server.now += 1
        if grants.pop(GROUP, None) is None:
            grants[GROUP] = self.server.now


# ---- where it begins


def shared() -> Small:
    """Both have read it."""
    return _begun(GROUP, "p1", "p2")


def own() -> Small:
    """Somebody's phone and laptop."""
    return _begun("self:p1", "p1", "p1")


def backed_up() -> Small:
    """As shared; since the copy was made each has added a word."""
    world = shared()
    world.back_up()
    for number in (0, 1):
        world.type(number)
        world.calm()
    return world


BEGINNINGS = (shared, own, backed_up)


def _begun(scope: str, *people: str) -> Small:
    world = Small(*people)
    first = world.devices[0]
    world.words.author["zq00000"], world.typed[0] = first.person, 1
    first.queue("goal", RECORD, {"text": "zq00000"}, scope=scope)
    world.calm()
    world.calm()  # the other has read it too
    return world
