"""A page that is killed at one place of a story, started again, and left to finish: everything is where it belongs.

A story is cut in two ways: before and after each commit, and between any two tasks, which is at every `await`. What the
page had asked for when it died arrives at the server, or does not: both are tried.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from tests.crossing import invariants, travel
from tests.crossing.network import Json
from tests.crossing.world import Device, World
from tests.simulation.words import WORD

ANEW = 12  # places, and then a new world: what earlier cuts left behind makes each the slower


class Cut(Exception):
    """The page was killed."""


@dataclass
class Knife:
    """Hands orders on, and kills at the one place it was made for. What a story orders before is preparation."""

    world: World
    device: Device
    place: tuple[int, int]
    stage: int = 0
    tasks: int = 0  # of the stage that it cuts in

    def cut(self, *orders: list[Any]) -> None:
        raise NotImplementedError

    def after(self) -> tuple[int, int]:
        """The next place to try."""
        return self.place[0], self.place[1] + 1


class AtCommit(Knife):
    """At the so-and-so-many-th moment before or after a commit."""

    def cut(self, *orders: list[Any]) -> None:
        armed = [] if self.stage else [["dieAfter", self.device.name, self.place[1]]]
        self.stage += 1
        self.world.do(*armed, *orders)
        if not self.device.on:
            raise Cut
        self.world.settle(self.device)


class AtTask(Knife):
    """After so many tasks of one stage: that is, of what follows an order or an answer."""

    def cut(self, *orders: list[Any]) -> None:
        self.stage += 1
        if self.stage <= self.place[0]:
            self.world.do(*orders)
            self.world.settle(self.device)
            return
        name = self.device.name
        self.tasks = self.world.do(*orders, ["settle", self.place[1]], ["kill", name])[-2]
        raise Cut

    def after(self) -> tuple[int, int]:
        whole = self.tasks < self.place[1]
        return (self.place[0] + 1, 0) if whole else super().after()


Story = Callable[[World, Knife], Awaitable[None]]


async def everywhere(begun: Callable[[], Awaitable[World]], name: str, story: Story, knives: type[Knife]) -> int:
    """At how many places it was cut, each time twice."""
    place = (0, 0)
    for cuts in count():
        if cuts % ANEW == 0:
            world = await begun()
        for arrives in (False, True):
            knife = knives(world, world.devices[name], place)
            try:
                await story(world, knife)
            except Cut:
                world.note("cut at", place, "and what was asked", "arrives" if arrives else "is lost")
                await _finished(world, knife.device, arrives)
            else:
                return cuts
        place = knife.after()
    raise AssertionError


async def _turn(world: World, device: Device) -> Json:
    world.do(["pass", 6_000])
    if not device.signed_in:
        await world.sign_in(device)
    return await travel.quietly(world, device)


async def _finished(world: World, device: Device, arrives: bool) -> None:
    for packet in travel.of(world, device):
        world.net.remove(packet)
        if arrives:
            await travel.arrive(world, packet)
    device.on, world.pages = False, [500]
    world.settle(device)
    await world.open(device)
    outcomes = [await _turn(world, device) for _ in range(3)]  # the first may hear that its login has ended
    assert "failure" not in outcomes[-1], outcomes
    invariants.at_rest(world, device)
    invariants.kept(world)
    for row in world.server.tables()["record"]:
        for text in row["data"].values():
            words = WORD.findall(str(text))
            assert len(words) == len(set(words)), f"I4: a word stands twice in {text}"
