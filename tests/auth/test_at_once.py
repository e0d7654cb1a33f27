"""Two at once at the door: a code, an invitation and a mailbox serve as often as they should, and not once more."""

import asyncio
from collections.abc import AsyncIterator

import httpx2
import pytest
from starlette.applications import Starlette

from server import db
from server.auth.models import Code, Login
from server.people.models import Membership, Person
from tests.auth import invitations
from tests.auth.steps import ask, verify
from tests.conftest import SignedIn, browser
from tests.fakes import LetterBox
from tests.people import Cast

SANNE = "sanne@school.nl"
AT_ONCE = 6


@pytest.fixture
async def browsers(app: Starlette) -> AsyncIterator[list[httpx2.AsyncClient]]:
    opened = [browser(app) for _ in range(AT_ONCE)]
    yield opened
    for one in opened:
        await one.aclose()


def statuses(answers: list[httpx2.Response]) -> list[int]:
    return sorted(answer.status_code for answer in answers)


async def test_one_code_opens_one_session(cast: Cast, browsers: list[httpx2.AsyncClient], letters: LetterBox) -> None:
    await ask(browsers[0], SANNE)
    code = letters.code_for(SANNE)

    answers = await asyncio.gather(*(verify(one, SANNE, code) for one in browsers))

    assert statuses(answers) == [200] + [400] * (AT_ONCE - 1)
    assert await db.read(lambda: Login.filter(person=cast.sanne.id).count()) == 1


async def test_of_codes_that_were_asked_at_once_one_can_be_typed(
    cast: Cast, browsers: list[httpx2.AsyncClient], letters: LetterBox
) -> None:
    await asyncio.gather(*(ask(one, SANNE) for one in browsers[:4]))

    assert len(letters.letters) == 4
    assert await db.read(lambda: Code.exclude(code_hash="").count()) == 1


async def test_guesses_at_once_are_all_counted(cast: Cast, browsers: list[httpx2.AsyncClient]) -> None:
    await ask(browsers[0], SANNE)

    answers = await asyncio.gather(*(verify(one, SANNE, "x") for one in browsers))

    assert statuses(answers) == [400] * 5 + [429]


async def test_an_invitation_for_two_lets_two_in(
    cast: Cast, browsers: list[httpx2.AsyncClient], letters: LetterBox, signed_in: SignedIn
) -> None:
    invitation = await invitations.invited(await signed_in(cast.cora), cast, uses=2)
    people = [f"nieuw{number}@school.nl" for number in range(AT_ONCE)]
    for one, email in zip(browsers, people, strict=True):
        await invitations.accept(one, invitations.token_of(invitation), email=email, language="nl")

    answers = await asyncio.gather(
        *(invitations.verify(one, letters, email) for one, email in zip(browsers, people, strict=True))
    )

    assert statuses(answers) == [200, 200] + [400] * (AT_ONCE - 2)
    assert await db.read(lambda: Person.filter(email__in=people).count()) == 2


async def test_who_accepts_twice_at_once_comes_in_once(cast: Cast, signed_in: SignedIn) -> None:
    cora, joris = await signed_in(cast.cora), [await signed_in(cast.joris) for _ in range(4)]
    made = [await invitations.invited(cora, cast, uses=2) for _ in range(2)]
    tokens = [invitations.token_of(invitation) for invitation in made] * 2

    answers = await asyncio.gather(*(invitations.accept(one, token) for one, token in zip(joris, tokens, strict=True)))

    assert statuses(answers) == [200] * 4
    assert await db.read(lambda: Membership.filter(person_id=cast.joris.id).count()) == 1
