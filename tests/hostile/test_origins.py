"""Requests that another page has made in one's name: refused before anything is read, and nothing changes."""

import httpx2
import pytest

from tests.hostile.surface import ROUTES, Route, fingerprint, fitting, is_plain_refusal
from tests.people import Cast

pytestmark = pytest.mark.sqlite  # what is asked here is answered at the door, before any database

FROM_ELSEWHERE: dict[str, dict[str, str]] = {
    "another host": {"origin": "https://evil.example"},
    "a sandbox": {"origin": "null"},
    "another port": {"origin": "http://maatje.test:8000"},
    "a host that begins alike": {"origin": "http://maatje.test.evil.example"},
    "a host that ends alike": {"origin": "http://notmaatje.test"},
    "ours as a user name": {"origin": "http://maatje.test@evil.example"},
    "ours as a path": {"origin": "http://evil.example/maatje.test"},
    "nothing that is a host": {"origin": "maatje.test"},
    "an empty one": {"origin": ""},
    "a file": {"origin": "file://"},
    "what the browser calls another site": {"sec-fetch-site": "cross-site"},
    "what the browser calls the same site": {"sec-fetch-site": "same-site"},
}
WRITING = [(method, path) for method, path in ROUTES if method not in ("GET", "HEAD")]


@pytest.mark.parametrize("route", WRITING, ids=" ".join)
async def test_no_other_page_writes_in_ones_name(cast: Cast, route: Route, cora: httpx2.AsyncClient) -> None:
    before = await fingerprint()

    for name, headers in FROM_ELSEWHERE.items():
        answered = await cora.request(*route, json=fitting(cast).get(route[1]), headers=headers)
        assert is_plain_refusal(answered), name
        assert (answered.status_code, answered.json()["error"]) == (403, "cross_origin"), name

    assert await fingerprint() == before
