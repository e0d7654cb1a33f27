"""Names in addresses: other people's, and such as nobody has."""

import re
from urllib.parse import quote
from uuid import uuid4

import httpx2
import pytest

from server.ids import uuid7
from tests.conftest import SignedIn
from tests.hostile.surface import NAMING, Route, fingerprint, is_plain_refusal
from tests.people import Cast
from tests.sync.device import Device, mutation
from tests.sync.places import own

NAMES: dict[str, str] = {
    "nobody's": str(uuid7()),
    "of no version": str(uuid4()),
    "in capitals": str(uuid7()).upper(),
    "without dashes": uuid7().hex,
    "a word": "admin",
    "a null": "\x00",
    "a lone byte": "%ff",
    "endless": "x" * 20_000,
    "a path": "../../../etc/passwd",
    "SQL": "' OR 1=1 --",
    "emoji": "👩‍👩‍👧‍👦",
    "a new line": "x\r\nset-cookie: maatje=y",
    "a space": " ",
    "a dot": ".",
}


@pytest.mark.parametrize("route", NAMING, ids=" ".join)
async def test_a_name_that_nobody_has_is_not_found_and_changes_nothing(route: Route, cora: httpx2.AsyncClient) -> None:
    before = await fingerprint()

    for name, given in NAMES.items():
        answered = await cora.request(route[0], _at(route, given))
        assert is_plain_refusal(answered), name
        assert answered.json()["error"] in ("not_found", "method_not_allowed"), name

    assert await fingerprint() == before


@pytest.mark.parametrize("route", NAMING, ids=" ".join)
async def test_what_is_another_persons_is_as_absent_as_what_is_not_there(
    cast: Cast, route: Route, cora: httpx2.AsyncClient, joris: httpx2.AsyncClient, signed_in: SignedIn
) -> None:
    ids = await _belongings(cast, cora, Device(await signed_in(cast.sanne)))
    before = await fingerprint()

    for what, id in ids.items():
        answered = await joris.request(route[0], _at(route, id))
        assert (answered.status_code, answered.json()["error"]) == (404, "not_found"), what

    assert await fingerprint() == before


async def _belongings(cast: Cast, cora: httpx2.AsyncClient, sanne: Device) -> dict[str, str]:
    goal = mutation("goal", {"text": "van Sanne"}, scope=own(cast.sanne))
    held = mutation("goal", {"text": "van Sanne"}, scope=own(cast.bram))
    await sanne.push(goal, held)
    invited = await cora.post(
        "/api/auth/invites",
        json={"programme": str(cast.programme.id), "role": "coachee", "community": str(cast.community.id), "uses": 1},
    )
    devices = (await cora.get("/api/auth/devices")).json()["devices"]
    return {
        "a record": goal["id"],
        "a held draft": held["mid"],
        "an invitation": invited.json()["id"],
        "a login": devices[0]["id"],
        "a person": str(cast.sanne.id),
    }


def _at(route: Route, name: str) -> str:
    return re.sub(r"{\w+}", lambda _: quote(name, safe=""), route[1])
