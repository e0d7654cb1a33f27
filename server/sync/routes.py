"""The addresses of sync. app.py puts them into the table of all routes."""

from server.sync.digest import digest
from server.sync.events import events
from server.sync.held import discard, held
from server.sync.history import history
from server.sync.me import me
from server.sync.sync import sync
from server.web.guard import Endpoint

SIGNED_IN: list[tuple[str, str, Endpoint]] = [
    ("POST", "/api/sync", sync),
    ("GET", "/api/events", events),
    ("POST", "/api/digest", digest),
    ("GET", "/api/held", held),
    ("DELETE", "/api/held/{mid}", discard),
    ("GET", "/api/history/{id}", history),
    ("GET", "/api/me", me),
]
