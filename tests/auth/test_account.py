"""One's own name, language and mail address."""

import httpx2
import pytest

from server import db
from server.records.models import Record
from tests.auth.steps import ask, refusal, sign_in, verify
from tests.conftest import Clock, SignedIn
from tests.fakes import LetterBox
from tests.people import Cast

NEW = "bram@thuis.nl"


async def test_a_person_changes_name_and_language(cast: Cast, signed_in: SignedIn) -> None:
    phone = await signed_in(cast.bram)
    await phone.patch("/api/auth/me", json={"language": "en"})
    person = (await phone.patch("/api/auth/me", json={"name": "  Bram\n de Boer "})).json()["person"]

    assert (person["name"], person["language"]) == ("Bram de Boer", "en")


@pytest.mark.parametrize(
    "body", [{"language": "fr"}, {"language": 1}, {"name": " "}, {"name": "x" * 201}, {"name": []}, 7]
)
async def test_what_cannot_be_meant_changes_nothing(cast: Cast, signed_in: SignedIn, body: object) -> None:
    phone = await signed_in(cast.bram)

    assert refusal(await phone.patch("/api/auth/me", json=body)) == (400, "malformed")
    assert (await phone.patch("/api/auth/me", json={})).json()["person"]["name"] == "Bram"


async def test_a_new_address_counts_once_its_mailbox_is_proven(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    phone = await signed_in(cast.bram)
    asked = await phone.post("/api/auth/email", json={"email": " Bram@Thuis.nl"})
    body = {"email": NEW, "code": letters.code_for(NEW)}
    person = (await phone.post("/api/auth/email/verify", json=body)).json()["person"]

    assert asked.status_code == 204
    assert person["email"] == NEW
    assert "b…@thuis.nl" in letters.last_to("bram@school.nl").text
    assert (await sign_in(stranger, letters, NEW)).status_code == 200


async def test_mail_to_the_old_address_opens_nothing_any_more(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    phone = await signed_in(cast.bram)
    await ask(stranger, "bram@school.nl")
    code, token = letters.code_for("bram@school.nl"), letters.token_for("bram@school.nl")
    await phone.post("/api/auth/email", json={"email": NEW})
    await phone.post("/api/auth/email/verify", json={"email": NEW, "code": letters.code_for(NEW)})

    assert refusal(await verify(stranger, "bram@school.nl", code)) == (400, "code_wrong")
    assert refusal(await stranger.post("/api/auth/link", json={"token": token})) == (400, "link_wrong")


async def test_a_code_for_a_new_address_is_no_code_to_sign_in_with(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    phone = await signed_in(cast.bram)
    await phone.post("/api/auth/email", json={"email": "cora@school.nl"})
    code = letters.code_for("cora@school.nl")

    assert refusal(await verify(stranger, "cora@school.nl", code)) == (400, "code_wrong")


async def test_a_code_for_another_persons_new_address_is_wrong(
    cast: Cast, signed_in: SignedIn, letters: LetterBox
) -> None:
    phone, other = await signed_in(cast.bram), await signed_in(cast.joris)
    await phone.post("/api/auth/email", json={"email": NEW})
    answer = await other.post("/api/auth/email/verify", json={"email": NEW, "code": letters.code_for(NEW)})

    assert refusal(answer) == (400, "code_wrong")


async def test_an_address_that_somebody_has_is_told_only_to_whoever_owns_the_mailbox(
    cast: Cast, signed_in: SignedIn, letters: LetterBox
) -> None:
    phone = await signed_in(cast.bram)
    asked = await phone.post("/api/auth/email", json={"email": "cora@school.nl"})
    body = {"email": "cora@school.nl", "code": letters.code_for("cora@school.nl")}

    assert asked.status_code == 204
    assert refusal(await phone.post("/api/auth/email/verify", json=body)) == (400, "email_taken")


async def test_a_code_for_a_new_address_ends_and_dies_like_any_other(
    clock: Clock, cast: Cast, signed_in: SignedIn, letters: LetterBox
) -> None:
    phone = await signed_in(cast.bram)
    await phone.post("/api/auth/email", json={"email": NEW})
    clock.forward(minutes=15)
    body = {"email": NEW, "code": letters.code_for(NEW)}
    answers = [refusal(await phone.post("/api/auth/email/verify", json=body)) for _ in range(6)]

    assert answers == [(400, "code_wrong")] * 5 + [(429, "too_many")]


# Other ways to write bram@school.nl in a header, and one that would be two headers.
ENCODED = ["=?utf-8?q?bram?=@school.nl", "=?utf-8?b?YnJhbQ==?=@school.nl", "=?utf-8?q?a=0d=0abcc=3ax?=@school.nl"]


@pytest.mark.parametrize("email", ["bram", "a@b\r\nBcc: x@y.nl", "", "x" * 300 + "@y.nl", *ENCODED])
async def test_what_cannot_be_written_to_is_no_address(cast: Cast, signed_in: SignedIn, email: str) -> None:
    phone = await signed_in(cast.bram)

    assert refusal(await phone.post("/api/auth/email", json={"email": email})) == (400, "malformed")


async def test_a_stranger_changes_nothing(stranger: httpx2.AsyncClient) -> None:
    answers = [
        await stranger.patch("/api/auth/me", json={"name": "x"}),
        await stranger.post("/api/auth/email", json={"email": NEW}),
        await stranger.post("/api/auth/email/verify", json={"email": NEW, "code": "123456"}),
    ]

    assert [refusal(answer) for answer in answers] == [(401, "signed_out")] * 3


async def test_a_new_name_is_seen_by_the_others(cast: Cast, signed_in: SignedIn) -> None:
    phone = await signed_in(cast.bram)
    await phone.patch("/api/auth/me", json={"name": "Bram de Boer"})
    records = await db.read(lambda: Record.filter(kind="person", scope=f"agenda:{cast.community.id}"))
    names = {record.data["name"] for record in records}

    assert "Bram de Boer" in names
