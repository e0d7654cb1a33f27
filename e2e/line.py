"""A line between a device and the server that can be cut: a browser's own offline mode leaves open streams alone."""

import contextlib
import socket
import threading


class Line:
    """Listens on a port of its own and passes everything on, until it is cut."""

    def __init__(self, server_port: int) -> None:
        self.server_port = server_port
        self.port = 0
        self.is_cut = True
        self._open: set[socket.socket] = set()
        self.mend()

    def mend(self) -> None:
        if not self.is_cut:
            return
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        self.is_cut = False
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

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
            for ends in ((device, server), (server, device)):
                threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, source: socket.socket, to: socket.socket) -> None:
        with contextlib.suppress(OSError):  # either end may hang up at any moment
            while data := source.recv(65536):
                to.sendall(data)
        for one in (source, to):
            _hang_up(one)
        self._open -= {source, to}


def _hang_up(one: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it was closed already
        one.shutdown(socket.SHUT_RDWR)
    one.close()
