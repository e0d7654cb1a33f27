"""What a coordinator and an invited person do, as tests say it."""

from typing import Any

import httpx2

from tests.fakes import LetterBox
from tests.people import Cast

NOOR = "noor@school.nl"


async def invited(cora: httpx2.AsyncClient, cast: Cast, **wanted: Any) -> dict[str, Any]:
    body = {"programme": str(cast.programme.id), "role": "coachee", "community": str(cast.community.id), **wanted}
    answer = await cora.post("/api/auth/invites", json={key: value for key, value in body.items() if value is not None})
    assert answer.status_code == 201, answer.text
    invitation: dict[str, Any] = answer.json()
    return invitation


def token_of(invitation: dict[str, Any]) -> str:
    return str(invitation["url"]).partition("#")[2]


async def look(browser: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await browser.post("/api/auth/invites/look", json={"token": token})


async def accept(browser: httpx2.AsyncClient, token: str, **who: str) -> httpx2.Response:
    return await browser.post("/api/auth/invites/accept", json={"token": token, "name": "Noor", **who})


async def verify(browser: httpx2.AsyncClient, letters: LetterBox, email: str) -> httpx2.Response:
    body = {"email": email, "code": letters.code_for(email)}
    return await browser.post("/api/auth/verify", json=body)
