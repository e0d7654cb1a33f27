"""What stands around every route: its guard, its headers, and the way it refuses."""

import gzip

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.app import make_app
from server.config import Config
from server.web import answer, body_of
from server.web.body import LARGEST
from server.web.guard import guarded
from tests.conftest import SignedIn, browser
from tests.people import Cast

pytestmark = pytest.mark.sqlite  # what is asked here is answered at the door, before any database


async def echo(request: Request) -> Response:
    return answer(await body_of(request, LARGEST))


async def fails(request: Request) -> Response:
    raise LookupError("a secret of ours")


@pytest.fixture
async def probe(settings: Config, database: object) -> Starlette:
    """The app with two routes more, to try out what stands around them."""
    app = make_app(settings)
    app.router.routes.insert(0, Route("/probe", guarded(echo, public=True), methods=["POST"]))
    app.router.routes.insert(0, Route("/fails", guarded(fails, public=True)))
    return app


async def test_health_tells_the_version(stranger: httpx2.AsyncClient) -> None:
    answered = await stranger.get("/healthz")

    assert answered.status_code == 200
    assert answered.json() == {"status": "ok", "version": "0.1.0"}


async def test_every_answer_carries_the_headers_that_protect(stranger: httpx2.AsyncClient) -> None:
    for path in ("/healthz", "/api/nothing", "/no-such.js"):
        headers = (await stranger.get(path)).headers

        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert "strict-transport-security" not in headers


async def test_only_https_promises_to_stay_https(app: Starlette) -> None:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="https://maatje.test") as client:
        answered = await client.get("/healthz")

    assert "strict-transport-security" in answered.headers


async def test_what_nobody_foresaw_is_internal_and_tells_nothing(probe: Starlette) -> None:
    async with browser(probe) as client:
        answered = await client.get("/fails")

    assert answered.status_code == 500
    assert answered.json() == {"error": "internal", "fields": {}}
    assert "content-security-policy" in answered.headers


@pytest.mark.parametrize("body", [b"", b"{", b'{"a": NaN}', b"[1e999]", b"\xff", b"[" * 100_000, b'"\\ud8"'])
async def test_a_body_that_is_no_json_is_malformed(probe: Starlette, body: bytes) -> None:
    async with browser(probe) as client:
        answered = await client.post("/probe", content=body)

    assert answered.status_code == 400
    assert answered.json() == {"error": "malformed", "fields": {}}


async def test_a_body_may_be_gzipped_and_a_broken_gzip_is_malformed(probe: Starlette) -> None:
    packed = gzip.compress(b'{"text": "hallo"}')
    async with browser(probe) as client:
        good = await client.post("/probe", content=packed, headers={"content-encoding": "gzip"})
        broken = await client.post("/probe", content=b"not gzip", headers={"content-encoding": "gzip"})
        unknown = await client.post("/probe", content=packed, headers={"content-encoding": "zstd"})

    assert good.json() == {"text": "hallo"}
    assert [broken.status_code, unknown.status_code] == [400, 400]


async def test_a_body_that_is_too_large_is_refused_also_when_it_hides_in_a_gzip(probe: Starlette) -> None:
    large = b'"' + b"x" * LARGEST + b'"'
    async with browser(probe) as client:
        plain = await client.post("/probe", content=large)
        hidden = await client.post("/probe", content=gzip.compress(large), headers={"content-encoding": "gzip"})

    assert [plain.status_code, hidden.status_code] == [413, 413]
    assert plain.json()["error"] == hidden.json()["error"] == "too_large"


async def test_texts_are_mended_at_the_door(probe: Starlette) -> None:
    async with browser(probe) as client:
        answered = await client.post("/probe", content=rb'{"a\u0000": ["\ud83d\ude00", "\ud83d", "\u0000b", 7, 2.5]}')

    assert answered.json() == {"a": ["😀", "\ufffd", "b", 7, 2.5]}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://maatje.test:81"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
async def test_another_origin_may_not_write(probe: Starlette, headers: dict[str, str]) -> None:
    async with browser(probe) as client:
        answered = await client.post("/probe", content=b"{}", headers=headers)

    assert answered.status_code == 403
    assert answered.json()["error"] == "cross_origin"


@pytest.mark.parametrize("headers", [{}, {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}])
async def test_our_own_page_may_write(probe: Starlette, headers: dict[str, str]) -> None:
    async with browser(probe) as client:
        answered = await client.post("/probe", content=b"{}", headers=headers)

    assert answered.status_code == 200


async def test_a_stranger_hears_signed_out_before_anything_else(stranger: httpx2.AsyncClient) -> None:
    answered = await stranger.post("/api/auth/sign-out", headers={"origin": "https://evil.example"}, content=b"{")

    assert answered.status_code == 401
    assert answered.json()["error"] == "signed_out"


async def test_a_cookie_from_another_page_does_not_write(cast: Cast, signed_in: SignedIn) -> None:
    phone = await signed_in(cast.bram)

    refused = await phone.post("/api/auth/sign-out", headers={"origin": "https://evil.example"})

    assert refused.status_code == 403
    assert (await phone.get("/api/auth/devices")).status_code == 200


async def test_an_unknown_address_below_api_is_not_found_and_a_wrong_method_not_allowed(
    stranger: httpx2.AsyncClient,
) -> None:
    unknown = await stranger.get("/api/nothing")
    wrong = await stranger.delete("/api/auth/code")

    assert (unknown.status_code, unknown.json()["error"]) == (404, "not_found")
    assert (wrong.status_code, wrong.json()["error"]) == (405, "method_not_allowed")
    assert unknown.headers["cache-control"] == wrong.headers["cache-control"] == "no-store"
