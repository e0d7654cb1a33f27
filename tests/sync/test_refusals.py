"""What is refused as a whole, and by which status and code."""

import gzip
import json
from typing import Any

import httpx2
import pytest

from tests.people import Cast
from tests.sync.device import Device, Json, mutation
from tests.sync.places import own

LACKING: dict[str, Any] = {
    "no JSON": "{",
    "nothing": "",
    "a list": "[]",
    "NaN": '{"proto": NaN}',
    "an empty object": "{}",
    "five thousand levels": "[" * 5000 + "]" * 5000,
}


@pytest.mark.parametrize("name", LACKING)
async def test_what_is_not_json_or_lacks_the_envelope_is_refused_whole(sanne: Device, name: str) -> None:
    response = await sanne.http.post("/api/sync", content=LACKING[name])

    assert response.status_code == 400
    assert response.json()["error"] == "malformed"


WRONG: dict[str, Json] = {
    "proto": {"proto": "1"},
    "device": {"device": 5},
    "n": {"n": True},
    "gen": {"gen": 3},
    "schema": {"schema": None},
    "limit": {"limit": "many"},
    "cursors": {"cursors": {"self": "1"}},
    "mutations": {"mutations": ["not a mutation"]},
    "only": {"only": "self"},
    "pull": {"pull": "no"},
}


@pytest.mark.parametrize("key", WRONG)
async def test_a_key_of_the_envelope_in_the_wrong_type_is_named(sanne: Device, key: str) -> None:
    response = await sanne.http.post("/api/sync", json=sanne.body() | WRONG[key])

    assert response.status_code == 400
    assert response.json() == {"error": "malformed", "fields": {key: "invalid"}}


async def test_a_key_of_the_envelope_that_is_missing_is_named(sanne: Device) -> None:
    for key in ("proto", "device", "n", "gen", "schema", "limit", "cursors", "mutations"):
        body = sanne.body()
        del body[key]

        response = await sanne.http.post("/api/sync", json=body)

        assert response.status_code == 400
        assert response.json()["fields"] == {key: "missing"}


async def test_an_unknown_protocol_is_told_after_the_push_was_taken(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "van een oude app"}, scope=own(cast.sanne))

    response = await sanne.http.post("/api/sync", json=sanne.body(goal, proto=99))
    await sanne.sync()

    assert (response.status_code, response.json()["error"]) == (426, "upgrade_required")
    assert sanne.records[goal["id"]]["fields"] == {"text": "van een oude app"}


async def test_too_much_at_once_is_refused_whole_and_halves_are_taken(cast: Cast, sanne: Device) -> None:
    many = [mutation("goal", {"text": str(n)}, scope=own(cast.sanne)) for n in range(501)]
    large = [mutation("goal", {"why": "x" * 90_000, "text": "x"}, scope=own(cast.sanne)) for n in range(24)]
    giant = mutation("goal", {"text": "x" * 1_100_000}, scope=own(cast.sanne))

    refused = [
        (await sanne.http.post("/api/sync", json=sanne.body(*some))).status_code for some in (many, large, [giant])
    ]
    taken = [(await sanne.sync(*some))["results"] for some in (many[:250], many[250:], large[:12], large[12:])]

    assert refused == [413, 413, 413]
    assert {result["status"] for results in taken for result in results.values()} == {"ok"}


async def test_a_body_over_8_mb_is_refused_also_when_it_comes_small(cast: Cast, sanne: Device) -> None:
    body = json.dumps(sanne.body() | {"device": "x" * 9_000_000}).encode()

    plain = await sanne.http.post("/api/sync", content=body)
    small = await sanne.http.post("/api/sync", content=gzip.compress(body), headers={"content-encoding": "gzip"})

    assert (plain.status_code, small.status_code) == (413, 413)


async def test_a_zipped_request_is_read(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "ingepakt"}, scope=own(cast.sanne))
    body = gzip.compress(json.dumps(sanne.body(goal)).encode())

    response = await sanne.http.post("/api/sync", content=body, headers={"content-encoding": "gzip"})

    assert response.json()["results"][goal["mid"]]["status"] == "ok"


ROUTES = [
    ("POST", "/api/sync"),
    ("GET", "/api/events"),
    ("POST", "/api/digest"),
    ("GET", "/api/held"),
    ("DELETE", "/api/held/x"),
    ("GET", "/api/history/x"),
    ("GET", "/api/me"),
]


@pytest.mark.parametrize(("method", "path"), ROUTES)
async def test_a_stranger_is_told_to_sign_in_before_anything_else(
    stranger: httpx2.AsyncClient, method: str, path: str
) -> None:
    response = await stranger.request(method, path, content=b"{" * 10)

    assert response.status_code == 401
    assert response.json() == {"error": "signed_out", "fields": {}}
    assert response.headers["cache-control"] == "no-store"


async def test_other_peoples_scopes_and_records_are_absent(cast: Cast, sanne: Device, joris: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne))
    await sanne.push(goal)

    answers = [
        await joris.http.post("/api/digest", json={"scope": own(cast.sanne)}),
        await joris.http.post("/api/digest", json={"scope": "nonsense"}),
        await joris.http.get(f"/api/history/{goal['id']}"),
        await joris.http.get("/api/history/nonsense"),
        await joris.http.get("/api/history/%00"),
    ]

    assert [(answer.status_code, answer.json()["error"]) for answer in answers] == [(404, "not_found")] * 5


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"scope": 1}'])
async def test_a_digest_of_nothing_is_malformed(sanne: Device, body: str) -> None:
    response = await sanne.http.post("/api/digest", content=body)

    assert response.status_code == 400
