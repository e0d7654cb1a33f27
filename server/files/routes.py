"""The addresses of files. app.py puts them into the table of all routes."""

from server.files.opened import get
from server.files.sending import head, put
from server.web.guard import Endpoint

SIGNED_IN: list[tuple[str, str, Endpoint]] = [
    ("PUT", "/api/files/{sha256}/{i}", put),
    ("HEAD", "/api/files/{sha256}", head),  # before GET, which would answer it too
    ("GET", "/api/files/{sha256}", get),
]
