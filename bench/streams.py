"""Open event streams: how long a poke is on its way to many, and what each stream takes of the server's memory."""

import random
import resource
import selectors
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import cycle, islice

from bench.installation import Installation, installation
from bench.logboeken import uuid7
from bench.people import Group, SignedIn, enter_group
from bench.phone import Json, Phone, request
from bench.told import tell

STREAMS, LISTENERS, TIMES = 2000, 200, 15
BEGUN, POKE = b": still here\n\n", b"data: "
PATIENCE = 30.0
chance = random.Random(1)


def main() -> None:
    """The listeners are a group whose coach writes in its agenda."""
    _allow_many_files()
    with installation(lambda: enter_group(LISTENERS)) as installed:
        one, many = (_poked(installed, number) for number in (1, LISTENERS))
        before = installed.memory()
        with _streams(installed, STREAMS):
            each = (installed.memory() - before) / STREAMS
    times = f"{many * 1000:.0f} ms against {one * 1000:.0f} ms"
    tell(f"a poke to {LISTENERS} listeners against a poke to one: {times}", many / one, "20 or less")
    tell(f"the memory of an open stream, {each / 1000:.1f} kB, against 40 kB", each / 40_000, "1 or less")


def _poked(installed: Installation[Group], number: int) -> float:
    """Seconds from a write until the last of so many listeners has heard of it."""
    group = installed.filled
    phone = Phone(installed.server.port, group.coach)
    with _streams(installed, number) as streams:
        return statistics.median(_heard(streams, phone, group.agenda) for _ in range(TIMES))


def _heard(streams: list[socket.socket], phone: Phone, agenda: str) -> float:
    body = request({}, [_session(agenda)], pull=False)
    writing = threading.Thread(target=phone.sync, args=[body])
    begun = time.perf_counter()
    writing.start()
    _wait_for(POKE, streams)
    taken = time.perf_counter() - begun
    writing.join()
    return taken


def _session(agenda: str) -> Json:
    fields = {"title": "Samen lunchen", "starts": "2026-03-02T12:00:00Z"}
    return {"mid": uuid7(chance), "id": uuid7(chance), "kind": "session", "scope": agenda, "set": fields}


@contextmanager
def _streams(installed: Installation[Group], number: int) -> Iterator[list[socket.socket]]:
    with ExitStack() as open_streams:
        people = islice(cycle(installed.filled.members), number)
        streams = [open_streams.enter_context(_stream(installed.server.port, who)) for who in people]
        _wait_for(BEGUN, streams)
        yield streams


def _stream(port: int, who: SignedIn) -> socket.socket:
    stream = socket.create_connection(("127.0.0.1", port))
    stream.sendall(f"GET /api/events HTTP/1.1\r\nhost: bench\r\ncookie: maatje={who.cookie}\r\n\r\n".encode())
    return stream


def _wait_for(said: bytes, streams: list[socket.socket]) -> None:
    with selectors.DefaultSelector() as waiting:
        for stream in streams:
            waiting.register(stream, selectors.EVENT_READ, stream)
        until = time.monotonic() + PATIENCE
        while waiting.get_map():
            for key, _ in waiting.select(until - time.monotonic()):
                if said in key.data.recv(65536):
                    waiting.unregister(key.data)
            if time.monotonic() > until:
                raise TimeoutError(f"{len(waiting.get_map())} of {len(streams)} streams have not heard")


def _allow_many_files() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
