"""The model under faults: one seed decides each step."""

import random
from collections.abc import Callable

from tests.simulation.device import Device
from tests.simulation.model import Server
from tests.simulation.model_world import ModelWorld
from tests.simulation.words import words_in

PEOPLE = ("p1", "p2", "p3")
GROUPS = ("group:1", "group:2")
STEPS = {"edit": 22, "create": 5, "share": 7, "back": 5, "delete": 2, "send": 22, "travel": 34, "grant": 5, "clear": 3,
         "back_up": 1, "restore": 1}  # fmt: skip


class ByChance(ModelWorld):
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        server = Server(grants={person: {f"self:{person}": 0} for person in PEOPLE})
        for person in PEOPLE:
            server.grants[person][self.chance.choice(GROUPS)] = 0
        super().__init__(server, [Device(f"d{n}", PEOPLE[n % 3]) for n in range(4)])
        self.made = 0

    def run(self, steps: int) -> None:
        names = self.chance.choices(list(STEPS), list(STEPS.values()), k=steps)
        for name in names:
            getattr(self, name)()
        self.calm()

    # ---- people

    def edit(self) -> None:
        device = self.chance.choice(self.devices)
        ids = device.all()
        if not ids:
            return
        id = self.chance.choice(ids)
        shown, set = device.shown(id) or {}, {}
        for key in self.chance.choice([["text"], ["why"], ["text", "why"]]):
            words = shown.get(key, "").split()
            if words and self.chance.random() < 0.15:
                self.words.removed.add(words.pop(self.chance.randrange(len(words))))
            else:
                words.insert(self.chance.randint(0, len(words)), self.words.typed_by(device.person))
            set[key] = " ".join(words)
        device.queue("goal", id, set)

    def create(self) -> None:
        device = self.chance.choice(self.devices)
        scope = self.chance.choice(sorted(device.cursors) or [f"self:{device.person}"])
        self.made += 1
        device.queue("goal", f"r{self.made}", {"text": self.words.typed_by(device.person)}, scope=scope)

    def share(self) -> None:
        self._move(lambda device: self.chance.choice(GROUPS))

    def back(self) -> None:
        self._move(lambda device: f"self:{device.person}")

    def delete(self) -> None:
        """What is seen of it may go."""
        device = self.chance.choice(self.devices)
        own = self._own(device)
        if own:
            id = self.chance.choice(own)
            self.words.removed |= words_in(device.shown(id))
            device.queue("goal", id, {"deleted": True})

    def _move(self, to: Callable[[Device], str]) -> None:
        device = self.chance.choice(self.devices)
        own = self._own(device) if self.chance.random() < 0.9 else [id for id in device.all() if id in device.confirmed]
        if not own:
            return
        id, scope = self.chance.choice(own), to(device)
        mutation = device.queue("goal", id, {}, scope=scope)
        if not scope.startswith("self:"):
            self.shared[mutation["mid"]] = device.shown(id) or {}

    def _own(self, device: Device) -> list[str]:
        shown = [id for id in device.all() if id in device.confirmed]
        return [id for id in shown if device.confirmed[id]["author"] == device.person]

    # ---- the network

    def send(self) -> None:
        device = self.chance.choice(self.devices)
        if sum(other is device for other, _, _ in self.net) < 3:
            self.net.append((device, device.request(self.chance.choice([1, 3, 50])), None))

    def travel(self) -> None:
        """Whatever is under way arrives, is lost, or arrives and stays to come again."""
        if not self.net:
            return
        at, fate = self.chance.randrange(len(self.net)), self.chance.random()
        device, body, seen = self.net[at]
        if fate < 0.9 or seen is not None:
            self.net.pop(at)
        if fate < 0.1:
            return
        if seen is not None:
            self.receive(device, body, seen)
            return
        dies = self.chance.randrange(len(body["mutations"]) + 1) if self.chance.random() < 0.08 else None
        self.serve(device, body, dies)

    # ---- the server

    def grant(self) -> None:
        """Given, or taken away, or both with nothing in between."""
        grants, scope = self.server.grants[self.chance.choice(PEOPLE)], self.chance.choice(GROUPS)
        self.server.now += 1
        if grants.pop(scope, None) is None:
            grants[scope] = self.server.now

    def clear(self) -> None:
        self.server.clear_away(self.chance.choice(GROUPS))
