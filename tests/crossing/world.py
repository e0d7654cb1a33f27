"""Devices, network and server under one seed: what happens next, and what must be so after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from server.people.models import Person
from tests.crossing import acts, files, invariants, travel
from tests.crossing.network import PAGES, Json, Packet
from tests.crossing.node import Node
from tests.crossing.server import START, Server
from tests.crossing.words import WORD, Words

YEARS = 10 * 365 * 86_400_000
MINUTES = 60_000
CAST = {"sanne1": 0, "sanne2": -YEARS, "bram1": 0, "bram2": 3 * MINUTES, "cora1": YEARS, "joris1": -MINUTES}
TWO = ("sanne1", "bram1")  # on these a second page is opened now and then, beside the first
ROUNDS = 12  # in which every outbox is empty then


@dataclass
class Browser:
    """What the pages of one device share."""

    person: Person
    skew: int  # ms that its clock is off
    cookie: str = ""
    clearing: bool = False  # a page was killed over it: the next page goes on
    asked: int = 0  # the number of its latest request
    contact: float = float("inf")  # when it last had an answer to that, by its own clock
    snapshots: list[set[str]] = field(default_factory=list)  # ids that its person could see, as answered lately

    def remember(self, packet: Packet, reply: Json | None, now: float) -> None:
        """When an answer comes in, and what its person could see when it was made."""
        if packet.path == "/api/sync" and reply is packet.reply and packet.reply and packet.reply["status"] == 200:
            self.contact = now + self.skew if packet.number == self.asked else self.contact
        self.snapshots = [*self.snapshots[-9:], packet.seen] if packet.seen else self.snapshots


@dataclass
class Device:
    """A device, as one has it before one: through one page that is open on it, or can be."""

    name: str
    browser: Browser
    on: bool = False
    frozen: bool = False  # it stands still, and comes back or does not
    unaware: bool = False  # a page beside it was killed, and may not have said what it had written
    signed_in: bool = False
    ask_me: bool = True  # whether the next turn also asks who one is

    @property
    def person(self) -> Person:
        return self.browser.person

    @property
    def who(self) -> str:
        return str(self.person.id)


class World:
    def __init__(self, node: Node, server: Server, seed: int, steps: int, bug: str = "") -> None:
        self.node, self.server, self.seed, self.steps, self.bug = node, server, seed, steps, bug
        self.random = Random(seed)
        self.words = Words()
        self.net: list[Packet] = []
        self.log: list[str] = []
        self.answers: dict[tuple[str, str], Json] = {}  # (person, mid) → the first answer
        self.shared: dict[str, set[str]] = {}  # mid of a move → the words that its author saw
        self.devices: dict[str, Device] = {}
        self.erased: set[str] = set()  # ids
        self.attached: dict[str, bytes] = {}  # hash → the bytes of a photo
        self.gone: set[str] = set()  # of these: no backup and no device has them any more
        self.outcomes: list[Json] = []  # of turns, the latest last
        self.pages = PAGES
        self.now = float(START)
        self.mishaps = 0  # messages that were lost, came late, twice, or cut

    async def begin(self) -> None:
        pages = {name: [name, f"{name}+"] if name in TWO else [name] for name in CAST}
        made = [{"skew": CAST[name], "locks": self.random.random() < 0.5, "pages": pages[name]} for name in CAST]
        self.node.order(["begin", self.node.page(self.bug), self.seed, START, made])
        for name in CAST:
            browser = Browser(getattr(self.server.cast, name[:-1]), CAST[name])
            self.devices |= {page: Device(page, browser) for page in pages[name]}
            await self.open(self.devices[name])
            await travel.quietly(self, self.devices[name])
        for order in acts.to_begin_with(self):
            self.do(order)
        for device in self.disks():
            await travel.quietly(self, device)

    def pick(self, some: list[Any]) -> Any:
        return self.random.choice(some)

    def note(self, *what: object) -> None:
        self.log.append(" ".join(map(str, what)))

    # ---- devices

    def do(self, *orders: list[Any]) -> list[Any]:
        """What the simulator answers to each; what left the devices meanwhile is on its way then."""
        told = self.node.order(*orders)
        passed, self.now = told["now"] > self.now, told["now"]
        self.server.ms = max(self.server.ms, self.now)
        assert not told["faults"], told["faults"]
        for call in told["calls"]:
            assert call["path"] != "/api/digest", f"I3: a checksum of {call['device']} differs"
            browser = self.devices[call["device"]].browser
            self.net.append(packet := Packet(**call, cookie=browser.cookie))
            browser.asked = packet.number or browser.asked
        for outcome in told["turns"]:
            if outcome["device"] in told["died"]:  # it will hear the same again
                self.devices[outcome["device"]].browser.clearing = outcome.get("failure") == "revoked"
            else:
                self._ended(outcome)
        for name in told["died"]:
            self._died(self.devices[name])
        for device in self.devices.values() if passed else ():
            self.settle(device)  # before what was typed can have got any further than to its disk
        values: list[Any] = told["values"]
        return values

    async def open(self, device: Device) -> None:
        """The app is started, by somebody who signs in if that is needed."""
        device.on, device.unaware, device.browser.clearing = True, False, False
        self.do(["open", device.name, device.who], ["settle"], ["pass", 400])
        if device.on and not device.signed_in:
            await self.sign_in(device)
        if device.on:
            self.shown(device)

    async def sign_in(self, device: Device) -> None:
        device.browser.cookie = await self.server.sign_in(device.person)
        device.signed_in = device.ask_me = True
        self.do(["enter", device.name, device.who], ["settle"], ["pass", 400])

    def beside(self, device: Device) -> list[Device]:
        """The pages that are open on the same device, this one among them."""
        return [one for one in self.devices.values() if one.browser is device.browser and one.on]

    def disks(self) -> list[Device]:
        """One page of each device, for what all of them keep together."""
        return [device for name, device in self.devices.items() if name in CAST]

    def people(self) -> list[str]:
        """Everybody there is, also who has no device here."""
        return [row["id"] for row in self.server.tables()["person"]]

    def screen(self, device: Device) -> Json:
        screen: Json = self.do(["screen", device.name])[0]
        return screen

    def keeps(self, device: Device) -> Json:
        keeps: Json = self.do(["keeps", device.name])[0]
        return keeps

    def words_on(self, device: Device) -> set[str]:
        """Every typed word that is anywhere on its disk."""
        return set(self.do(["words", device.name, WORD.pattern])[0])

    def type(self, device: Device) -> str:
        return self.words.typed_on(device.name, device.who, self.server.ms)

    def shown(self, device: Device) -> None:
        """After each act: typed words reach the disk in time, and what is to be shared is what is seen now."""
        self.settle(device)
        if device.on:
            screen = self.screen(device)
            beside = [self.screen(page) for page in self.beside(device) if page is not device]
            invariants.to_be_shared(self, screen, beside)
            invariants.leased(self, device, screen)

    def kill(self, device: Device) -> None:
        self.do(["kill", device.name])

    def freeze(self, device: Device) -> None:
        """It is out of sight, and a moment later it stands still."""
        self.note(device.name, "freezes")
        self.do(["hide", device.name], ["settle"], ["freeze", device.name])
        if device.on:
            self.settle(device)
            device.on, device.frozen = False, True

    def thaw(self, device: Device) -> None:
        self.note(device.name, "is looked at again")
        device.on, device.frozen = True, False
        self.do(["thaw", device.name], ["settle"])
        self.shown(device)

    def _died(self, device: Device) -> None:
        device.frozen = False
        if not device.on:
            return
        device.on = False
        for other in self.beside(device):
            other.unaware = True
        self.note(device.name, "was killed")
        self.settle(device)

    def settle(self, device: Device) -> None:
        """Whether what was struck there a moment ago is safe now."""
        if self.words.struck_on(device.name):
            self.words.settle(device.name, self.words_on(device), not device.on, self.server.ms)

    def _ended(self, outcome: Json) -> None:
        self.note(outcome["device"], "turn", outcome.get("failure", "complete"), outcome["waiting"])
        self.outcomes.append(outcome)
        device = self.devices[outcome["device"]]
        if outcome.get("failure") == "revoked":
            invariants.after_signing_out(self, device)
        if outcome.get("failure") in ("signed_out", "revoked"):
            device.signed_in = False
        device.ask_me = device.ask_me and "failure" in outcome

    def set_clock(self, device: Device, skew: int) -> None:
        device.browser.skew = skew
        self.do(["setClock", device.name, skew], ["settle"])
        self.shown(device)

    # ---- the end

    async def calm(self) -> None:
        """The network holds, everybody is signed in and nobody types: everything comes to its place."""
        self.note("calm")
        for packet in [packet for packet in self.net if packet.call]:
            travel.lose(self, packet)
        for device in self.devices.values():
            if device.on:
                self.do(["pass", 6_000])
                self.shown(device)
            self.do(["kill", device.name])
        for _ in range(ROUNDS):
            complete = [await self._visited(device) for device in self.devices.values()]
            if all(complete) and not any(self.screen(device)["outbox"] for device in self.devices.values()):
                break
        for device in self.devices.values():
            await self._visited(device)
        invariants.in_the_end(self)  # of records: they wait for no file
        for device in self.disks():
            await travel.bring(self, device)
        await files.in_the_end(self)

    async def _visited(self, device: Device) -> bool:
        """Whether its turn was complete."""
        if not device.on:
            await self.open(device)
        self.do(["pass", 6_000])
        if not device.signed_in:
            await self.sign_in(device)
        return "failure" not in await travel.quietly(self, device)

    def story(self) -> str:
        """What happened last, and how to see it again."""
        again = f"make simulate SEEDS={self.seed} STEPS={self.steps} ENGINE={self.server.engine}"
        return "\n".join([*self.log[-60:], f"again: {again}"])
