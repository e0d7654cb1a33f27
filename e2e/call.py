"""One connection of a device with the server, on which a request may meet a fault."""

import re
import socket
from collections.abc import Callable

from e2e.faults import Fault

REQUEST = re.compile(rb"[A-Z]+ (?P<path>\S+) HTTP/1\.1\r\n")
LENGTH = re.compile(rb"\r\ncontent-length: (?P<bytes>\d+)\r\n", re.IGNORECASE)
PIECE = 65536


class Call:
    """`befalls` tells what happens to who asks for this path. On a connection a browser asks one thing at a time."""

    def __init__(self, device: socket.socket, server: socket.socket, befalls: Callable[[str], Fault | None]) -> None:
        self.device, self.server, self._befalls = device, server, befalls
        self._fault: Fault | None = None

    def ask(self) -> None:
        while data := self.device.recv(PIECE):
            if begins := REQUEST.match(data):
                self._fault = self._befalls(begins["path"].decode())
            if self._fault is None or self._fault.heard:
                self.server.sendall(data)
            else:
                self.device.sendall(self._fault.spoilt(b""))
                return

    def answer(self) -> None:
        while data := self.server.recv(PIECE):
            if self._fault is None:
                self.device.sendall(data)
                continue
            self.device.sendall(self._fault.spoilt(data + self._rest(data)))
            if self._fault.ends:
                return

    def _rest(self, data: bytes) -> bytes:
        """Of an answer that began with this."""
        head, _, body = data.partition(b"\r\n\r\n")
        length = LENGTH.search(head + b"\r\n")
        missing = int(length["bytes"]) - len(body) if length else 0
        rest = b""
        while len(rest) < missing and (more := self.server.recv(PIECE)):
            rest += more
        return rest
