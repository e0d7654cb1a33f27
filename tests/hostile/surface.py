"""Every route with something that fits it, and what may be said when it does not: the closed list of codes."""

from hashlib import sha256
from importlib import import_module
from typing import Any

import httpx2
from tortoise.models import Model

from server import db
from server.app import PUBLIC, SIGNED_IN
from server.db.setup import MODELS
from server.errors import CODES
from server.openapi.shapes import GIVES, TAKES
from tests.people import Cast

Json = dict[str, Any]
Route = tuple[str, str]

ROUTES: list[Route] = [(method, path) for method, path, _ in [*PUBLIC, *SIGNED_IN]]
READING: list[Route] = [(method, path) for method, path in ROUTES if method in ("POST", "PATCH", "PUT")]
TAKING: list[Route] = [(method, path) for method, path in READING if f"{method} {path}" in TAKES]
# A HEAD says nothing that could be looked at; tests/files does what there is to do.
NAMING: list[Route] = [(method, path) for method, path in ROUTES if "{" in path and method != "HEAD"]
ENDLESS = "/api/events"  # a stream: opened and looked at elsewhere

OURS = ("Traceback", 'File "', "server/", ".py", "sqlite", "asyncpg", "SELECT ", "/work", "/home", "site-packages")


def fitting(cast: Cast) -> dict[str, Json]:
    """A body for each route that takes one, right in form; whether it works is another question."""
    sync = {"proto": 1, "device": "x", "n": 1, "gen": None, "schema": 1, "limit": 10, "cursors": {}, "mutations": []}
    return {
        "/api/auth/code": {"email": "sanne@school.nl"},
        "/api/auth/verify": {"email": "sanne@school.nl", "code": "000000"},
        "/api/auth/link": {"token": "x"},
        "/api/auth/invites/look": {"token": "x"},
        "/api/auth/invites/accept": {"token": "x", "email": "iemand@school.nl", "name": "Iemand", "language": "nl"},
        "/api/demo/enter": {"email": "sanne@school.nl"},
        "/api/auth/me": {"name": "Een andere naam", "language": "en"},
        "/api/auth/email": {"email": "nieuw@school.nl"},
        "/api/auth/email/verify": {"email": "nieuw@school.nl", "code": "000000"},
        "/api/auth/invites": {
            "programme": str(cast.programme.id),
            "role": "coachee",
            "community": None,
            "new_community": None,
            "uses": 1,
        },
        "/api/sync": sync,
        "/api/digest": {"scope": f"self:{cast.cora.id}"},
    }


def is_plain_refusal(answered: httpx2.Response) -> bool:
    """One of the codes, with the status that belongs to it, and nothing about our insides."""
    body = answered.json()
    assert set(body) == {"error", "fields"}, answered.text
    assert CODES[body["error"]] == answered.status_code != 500, answered.text
    assert set(body["fields"].values()) <= CODES.keys(), answered.text
    assert not [word for word in OURS if word in answered.text], answered.text
    return answered.headers["cache-control"] == "no-store"


def is_good(route: Route, answered: httpx2.Response) -> bool:
    return answered.status_code == GIVES[" ".join(route)][0]


async def fingerprint() -> dict[str, str]:
    """Table → what it holds, to see that nothing has changed. Codes and letters are asked for, never typed."""

    async def work() -> dict[str, str]:
        return {name: _hash(await db.rows(f"SELECT * FROM {name}")) for name in tables()}

    return await db.read(work)


def tables() -> list[str]:
    """Every table of ours."""
    models = [model for module in MODELS for model in vars(import_module(module)).values()]
    named = [model for model in models if isinstance(model, type) and issubclass(model, Model)]
    return sorted({str(model._meta.db_table) for model in named if model._meta.db_table and not model._meta.abstract})


def _hash(rows: list[Json]) -> str:
    return sha256("\n".join(sorted(map(str, rows))).encode()).hexdigest()[:12]
