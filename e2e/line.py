"""A line between a device and the server. It can be cut, for a browser's offline mode leaves streams alone, or bad."""

import contextlib
import socket
import threading
from collections.abc import Callable

from e2e.call import Call
from e2e.faults import Fault


class Line:
    """Listens on a port of its own and passes everything on, until it is cut."""

    def __init__(self, server_port: int) -> None:
        self.server_port = server_port
        self.port = 0
        self.is_cut = True
        self.fault: Fault | None = None
        self.struck = threading.Event()
        self._open: set[socket.socket] = set()
        self.mend()

    def mend(self) -> None:
        self.fault = None
        if not self.is_cut:
            return
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        self.is_cut = False
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def turn_bad(self, fault: Fault) -> None:
        """For whatever is asked from now on; `struck` tells when something was."""
        self.struck.clear()
        self.fault = fault

    def cut(self) -> None:
        """What is under way breaks off, and nothing new gets through."""
        self.is_cut = True
        for one in (self._listener, *self._open):
            _hang_up(one)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                device, _ = listener.accept()
                server = socket.create_connection(("127.0.0.1", self.server_port))
            except OSError:
                if self.is_cut:
                    return
                _hang_up(device)  # the server is away: so is the line
                continue
            self._open |= {device, server}
            call = Call(device, server, self._befalls)
            for direction in (call.ask, call.answer):
                threading.Thread(target=self._carry, args=(call, direction), daemon=True).start()

    def _befalls(self, path: str) -> Fault | None:
        fault = self.fault
        if fault is None or not path.startswith(fault.below):
            return None
        self.struck.set()
        return fault

    def _carry(self, call: Call, direction: Callable[[], None]) -> None:
        with contextlib.suppress(OSError):  # either end may hang up at any moment
            direction()
        for one in (call.device, call.server):
            _hang_up(one)
        self._open -= {call.device, call.server}


def _hang_up(one: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it was closed already
        one.shutdown(socket.SHUT_RDWR)
    one.close()
