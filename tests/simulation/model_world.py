"""The model and its devices: what may come between them, and the invariants, which are looked at after each step."""

from copy import deepcopy

from tests.simulation.device import Device, Json
from tests.simulation.model import Server
from tests.simulation.words import Words, words_in

ROUNDS = 12  # in which every outbox is empty, once the network holds


class ModelWorld:
    def __init__(self, server: Server, devices: list[Device]) -> None:
        self.server, self.devices = server, devices
        self.words = Words()
        self.net: list[tuple[Device, Json, dict[str, Json] | None]] = []  # an answer carries what could be seen
        self.shared: dict[str, Json] = {}
        self.given_up: set[str] = set()
        self.answers: dict[str, Json] = {}
        self.copy: Server | None = None

    # ---- the network

    def serve(self, device: Device, body: Json, dies: int | None = None) -> None:
        before, shown, was = len(self.server.revisions), self._shown(), self._lies()
        answer = self.server.sync(device.person, body, dies)
        self._as_seen(before)
        self._allowed(device.person, was)
        now, held = self._shown(), words_in(*self.server.held.values())
        for id, words in shown.items():
            gone = words - now.get(id, set()) - held - self.words.removed - self.given_up
            assert not gone, f"I6: {sorted(gone)} vanished from {id}"
        self._kept()
        if answer is None:
            return
        seen = self.visible(device.person)
        self._arrived(device, body, answer)
        assert {r["id"] for r in answer["records"]} <= seen.keys(), "I2: an answer holds a hidden record"
        self.net.append((device, answer, seen))

    def receive(self, device: Device, answer: Json, seen: dict[str, Json]) -> None:
        if device.take_in(answer, whole=True) and not answer["more"] and not device.anew:
            assert device.confirmed.keys() == seen.keys(), "I2, I5: holds too much or too little"
            assert device.confirmed == seen, "I3: holds something else"
            for typed in (typed for typed in device.sent.values() if not typed.held):
                others = {w for w in words_in(typed.mutation["set"]) if self.words.author[w] != device.person}
                assert typed.mutation["id"] in seen or not others, "I2: the sent-box holds what is hidden"
        if answer["gen"] != f"g{self.server.gen}":  # it was under way during a restore, and drops what that has lost
            self.given_up |= device.given_up - words_in(*self.server.stored())

    # ---- the server

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
            if not any(device.outbox or device.anew for device in self.devices):
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

    def _lies(self) -> dict[str, tuple[str, str, bool]]:
        return {r.id: (r.rev, r.scope, r.deleted) for r in self.server.records.values()}

    def _allowed(self, person: str, was: dict[str, tuple[str, str, bool]]) -> None:
        """I8: nobody writes what they do not read; only its author moves a record, or deletes it."""
        for id, now in self._lies().items():
            before, author = was.get(id, now), self.server.records[id].author
            assert now == before or before[1] in self.server.grants[person], f"I8: {person} wrote to a hidden {id}"
            moved = now[1] != before[1] or (now[2] and not before[2])
            assert not moved or person == author, f"I8: {person} moved or deleted {id}, which is another's"

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
