"""Sessions: the cookie, its life, the list of devices, and signing a phone out from afar."""

import asyncio
from uuid import uuid4

import httpx2
import pytest
from starlette.applications import Starlette

from server import db
from server.auth.models import Login
from server.records import poke
from server.web import Actor
from tests.auth.steps import refusal, sign_in
from tests.conftest import Clock, SignedIn, browser
from tests.fakes import LetterBox
from tests.people import Cast

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1"
PATIENCE = 10  # seconds


async def test_the_cookie_is_kept_from_scripts_and_from_other_sites(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    parts = (await sign_in(stranger, letters, "bram@school.nl")).headers["set-cookie"].split("; ")

    assert parts[0].startswith("maatje=")
    assert sorted(part.lower() for part in parts[1:]) == ["httponly", "max-age=15552000", "path=/", "samesite=lax"]


async def test_the_cookie_is_secure_exactly_on_https(cast: Cast, app: Starlette, letters: LetterBox) -> None:
    transport, home = httpx2.ASGITransport(app), "https://maatje.test"
    async with httpx2.AsyncClient(transport=transport, base_url=home, headers={"origin": home}) as secure:
        entered = await sign_in(secure, letters, "bram@school.nl")

    assert "; Secure" in entered.headers["set-cookie"]


async def test_the_database_holds_nothing_to_sign_in_with(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await sign_in(stranger, letters, "bram@school.nl")
    login = await db.read(lambda: Login.all().get())

    assert stranger.cookies["maatje"] not in str(vars(login))


@pytest.mark.parametrize("cookie", ["", "x", "%00", "a" * 5000, '"quoted"'])
async def test_a_wrong_cookie_is_signed_out(stranger: httpx2.AsyncClient, cookie: str) -> None:
    answer = await stranger.get("/api/auth/devices", headers={"cookie": f"maatje={cookie}"})

    assert refusal(answer) == (401, "signed_out")


async def test_a_session_lives_as_long_as_it_is_used(clock: Clock, cast: Cast, signed_in: SignedIn) -> None:
    phone = await signed_in(cast.bram)
    for _ in range(3):
        clock.forward(days=179)
        answer = await phone.get("/api/auth/devices")
        await _noted()

        assert answer.status_code == 200
        assert "maatje=" in answer.headers["set-cookie"]
    clock.forward(days=180)

    assert refusal(await phone.get("/api/auth/devices")) == (401, "signed_out")


async def test_the_last_contact_is_written_once_in_five_minutes(clock: Clock, cast: Cast, signed_in: SignedIn) -> None:
    phone = await signed_in(cast.bram)
    contacts = []
    for minutes in (0, 4, 1, 2):
        clock.forward(minutes=minutes)
        await asyncio.gather(*(phone.get("/api/auth/devices") for _ in range(3)))
        await _noted()
        contacts.append((await db.read(lambda: Login.all().get())).last_contact)

    assert contacts[0] == contacts[1] < contacts[2] == contacts[3]


async def test_the_cookie_is_sent_again_only_with_a_new_contact(clock: Clock, cast: Cast, signed_in: SignedIn) -> None:
    phone = await signed_in(cast.bram)
    answer = await phone.get("/api/auth/devices")
    clock.forward(minutes=5)
    out = await phone.post("/api/auth/sign-out")
    await _noted()

    assert "set-cookie" not in answer.headers
    assert out.headers.get_list("set-cookie")[0].startswith('maatje=""')
    assert len(out.headers.get_list("set-cookie")) == 1


async def test_a_person_sees_where_they_are_signed_in(
    clock: Clock, cast: Cast, app: Starlette, signed_in: SignedIn, letters: LetterBox
) -> None:
    await signed_in(cast.cora)
    async with browser(app) as phone:
        phone.headers["user-agent"] = IPHONE
        await sign_in(phone, letters, "bram@school.nl")
    clock.forward(minutes=1)
    laptop = await signed_in(cast.bram)
    devices = (await laptop.get("/api/auth/devices")).json()["devices"]

    assert [(device["device"], device["current"]) for device in devices] == [("test", True), ("iPhone · Safari", False)]
    assert devices[1]["last_contact"] == devices[1]["created_at"] == "2026-03-02T17:22:12Z"
    assert set(devices[0]) == {"id", "device", "current", "created_at", "last_contact"}


async def test_a_phone_that_was_signed_out_from_afar_is_told_to_purge(cast: Cast, signed_in: SignedIn) -> None:
    phone, laptop = await signed_in(cast.bram), await signed_in(cast.bram)
    other = next(d for d in (await laptop.get("/api/auth/devices")).json()["devices"] if not d["current"])
    gone = await laptop.delete(f"/api/auth/devices/{other['id']}")

    assert gone.status_code == 204
    assert refusal(await phone.get("/api/auth/devices")) == (401, "revoked")
    assert len((await laptop.get("/api/auth/devices")).json()["devices"]) == 1


async def test_nobody_signs_out_the_phone_of_another(cast: Cast, signed_in: SignedIn) -> None:
    phone, joris = await signed_in(cast.bram), await signed_in(cast.joris)
    device = (await phone.get("/api/auth/devices")).json()["devices"][0]["id"]
    answers = [await joris.delete(f"/api/auth/devices/{name}") for name in (device, uuid4(), "x")]

    assert [refusal(answer) for answer in answers] == [(404, "not_found")] * 3
    assert (await phone.get("/api/auth/devices")).status_code == 200


async def test_an_ended_login_ends_its_streams(cast: Cast, signed_in: SignedIn) -> None:
    phone = await signed_in(cast.bram)
    login = await db.read(lambda: Login.all().get())
    async with poke.listen(Actor(cast.bram.id, login.id)) as stream:
        await phone.post("/api/auth/sign-out")
        while not stream.ended:  # PostgreSQL tells it a moment later
            assert await stream.wait(PATIENCE), "nobody told the stream"


async def _noted() -> None:
    """Let the contact that is written behind the answer's back come to its end."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others)
