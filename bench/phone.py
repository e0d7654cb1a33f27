"""A phone on the line: one connection that stays open, one cookie. It reads answers to their end and parses none."""

import time
from http.client import HTTPConnection
from typing import Any

import orjson

from bench.people import SignedIn

Json = dict[str, Any]
IDLE = 2.0  # seconds; after five the server hangs up


class Phone:
    def __init__(self, port: int, who: SignedIn, encoding: str = "identity") -> None:
        self._used = 0.0
        self.headers = 0  # bytes of the last answer's
        self._line = HTTPConnection("127.0.0.1", port)
        self._headers = {
            "cookie": f"maatje={who.cookie}",
            "accept-encoding": encoding,
            "content-type": "application/json",
        }

    def sync(self, body: bytes) -> bytes:
        if time.monotonic() > self._used + IDLE:
            self._line.close()  # it opens again by itself
        self._line.request("POST", "/api/sync", body, self._headers)
        answer = self._line.getresponse()
        found = answer.read()
        self.headers, self._used = len(str(answer.headers)), time.monotonic()
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} {found[:500]!r}")
        return found

    def close(self) -> None:
        self._line.close()


def request(cursors: dict[str, int], mutations: list[Json] = [], limit: int = 500, **more: Any) -> bytes:  # noqa: B006
    about = {"proto": 1, "device": "bench", "n": 1, "gen": None, "schema": 1, "limit": limit}
    return orjson.dumps(about | {"cursors": cursors, "mutations": mutations} | more)
