"""Every route, walked over: nobody can forget to ask who it is."""

import gzip

import httpx2
import orjson
import pytest
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route

from server.app import PUBLIC, SIGNED_IN
from tests.conftest import browser

pytestmark = pytest.mark.sqlite  # what is asked here is answered at the door, before any database

# Whoever opens another route to strangers writes it here too, and somebody reads that.
OPEN_TO_STRANGERS = {
    "GET /healthz",
    "GET /api/openapi.json",
    "POST /api/auth/code",
    "POST /api/auth/verify",
    "POST /api/auth/link",
    "POST /api/auth/invites/look",
    "POST /api/auth/invites/accept",
    "GET /api/demo/people",
    "POST /api/demo/enter",
}
WRITING = [(method, path) for method, path, _ in [*PUBLIC, *SIGNED_IN] if method != "GET"]


def test_only_these_routes_are_open_to_strangers() -> None:
    assert {f"{method} {path}" for method, path, _ in PUBLIC} == OPEN_TO_STRANGERS


def test_the_app_has_the_routes_of_the_tables_and_the_page(app: Starlette) -> None:
    tables = {(method, path) for method, path, _ in [*PUBLIC, *SIGNED_IN]}

    walked = {(method, path) for method, path in walk(app.routes) if (method, path) in tables or method != "HEAD"}
    assert walked == tables | {("GET", "/{path:path}")}


@pytest.mark.parametrize(("method", "path"), [(method, path) for method, path, _ in SIGNED_IN])
@pytest.mark.parametrize("cookie", [None, "", "x", "maatje" * 1000, "é"])
async def test_every_other_route_refuses_strangers(app: Starlette, method: str, path: str, cookie: str | None) -> None:
    headers = {} if cookie is None else {b"cookie": f"maatje={cookie}".encode()}
    async with browser(app) as client:
        answered = await client.request(method, path.replace("{id}", "1"), headers=headers, content=b"not even JSON")

    assert answered.status_code == 401
    assert method == "HEAD" or answered.json() == {"error": "signed_out", "fields": {}}


@pytest.mark.parametrize(("method", "path"), WRITING)
async def test_no_route_lets_another_page_write(stranger: httpx2.AsyncClient, method: str, path: str) -> None:
    answered = await stranger.request(method, path, headers={"origin": "https://evil.example"}, json={})

    assert answered.status_code in (401, 403)


@pytest.mark.parametrize(("method", "path"), [(method, path) for method, path, _ in PUBLIC if method != "GET"])
@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'{"email": 7, "token": [], "code": {}}', b'"\xff"'])
async def test_nonsense_from_a_stranger_is_refused_and_nothing_breaks(
    stranger: httpx2.AsyncClient, method: str, path: str, body: bytes
) -> None:
    answered = await stranger.request(method, path, content=body)

    assert answered.status_code in (400, 404)
    assert set(answered.json()) == {"error", "fields"}


@pytest.mark.parametrize(("method", "path"), [(method, path) for method, path, _ in PUBLIC if method != "GET"])
@pytest.mark.parametrize("zipped", [False, True])
async def test_a_stranger_gives_nobody_much_to_read(
    stranger: httpx2.AsyncClient, method: str, path: str, zipped: bool
) -> None:
    body = orjson.dumps({"email": "\ufdfa" * 100_000, "token": "x", "code": "1" * 1_000_000})
    content = gzip.compress(body) if zipped else body
    headers = {"content-encoding": "gzip" if zipped else "identity"}
    answered = await stranger.request(method, path, content=content, headers=headers)

    assert (answered.status_code, answered.json()["error"]) == (413, "too_large")


def walk(routes: list[BaseRoute], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for route in routes:
        if isinstance(route, Mount):
            found += walk(list(route.routes), prefix + route.path)
        if isinstance(route, Route):
            found += [(method, prefix + route.path) for method in (route.methods or ())]
    return found
