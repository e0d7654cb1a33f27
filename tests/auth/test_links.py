"""Signing in with the link of the same mail."""

import httpx2
import pytest
from starlette.applications import Starlette

from server.app import make_app
from server.auth.keys import Keys
from server.config import Config
from tests.auth.steps import another, ask, refusal, verify
from tests.conftest import HOME, Clock, browser
from tests.fakes import LetterBox
from tests.people import Cast

OVER = (400, "link_wrong")
ELSEWHERE = ("evil.nl", "localhost.evil.nl", "127.0.0.1.evil.nl", "8.8.8.8", "[", "a b", "localhost@evil.nl")
# To a parser these are this machine, to a browser evil.nl or nothing at all.
TRICKS = ("evil.nl\\@localhost", "evil.nl\\@10.0.0.1:8000", "user@localhost", "10.0.0.1#.evil.nl", "localhost:80:90")


async def tap(client: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await client.post("/api/auth/link", json={"token": token})


async def test_a_tap_on_the_link_signs_in(cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox) -> None:
    await ask(stranger, "bram@school.nl")
    entered = await tap(stranger, letters.token_for("bram@school.nl"))

    assert entered.json()["person"]["name"] == "Bram"
    assert (await stranger.get("/api/auth/devices")).status_code == 200


async def test_a_mail_scanner_that_opens_the_link_changes_nothing(
    cast: Cast, stranger: httpx2.AsyncClient, laptop: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "bram@school.nl")
    token = letters.token_for("bram@school.nl")
    for method in ("GET", "HEAD"):
        await laptop.request(method, f"/inloggen#token={token}")
        await laptop.request(method, f"/inloggen?token={token}")
        await laptop.request(method, f"/api/auth/link?token={token}")

    assert "maatje" not in laptop.cookies
    assert (await tap(stranger, token)).status_code == 200


async def test_link_and_code_together_work_once(cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox) -> None:
    await ask(stranger, "bram@school.nl")
    code, token = letters.code_for("bram@school.nl"), letters.token_for("bram@school.nl")
    first = await tap(stranger, token)

    assert first.status_code == 200
    assert refusal(await tap(stranger, token)) == OVER
    assert refusal(await verify(stranger, "bram@school.nl", code)) == (400, "code_wrong")


async def test_a_link_ends_after_a_quarter_of_an_hour(
    clock: Clock, cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "bram@school.nl")
    clock.forward(minutes=15)

    assert refusal(await tap(stranger, letters.token_for("bram@school.nl"))) == OVER


async def test_a_link_outlives_wrong_tries_and_a_second_mail(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "bram@school.nl")
    first = letters.token_for("bram@school.nl")
    await ask(stranger, "bram@school.nl")
    code = letters.code_for("bram@school.nl")
    for _ in range(6):
        await verify(stranger, "bram@school.nl", another(code))

    assert (await tap(stranger, first)).status_code == 200


async def test_a_changed_or_made_up_token_opens_nothing(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "bram@school.nl")
    token = letters.token_for("bram@school.nl")
    forged = Keys(["somebody else's secret"]).sign("link", {"code": "x", "email": "bram@school.nl"})

    for wrong in ("", "x", token[:-2], token[1:], token.replace(".", "", 1), forged, "é" * 300):
        assert refusal(await tap(stranger, wrong)) == OVER


async def test_codes_and_links_survive_a_new_secret_while_the_old_one_is_kept(
    cast: Cast, settings: Config, letters: LetterBox, app: Starlette
) -> None:
    async with browser(app) as before:
        await ask(before, "bram@school.nl")
        await ask(before, "cora@school.nl")
    rotated = Config(**{**vars(settings), "secrets": ("the new secret", *settings.secrets)})
    async with browser(make_app(rotated, letters)) as after:
        typed = await verify(after, "bram@school.nl", letters.code_for("bram@school.nl"))
        tapped = await tap(after, letters.token_for("cora@school.nl"))

    assert (typed.status_code, tapped.status_code) == (200, 200)


async def test_nothing_survives_when_the_old_secret_is_gone(
    cast: Cast, settings: Config, letters: LetterBox, app: Starlette
) -> None:
    async with browser(app) as before:
        await ask(before, "bram@school.nl")
    replaced = Config(**{**vars(settings), "secrets": ("the new secret",)})
    async with browser(make_app(replaced, letters)) as after:
        typed = await verify(after, "bram@school.nl", letters.code_for("bram@school.nl"))
        tapped = await tap(after, letters.token_for("bram@school.nl"))

    assert (refusal(typed), refusal(tapped)) == ((400, "code_wrong"), OVER)


@pytest.mark.parametrize("host", [*ELSEWHERE, *TRICKS])
async def test_a_stranger_cannot_make_our_mail_lead_elsewhere(
    cast: Cast, app: Starlette, letters: LetterBox, host: str
) -> None:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url=HOME) as program:
        asked = await program.post("/api/auth/code", json={"email": "bram@school.nl"}, headers={"host": host})

    assert asked.status_code == 204
    assert "http://localhost:8000/inloggen#" in letters.last_to("bram@school.nl").text


async def test_a_phone_on_the_same_network_gets_a_link_that_it_can_open(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    headers = {"host": "192.168.1.20:8000", "origin": "http://192.168.1.20:8000"}
    await stranger.post("/api/auth/code", json={"email": "bram@school.nl"}, headers=headers)

    assert "http://192.168.1.20:8000/inloggen#token=" in letters.last_to("bram@school.nl").text
