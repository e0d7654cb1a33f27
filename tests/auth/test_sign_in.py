"""Signing in with a code."""

import asyncio

import httpx2
import pytest

from server import db
from server.auth.models import Code, Login
from tests.auth.steps import another, ask, refusal, sign_in, verify
from tests.conftest import Clock, SignedIn
from tests.fakes import LetterBox
from tests.people import Cast

WRONG = (400, "code_wrong")
DEAD = (429, "too_many")


async def test_a_code_from_the_mail_signs_in(cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox) -> None:
    asked = await ask(stranger, "bram@school.nl")
    entered = await verify(stranger, "bram@school.nl", letters.code_for("bram@school.nl"))

    assert (asked.status_code, asked.content) == (204, b"")
    assert entered.json() == {
        "person": {"id": str(cast.bram.id), "name": "Bram", "email": "bram@school.nl", "language": "nl"}
    }
    assert (await stranger.get("/api/auth/devices")).status_code == 200


async def test_the_mail_has_the_code_first_and_the_link_below_it(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "bram@school.nl")
    lines = letters.last_to("bram@school.nl").text.splitlines()

    assert lines[0].replace(" ", "").isdecimal() and len(lines[0]) == 7 and lines[0][3] == " "
    assert [line for line in lines[1:] if line.startswith("http://localhost:8000/inloggen#token=")]
    assert letters.last_to("bram@school.nl").text.isascii()


async def test_the_mail_is_in_the_language_of_its_reader(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    async def english() -> None:
        cast.bram.language = "en"
        await cast.bram.save()

    await db.write(english)
    await ask(stranger, "bram@school.nl")

    assert letters.last_to("bram@school.nl").subject == "Your code for Maatje"


@pytest.mark.parametrize("typed", ["  Bram@School.NL ", "bram@school.nl\n", "\uff22\uff32\uff21\uff2d@school.nl"])
async def test_an_address_counts_however_it_is_typed(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox, typed: str
) -> None:
    await ask(stranger, typed)
    code = letters.code_for("bram@school.nl")

    assert (await verify(stranger, f" {typed.upper()}", code)).status_code == 200


@pytest.mark.parametrize("shape", ["{0} {1}", "{0}{1}", " {0}-{1} ", "{0}\u00a0{1}"])
async def test_a_code_counts_however_it_is_spaced(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox, shape: str
) -> None:
    await ask(stranger, "bram@school.nl")
    typed = shape.format(*letters.code_for("bram@school.nl").split())

    assert (await verify(stranger, "bram@school.nl", typed)).status_code == 200


async def test_a_code_works_once(
    cast: Cast, stranger: httpx2.AsyncClient, laptop: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await sign_in(stranger, letters, "bram@school.nl")
    again = await verify(laptop, "bram@school.nl", letters.code_for("bram@school.nl"))

    assert refusal(again) == WRONG
    assert "set-cookie" not in again.headers


async def test_two_who_type_the_same_code_at_once_get_one_session(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "bram@school.nl")
    code = letters.code_for("bram@school.nl")
    answers = await asyncio.gather(*(verify(stranger, "bram@school.nl", code) for _ in range(4)))

    assert sorted(answer.status_code for answer in answers) == [200, 400, 400, 400]
    assert await db.read(lambda: Login.all().count()) == 1


async def test_a_code_ends_after_a_quarter_of_an_hour(
    clock: Clock, cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "bram@school.nl")
    clock.forward(minutes=15)

    assert refusal(await verify(stranger, "bram@school.nl", letters.code_for("bram@school.nl"))) == WRONG


async def test_only_the_newest_code_works(cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox) -> None:
    await ask(stranger, "bram@school.nl")
    old = letters.code_for("bram@school.nl")
    await ask(stranger, "bram@school.nl")
    new = letters.code_for("bram@school.nl")

    assert old == new or refusal(await verify(stranger, "bram@school.nl", old)) == WRONG
    assert (await verify(stranger, "bram@school.nl", new)).status_code == 200


async def test_a_code_dies_after_five_wrong_tries_and_the_mailbox_does_not(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "bram@school.nl")
    code = letters.code_for("bram@school.nl")
    tries = [refusal(await verify(stranger, "bram@school.nl", another(code))) for _ in range(5)]
    right = await verify(stranger, "bram@school.nl", code)

    assert tries == [WRONG] * 5
    assert refusal(right) == DEAD
    assert (await sign_in(stranger, letters, "bram@school.nl")).status_code == 200


async def test_unknown_and_known_mailboxes_are_answered_alike(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    async def story(email: str) -> list[tuple[int, bytes, list[str]]]:
        answers = [await ask(stranger, email)]
        answers += [await verify(stranger, email, "") for _ in range(7)]
        answers += [await ask(stranger, email) for _ in range(5)]
        return [(answer.status_code, answer.content, sorted(answer.headers)) for answer in answers]

    known, unknown = await story("bram@school.nl"), await story("nobody@school.nl")

    assert known == unknown
    assert [status for status, _, _ in known] == [204, *[400] * 5, 429, 429, *[204] * 4, 429]


async def test_an_unknown_mailbox_costs_the_same_work_and_gets_no_mail(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await ask(stranger, "nobody@school.nl")
    row = await db.read(lambda: Code.all().get())

    assert (letters.letters, letters.pretended) == ([], 1)
    assert "nobody" not in row.mailbox and row.code_hash


async def test_without_asking_no_code_is_right(cast: Cast, stranger: httpx2.AsyncClient) -> None:
    answers = [refusal(await verify(stranger, email, "123456")) for email in ("bram@school.nl", "x@school.nl")]

    assert answers == [WRONG, WRONG]


@pytest.mark.parametrize("email", ["", "@", "bram", "a@b\r\nBcc: x@y.nl", "🐢@🐢", "x" * 200_000, "a b@c.nl", "\ud800"])
async def test_absurd_addresses_are_refused_kindly(
    cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox, email: str
) -> None:
    body = b'{"email": "\\ud800"}' if email == "\ud800" else None
    asked = await (stranger.post("/api/auth/code", content=body) if body else ask(stranger, email))

    assert asked.status_code == 204
    assert letters.letters == []


@pytest.mark.parametrize("body", [{}, [], "bram@school.nl", {"email": 7}, {"email": None}, {"email": ["a@b.nl"]}])
async def test_what_is_no_address_at_all_is_malformed(stranger: httpx2.AsyncClient, body: object) -> None:
    answers = [await stranger.post(f"/api/auth/{route}", json=body) for route in ("code", "verify", "link")]

    assert {refusal(answer) for answer in answers} == {(400, "malformed")}


async def test_signing_out_kills_the_session_at_once(
    cast: Cast, signed_in: SignedIn, laptop: httpx2.AsyncClient
) -> None:
    phone = await signed_in(cast.bram)
    laptop.cookies.update(phone.cookies)  # a copy that somebody made
    out = await phone.post("/api/auth/sign-out")

    assert (out.status_code, out.content) == (204, b"")
    assert "Max-Age=0" in out.headers["set-cookie"]
    assert refusal(await laptop.get("/api/auth/devices")) == (401, "signed_out")


async def test_only_our_own_page_may_ask_for_a_code(cast: Cast, stranger: httpx2.AsyncClient) -> None:
    elsewhere = await stranger.post("/api/auth/code", json={"email": "a@b.nl"}, headers={"origin": "https://evil.nl"})

    assert refusal(elsewhere) == (403, "cross_origin")
