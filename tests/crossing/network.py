"""What lies between devices and server: requests and answers on their way, and what can become of each."""

import json
from dataclasses import dataclass, field, replace
from typing import Any

Json = dict[str, Any]


@dataclass
class Packet:
    """A request on its way, or its answer on its way back; `call` is 0 when nobody waits for it any more."""

    call: int
    device: str
    cookie: str
    verb: str
    path: str
    headers: dict[str, str]
    body: str | None
    raw: str | None = None  # the body of a file, in hex
    reply: Json | None = None
    seen: set[str] = field(default_factory=set)  # records that its person could see when it was answered

    @property
    def number(self) -> int:
        """Of a round of records: by it the device knows the answer to its latest."""
        return int(json.loads(self.body)["n"]) if self.body and self.path == "/api/sync" else 0

    def forgotten(self) -> "Packet":
        """The same request, after its sender gave up waiting."""
        return replace(self, call=0, reply=None)


GOING = ["arrives"] * 12 + ["lost", "late", "twice", "portal"]
COMING = ["home"] * 12 + ["lost", "cut", "portal", "gateway"]

PAGES = [500, 7, 2, 1]  # rows in an answer, at most

HTML = {"content-type": "text/html"}
PORTAL = {"status": 200, "headers": HTML, "text": "<h1>Welkom op de trein</h1>"}
NODDING = {"status": 204, "headers": {}, "text": ""}  # what takes a file as our server does, and has none
GATEWAY = {"status": 502, "headers": HTML, "text": "<h1>Bad gateway</h1>"}


def spoiled(fate: str, reply: Json) -> Json | None:
    """What the device gets of its answer; None for nothing."""
    if fate == "cut":
        return reply | {"text": reply["text"][: len(reply["text"]) // 2]}
    return {"home": reply, "portal": PORTAL, "gateway": GATEWAY}.get(fate)


def portal(packet: Packet) -> Json:
    """What a captive portal says to it."""
    return NODDING if packet.verb == "PUT" else PORTAL


def with_limit(body: str, rows: int) -> str:
    """The same request of a device that wants so many rows at most."""
    return json.dumps(json.loads(body) | {"limit": rows})
