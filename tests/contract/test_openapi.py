"""The description that outside clients read says what the routes are and what they answer."""

from typing import Any

import httpx2
import pytest

from server.app import PUBLIC, SIGNED_IN
from server.openapi.shapes import GIVES, TAKES
from tests.conftest import SignedIn
from tests.described import DESCRIBED, ROUTES, shape_of
from tests.people import Cast


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


async def test_an_answer_that_is_not_what_was_described_fails_the_test(cast: Cast, signed_in: SignedIn) -> None:
    laptop = await signed_in(cast.cora)
    me = (await laptop.get("/api/me")).json()

    with pytest.raises(ValueError, match="person"):
        shape_of("get", "/api/me", 200).validate({key: value for key, value in me.items() if key != "person"})
