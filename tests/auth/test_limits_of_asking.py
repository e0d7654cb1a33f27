"""How often a code may be asked for, and guessed at."""

import httpx2
from starlette.applications import Starlette

from tests.auth.invitations import NOOR, accept, invited, token_of
from tests.auth.steps import another, ask, refusal, verify
from tests.conftest import HOME, Clock, SignedIn
from tests.fakes import LetterBox
from tests.people import Cast


async def test_a_mailbox_gets_five_codes_in_a_quarter_of_an_hour(
    clock: Clock, cast: Cast, stranger: httpx2.AsyncClient
) -> None:
    asked = [(await ask(stranger, f"{' ' * n}BRAM@school.nl")).status_code for n in range(5)]
    sixth = await ask(stranger, "bram@school.nl")
    other = await ask(stranger, "cora@school.nl")
    clock.forward(seconds=int(sixth.headers["retry-after"]))

    assert asked == [204] * 5
    assert refusal(sixth) == (429, "too_many")
    assert (other.status_code, (await ask(stranger, "bram@school.nl")).status_code) == (204, 204)


async def test_an_address_gets_a_hundred_codes_for_any_mailboxes(
    clock: Clock, cast: Cast, app: Starlette, stranger: httpx2.AsyncClient
) -> None:
    asked = {(await ask(stranger, f"{number}@school.nl")).status_code for number in range(100)}
    elsewhere = httpx2.ASGITransport(app, client=("192.0.2.9", 1))
    async with httpx2.AsyncClient(transport=elsewhere, base_url=HOME, headers={"origin": HOME}) as other:
        answers = [await ask(stranger, "bram@school.nl"), await ask(other, "bram@school.nl")]

    assert asked == {204}
    assert [answer.status_code for answer in answers] == [429, 204]


async def test_in_demo_mode_asking_is_unlimited(cast: Cast, demo: None, stranger: httpx2.AsyncClient) -> None:
    asked = {(await ask(stranger, "bram@school.nl")).status_code for _ in range(120)}

    assert asked == {204}


async def test_guessing_at_many_mailboxes_in_turn_is_stopped_too(
    clock: Clock, cast: Cast, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    tries = {(await verify(stranger, f"{number}@school.nl", "123456")).status_code for number in range(100)}
    await ask(stranger, "bram@school.nl")
    code = letters.code_for("bram@school.nl")
    stopped = [await verify(stranger, "bram@school.nl", typed) for typed in (code, another(code))]
    clock.forward(minutes=15)
    await ask(stranger, "bram@school.nl")

    assert tries == {400}
    assert [refusal(answer) for answer in stopped] == [(429, "too_many")] * 2
    assert (await verify(stranger, "bram@school.nl", letters.code_for("bram@school.nl"))).status_code == 200


async def test_a_mail_that_goes_to_any_address_is_counted_in_a_demo_too(
    clock: Clock, cast: Cast, demo: None, signed_in: SignedIn, stranger: httpx2.AsyncClient
) -> None:
    cora = await signed_in(cast.cora)
    token = token_of(await invited(cora, cast, uses=9))
    moved = [await cora.post("/api/auth/email", json={"email": "real@school.nl"}) for _ in range(6)]
    joined = [await accept(stranger, token, email="other@school.nl") for _ in range(6)]

    assert [answer.status_code for answer in moved] == [204] * 5 + [429]
    assert [answer.status_code for answer in joined] == [202] * 5 + [429]


async def test_nobody_floods_a_mailbox_with_invitations(
    clock: Clock, cast: Cast, signed_in: SignedIn, letters: LetterBox
) -> None:
    cora, body = await signed_in(cast.cora), {"programme": str(cast.programme.id), "role": "tutor", "email": NOOR}
    made = [await cora.post("/api/auth/invites", json=body) for _ in range(6)]

    assert [answer.status_code for answer in made] == [201] * 5 + [429]
    assert len(letters.letters) == 5
    assert len((await cora.get("/api/auth/invites")).json()["invitations"]) == 5
