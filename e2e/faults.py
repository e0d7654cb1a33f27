"""What a bad line makes of an answer: of the server's own, or of none, where somebody else answers in its place."""

from collections.abc import Callable
from typing import NamedTuple

SYNC = "/api/sync"
ANYTHING = "/"


class Fault(NamedTuple):
    """What it befalls, whether the server hears of that, what comes back, and whether that is the end of it."""

    below: str
    heard: bool
    spoilt: Callable[[bytes], bytes]
    ends: bool = True


def _said(status: str, head: str = "", body: str = "") -> Callable[[bytes], bytes]:
    page = f"<!doctype html><h1>{body}</h1>".encode()
    lines = (f"HTTP/1.1 {status}", "content-type: text/html", f"content-length: {len(page)}", "connection: close", head)
    answer = "".join(f"{line}\r\n" for line in lines if line).encode() + b"\r\n" + page
    return lambda _: answer


def _half(answer: bytes) -> bytes:
    """Its head says how long the rest is."""
    head, _, body = answer.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n" + body[: len(body) // 2]


GATEWAY = Fault(SYNC, heard=True, spoilt=_said("502 Bad Gateway", body="nginx"))
PORTAL = Fault(ANYTHING, heard=False, spoilt=_said("200 OK", body="Welkom in de trein"))
LOGIN_PAGE = Fault(ANYTHING, heard=False, spoilt=_said("302 Found", "location: http://localhost:9/login"))
TRUNCATED = Fault(SYNC, heard=True, spoilt=_half)
STALLED = Fault(SYNC, heard=True, spoilt=_half, ends=False)
SILENT = Fault(SYNC, heard=True, spoilt=lambda _: b"", ends=False)
