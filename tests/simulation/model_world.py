"""The model under faults: one seed decides each step, and the invariants are looked at after each."""

import random
from collections.abc import Callable
from copy import deepcopy

from tests.simulation.device import Device, Json
from tests.simulation.model import Server
from tests.simulation.words import Words, words_in

PEOPLE = ("p1", "p2", "p3")
GROUPS = ("group:1", "group:2")
STEPS = {"edit": 22, "create": 5, "share": 7, "back": 5, "send": 22, "travel": 34, "grant": 5, "clear": 3, "back_up": 1,
         "restore": 1}  # fmt: skip
ROUNDS = 12


class ModelWorld:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.server = Server(grants={person: {f"self:{person}": 0} for person in PEOPLE})
        for person in PEOPLE:
            self.server.grants[person][self.chance.choice(GROUPS)] = 0
        self.devices = [Device(f"d{n}", PEOPLE[n % 3]) for n in range(4)]
        self.words = Words()
        self.net: list[tuple[Device, Json, dict[str, Json] | None]] = []  # an answer carries what could be seen
        self.shared: dict[str, Json] = {}
        self.given_up: set[str] = set()
        self.answers: dict[str, Json] = {}
        self.copy: Server | None = None
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

    def _move(self, to: Callable[[Device], str]) -> None:
        device = self.chance.choice(self.devices)
        own = [id for id, record in device.confirmed.items() if record["author"] == device.person]
        if not own:
            return
        id, scope = self.chance.choice(own), to(device)
        mutation = device.queue("goal", id, {}, scope=scope)
        if not scope.startswith("self:"):
            self.shared[mutation["mid"]] = device.shown(id) or {}

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

    def serve(self, device: Device, body: Json, dies: int | None = None) -> None:
        before, shown = len(self.server.revisions), self._shown()
        answer = self.server.sync(device.person, body, dies)
        self._as_seen(before)
        now, held = self._shown(), words_in(*self.server.held.values())
        for id, words in shown.items():
            gone = words - now.get(id, set()) - held - self.words.removed
            assert not gone, f"I6: {sorted(gone)} vanished from {id}"
        self._kept()
        if answer is None:
            return
        seen = self.visible(device.person)
        self._arrived(device, body, answer)
        assert {r["id"] for r in answer["records"]} <= seen.keys(), "I2: an answer holds a hidden record"
        self.net.append((device, answer, seen))

    def receive(self, device: Device, answer: Json, seen: dict[str, Json]) -> None:
        if device.take_in(answer, whole=True) and not answer["more"]:
            assert device.confirmed.keys() == seen.keys(), "I2, I5: holds too much or too little"
            assert device.confirmed == seen, "I3: holds something else"
            for typed in (typed for typed in device.sent.values() if not typed.held):
                others = {w for w in words_in(typed.mutation["set"]) if self.words.author[w] != device.person}
                assert typed.mutation["id"] in seen or not others, "I2: the sent-box holds what is hidden"

    # ---- the server

    def grant(self) -> None:
        """Given, or taken away, or both with nothing in between."""
        grants, scope = self.server.grants[self.chance.choice(PEOPLE)], self.chance.choice(GROUPS)
        self.server.now += 1
        if grants.pop(scope, None) is None:
            grants[scope] = self.server.now

    def clear(self) -> None:
        self.server.clear_away(self.chance.choice(GROUPS))

    def back_up(self) -> None:
        self.copy = deepcopy(self.server)

    def restore(self) -> None:
        if self.copy is None:
            return
        before, gen, grants, now = words_in(*self.server.stored()), self.server.gen, self.server.grants, self.server.now
        self.server, self.copy = self.copy, None
        self.server.gen, self.server.grants, self.server.now = gen + 1, grants, now
        gone = before - words_in(*self.server.stored())
        self.answers = {mid: a.result for (_, mid), a in self.server.applied.items()}
        self.given_up |= gone & {word for device in self.devices for word in device.given_up}

    def calm(self) -> None:
        self.net = []
        for _ in range(ROUNDS):
            for device in self.devices:
                self.serve(device, device.request(50))
                self.receive(*self._last())
            if not any(device.outbox for device in self.devices):
                break
        else:
            raise AssertionError("I7: an outbox is never empty")
        lost = self.words.wanted() - words_in(*self.server.stored()) - self.given_up
        assert not lost, f"I1: {sorted(lost)} came nowhere"

    def _last(self) -> tuple[Device, Json, dict[str, Json]]:
        device, answer, seen = self.net.pop()
        return device, answer, seen or {}

    # ---- what is so

    def visible(self, person: str) -> dict[str, Json]:
        records = self.server.records.values()
        return {r.id: r.shown() for r in records if r.scope in self.server.grants[person]}

    def _shown(self) -> dict[str, set[str]]:
        return {r.id: words_in(r.fields, r.siblings) for r in self.server.records.values()}

    def _kept(self) -> None:
        boxes = [typed.mutation["set"] for d in self.devices for typed in d.outbox.values()]
        late = [d for d in self.devices if d.gen != f"g{self.server.gen}"]
        boxes += [typed.mutation["set"] for d in late for typed in d.sent.values()]
        lost = self.words.wanted() - words_in(*self.server.stored(), *boxes) - self.given_up
        assert not lost, f"I1: {sorted(lost)} lost"

    def _arrived(self, device: Device, body: Json, answer: Json) -> None:
        """I4: what came before is answered as it was; I6: what was taken in just now is shown."""
        shown, held = self._shown(), words_in(*self.server.held.values())
        for mutation in body["mutations"] if not answer["stale"] else []:
            mid, result = mutation["mid"], answer["results"][mutation["mid"]]
            if mid in self.answers:
                assert self.answers[mid] == result, f"I4: {mid} is answered in another way"
            elif result["status"] != "held":
                gone = words_in(mutation["set"]) & self.words.wanted() - shown[mutation["id"]] - held
                assert not gone, f"I6: {sorted(gone)} was taken in and is shown nowhere"
            self.answers[mid] = result

    def _as_seen(self, before: int) -> None:
        """I11, by the whole record that a move leaves in the history."""
        for id, rev, mid, set in self.server.revisions[before:]:
            moved = self.server.records[id].written["scope"] == int(rev.split(".")[1])
            assert not moved or set == self.shared.get(mid, set), "I11: shared what was not seen"
