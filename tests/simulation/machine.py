"""The state machine: whatever people, devices, network and server do, in any order, the invariants hold."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.simulation import acts, handover, invariants
from tests.simulation.beginning import lived_in
from tests.simulation.device import Device
from tests.simulation.episodes import EPISODES
from tests.simulation.world import DEVICES, Packet

who = st.integers(0, len(DEVICES) - 1)
pick = st.integers(0, 11)
limit = st.sampled_from([1000, 1000, 3, 1])
typing = st.sampled_from(sorted(acts.ACTS))


class ServerMachine(RuleBasedStateMachine):
    """A failure prints the steps that lead to it, the shortest that were found."""

    def __init__(self) -> None:
        super().__init__()
        self.world = lived_in()
        self.broken = False

    def device(self, number: int) -> Device:
        return self.world.devices[number]

    def _do(self, act: Callable[..., Any], *args: Any, **named: Any) -> None:
        try:
            act(*args, **named)
        except BaseException:
            self.broken = True
            raise

    def teardown(self) -> None:
        """When the steps are over, all becomes quiet and everything has its place."""
        try:
            if not self.broken:
                self.world.calm()
        finally:
            self.world.close()

    # ---- people

    @rule(who=who, what=typing, pick=pick, at=pick)
    def typed(self, who: int, what: str, pick: int, at: int) -> None:
        self._do(acts.ACTS[what], self.world, self.device(who), pick, at)

    @rule(one=st.sampled_from([0, 2]), what=typing, other=typing, at=pick)
    def typed_on_two_devices(self, one: int, what: str, other: str, at: int) -> None:
        """Of one person, both of which know of nothing but themselves."""
        for who, act in ((one, what), (one + 1, other)):
            self._do(acts.ACTS[act], self.world, self.device(who), at % 2, at)

    @rule(what=st.sampled_from(["seat", "seat", "membership", "mentoring", "coordinator"]), pick=pick)
    def people_change(self, what: str, pick: int) -> None:
        self._do(handover.change, self.world, what, pick)

    @rule(who=who, what=st.sampled_from(sorted(EPISODES)))
    def episode(self, who: int, what: str) -> None:
        self._do(EPISODES[what], self.world, who)

    # ---- the network

    @rule(who=who, limit=limit)
    def sync(self, who: int, limit: int) -> None:
        self._do(self.world.sync, self.device(who), limit=limit)

    @rule(who=who, limit=limit)
    def send(self, who: int, limit: int) -> None:
        self._do(self.world.send, self.device(who), limit=limit)

    @rule(who=who, scopes=st.integers(1, 3))
    def poked(self, who: int, scopes: int) -> None:
        """Only some scopes are pulled; for 3 none, as a page does that is being closed."""
        some = sorted(self.device(who).cursors)[::scopes]
        more: dict[str, Any] = {"pull": False} if scopes == 3 else {"only": some}
        self._do(self.world.sync, self.device(who), **more)

    @rule(who=who, pick=pick)
    def digest(self, who: int, pick: int) -> None:
        """Of any scope there is, also those of others."""
        names = sorted(row["name"] for row in self.world.tables()["scope"])
        self._do(invariants.digested, self.world, self.device(who), names[pick % len(names)])

    def requests(self) -> list[Packet]:
        return [packet for packet in self.world.net if not packet.answer]

    def answers(self) -> list[Packet]:
        return [packet for packet in self.world.net if packet.answer]

    @precondition(lambda self: self.requests())
    @rule(which=pick, fate=st.sampled_from(["once", "twice", "again later", "answer lost", "lost"]))
    def a_request_travels(self, which: int, fate: str) -> None:
        packet = self.requests()[which % len(self.requests())]
        if fate != "again later":
            self.world.net.remove(packet)
        for _ in range({"lost": 0, "twice": 2}.get(fate, 1)):
            self._do(self.world.arrive, packet)
        if fate == "answer lost":
            self.world.net.pop()

    @precondition(lambda self: self.answers())
    @rule(which=pick, lost=st.booleans())
    def an_answer_travels(self, which: int, lost: bool) -> None:
        packet = self.answers()[which % len(self.answers())]
        if lost:  # or cut short, which to a device is the same
            self.world.net.remove(packet)
        else:
            self._do(self.world.receive, packet)

    # ---- the server

    @rule(what=st.sampled_from(["purge", "back_up", "restore"]))
    def befallen(self, what: str) -> None:
        self._do(getattr(self.world, what))
