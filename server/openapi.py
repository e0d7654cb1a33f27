"""The description that outside clients read, made from the table of routes itself."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server import VERSION
from server.errors import CODES

Row = tuple[str, str, Callable[[Request], Awaitable[Response]]]


def describe(public: Iterable[Row], signed_in: Iterable[Row]) -> dict[str, Any]:
    """OpenAPI 3.1 of all routes."""
    paths: dict[str, Any] = {}
    for method, path, endpoint in [*public, *signed_in]:
        paths.setdefault(path, {})[method.lower()] = {}
    return {"openapi": "3.1.0", "info": {"title": "Maatje", "version": VERSION}, "paths": paths}
