"""The description that outside clients read says what the routes are and what they answer."""

from typing import Any

import httpx2
import jsonschema_rs
import pytest

from server.app import PUBLIC, SIGNED_IN
from server.openapi import describe
from server.openapi.shapes import GIVES, TAKES
from tests.conftest import SignedIn
from tests.people import Cast

DESCRIBED = describe(PUBLIC, SIGNED_IN)
ROUTES = {f"{method} {path}" for method, path, _ in [*PUBLIC, *SIGNED_IN]}


def shape_of(method: str, path: str, status: int) -> Any:
    schema = DESCRIBED["paths"][path][method]["responses"][str(status)]["content"]["application/json"]["schema"]
    return jsonschema_rs.validator_for(
        {**schema, "components": DESCRIBED["components"], "$schema": "https://json-schema.org/draft/2020-12/schema"}
    )


def test_the_tables_of_shapes_name_every_route_and_no_other() -> None:
    assert set(GIVES) == ROUTES
    assert set(TAKES) <= ROUTES


@pytest.mark.parametrize(("method", "path", "endpoint"), [*PUBLIC, *SIGNED_IN])
def test_every_route_says_in_a_sentence_what_it_does(method: str, path: str, endpoint: Any) -> None:
    assert DESCRIBED["paths"][path][method.lower()]["summary"].endswith(".")


async def test_the_description_is_served_and_whole(stranger: httpx2.AsyncClient) -> None:
    served = (await stranger.get("/api/openapi.json")).json()

    assert served["openapi"] == "3.1.0"
    assert {f"{method.upper()} {path}" for path, ways in served["paths"].items() for method in ways} == ROUTES
    assert {"push", "answer", "error"} <= set(served["components"]["schemas"])


@pytest.mark.parametrize("path", ["/api/me", "/api/auth/devices", "/api/auth/invites", "/api/held", "/healthz"])
async def test_what_is_answered_is_what_was_described(path: str, cast: Cast, signed_in: SignedIn) -> None:
    laptop = await signed_in(cast.cora)

    answered = await laptop.get(path)

    shape_of("get", path, 200).validate(answered.json())


async def test_a_refusal_is_what_was_described(stranger: httpx2.AsyncClient) -> None:
    refused = await stranger.get("/api/me")

    shape = {**DESCRIBED["components"]["schemas"]["error"]}
    jsonschema_rs.validator_for(shape).validate(refused.json())
