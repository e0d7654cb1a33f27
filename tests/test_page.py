"""The built page is served to every address that is not the API's."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route

from server.errors import Refusal
from server.web.answers import not_routed, refused
from server.web.page import Page

BROTLI = {"accept-encoding": "gzip, br"}


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    (tmp_path / "secret.txt").write_text("not part of the page")
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<title>Maatje</title>")
    (dist / "sw.js").write_text("self")
    (dist / "manifest.webmanifest").write_text("{}")
    (dist / "assets" / "main-4f2a.js").write_text("let a")
    (dist / "assets" / "main-4f2a.js.br").write_bytes(b"packed")
    app = Starlette(
        routes=[Route("/{path:path}", Page(dist).show)],
        exception_handlers={Refusal: refused, HTTPException: not_routed},
    )
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://maatje.test") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/logboek/0198f2c1", "/doelen/nieuw"])
async def test_every_address_of_the_app_shows_the_page_and_asks_first_for_a_newer_one(
    site: httpx2.AsyncClient, path: str
) -> None:
    answered = await site.get(path)

    assert answered.text == "<title>Maatje</title>"
    assert answered.headers["cache-control"] == "no-cache"


async def test_what_is_named_after_its_content_is_kept_for_ever_and_the_worker_is_not(site: httpx2.AsyncClient) -> None:
    asset, worker = await site.get("/assets/main-4f2a.js"), await site.get("/sw.js")

    assert "immutable" in asset.headers["cache-control"]
    assert worker.headers["cache-control"] == "no-cache"
    assert asset.headers["content-type"].startswith("text/javascript")


async def test_the_manifest_has_its_own_type(site: httpx2.AsyncClient) -> None:
    answered = await site.get("/manifest.webmanifest")

    assert answered.headers["content-type"] == "application/manifest+json"


async def test_the_packed_twin_goes_to_whoever_takes_it(site: httpx2.AsyncClient) -> None:
    async with site.stream("GET", "/assets/main-4f2a.js", headers=BROTLI) as packed:
        assert packed.headers["content-encoding"] == "br"
        assert packed.headers["vary"] == "accept-encoding"
    plain = await site.get("/assets/main-4f2a.js", headers={"accept-encoding": "gzip"})

    assert plain.text == "let a"


async def test_what_is_known_already_is_not_sent_again(site: httpx2.AsyncClient) -> None:
    tag = (await site.get("/")).headers["etag"]

    assert (await site.get("/", headers={"if-none-match": tag})).status_code == 304


GONE = ["/assets/gone.js", "/../secret.txt", "/%2e%2e/secret.txt", "/a%00.js", f"/{'a' * 300}.js", f"/{'a' * 5000}.js"]


@pytest.mark.parametrize("path", GONE)
async def test_a_file_that_is_not_there_is_not_found(site: httpx2.AsyncClient, path: str) -> None:
    assert (await site.get(path)).status_code == 404


async def test_the_page_is_only_read(site: httpx2.AsyncClient) -> None:
    answered = await site.post("/")

    assert (answered.status_code, answered.json()["error"]) == (405, "method_not_allowed")
