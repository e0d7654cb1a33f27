"""Accepting invitations: looked at, proven, used up."""

import asyncio
from uuid import uuid4

import httpx2
import pytest

from server import db
from server.auth.keys import Keys
from server.auth.models import Invitation
from server.clock import now
from server.people.models import CoachSeat, Membership, Person
from server.people.roles import roles_of
from server.records import poke
from server.records.models import Record
from server.web import Actor
from tests.auth.invitations import NOOR, accept, invited, look, token_of, verify
from tests.auth.steps import refusal
from tests.conftest import Clock, SignedIn
from tests.fakes import LetterBox
from tests.people import Cast


async def test_a_group_link_makes_a_newcomer_a_coachee(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    invitation = await invited(await signed_in(cast.cora), cast, uses=12)
    asked = await accept(stranger, token_of(invitation), email=" Noor@School.nl", language="en")
    joined = await verify(stranger, letters, NOOR)
    noor = await db.read(lambda: Person.get(email=NOOR))
    roles = await db.read(lambda: roles_of(noor.id, now()))

    assert (asked.status_code, asked.json()) == (202, {"sent_to": "n…@school.nl"})
    assert letters.last_to(NOOR).subject == "Your code for Maatje"
    assert joined.json()["person"] == {"id": str(noor.id), "name": "Noor", "email": NOOR, "language": "en"}
    assert [(role.role, role.community) for role in roles] == [("coachee", cast.community.id)]
    assert (await stranger.get("/api/auth/devices")).status_code == 200


async def test_the_link_in_the_code_mail_joins_as_well(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    invitation = await invited(await signed_in(cast.cora), cast)
    await accept(stranger, token_of(invitation), email=NOOR)
    joined = await stranger.post("/api/auth/link", json={"token": letters.token_for(NOOR)})

    assert joined.json()["person"]["name"] == "Noor"


async def test_an_invitation_for_a_mailbox_is_mailed_and_proven_there(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    await invited(await signed_in(cast.cora), cast, role="coach", email=NOOR)
    mail, token = letters.last_to(NOOR), letters.token_for(NOOR)
    await accept(stranger, token)
    code = letters.code_for(NOOR)
    joined = await stranger.post("/api/auth/verify", json={"invitation": token, "code": code})
    seats = await db.read(lambda: CoachSeat.filter(coaching_id=cast.coaching.id).count())

    assert "Cora nodigt je uit" in mail.text and "Students4Students" not in mail.subject + mail.text
    assert (joined.json()["person"]["email"], seats) == (NOOR, 2)


async def test_a_forwarded_link_does_nothing_for_another_mailbox(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast, role="coordinator", community=None, email=NOOR))
    before = len(letters.letters)
    await accept(stranger, token, email="thief@school.nl")
    joris = await signed_in(cast.joris)
    await accept(joris, token)
    guessed = await stranger.post("/api/auth/verify", json={"email": "thief@school.nl", "code": "123456"})

    assert {letter.to for letter in letters.letters[before:]} == {NOOR}
    assert refusal(guessed) == (400, "code_wrong")
    assert len(await db.read(lambda: roles_of(cast.joris.id, now()))) == 1


async def test_someone_who_is_signed_in_joins_at_once(cast: Cast, signed_in: SignedIn, letters: LetterBox) -> None:
    cora, bram = await signed_in(cast.cora), await signed_in(cast.bram)
    community = str(cast.other_community.id)
    token = token_of(await invited(cora, cast, role="coach", community=community, email="bram@school.nl"))
    before = len(letters.letters)
    joined = await bram.post("/api/auth/invites/accept", json={"token": token})
    roles = await db.read(lambda: roles_of(cast.bram.id, now()))

    assert joined.json()["person"]["name"] == "Bram"
    assert [role.community for role in roles] == [cast.community.id, cast.other_community.id]
    assert len(letters.letters) == before


async def test_accepting_twice_takes_one_use(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast, uses=2))
    for _ in range(2):
        await accept(stranger, token, email=NOOR)
        await verify(stranger, letters, NOOR)

    assert await db.read(lambda: Membership.filter(person__email=NOOR).count()) == 1
    assert (await db.read(lambda: Invitation.all().get())).uses_left == 1


async def test_the_last_use_goes_to_one_of_two_who_come_together(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, laptop: httpx2.AsyncClient, letters: LetterBox
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast))
    await accept(stranger, token, email=NOOR)
    await accept(laptop, token, email="mo@school.nl")
    answers = await asyncio.gather(verify(stranger, letters, NOOR), verify(laptop, letters, "mo@school.nl"))

    assert sorted(answer.status_code for answer in answers) == [200, 400]
    assert [refusal(a) for a in answers if a.status_code == 400] == [(400, "invitation_used")]
    assert await db.read(lambda: Person.filter(email__in=[NOOR, "mo@school.nl"]).count()) == 1


async def test_an_invitation_ends_after_fourteen_days(
    clock: Clock, cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast))
    clock.forward(days=14, minutes=-1)
    in_time = await accept(stranger, token, email=NOOR)
    clock.forward(minutes=1)

    assert in_time.status_code == 202
    assert refusal(await look(stranger, token)) == (400, "invitation_used")
    assert refusal(await verify(stranger, letters, NOOR)) == (400, "invitation_used")


@pytest.mark.parametrize("token", ["", "x", "é", "W10.x"])
async def test_a_made_up_token_is_no_invitation(stranger: httpx2.AsyncClient, token: str) -> None:
    forged = Keys(["somebody else's secret"]).name("invitation", uuid4().hex)

    assert {refusal(await look(stranger, wrong)) for wrong in (token, forged)} == {(400, "invitation_wrong")}


async def test_a_token_for_one_purpose_is_worth_nothing_for_another(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast))
    await stranger.post("/api/auth/code", json={"email": "bram@school.nl"})
    crossed = await stranger.post("/api/auth/link", json={"token": token})

    assert refusal(crossed) == (400, "link_wrong")
    assert refusal(await look(stranger, letters.token_for("bram@school.nl"))) == (400, "invitation_wrong")


async def test_who_accepts_must_have_a_name_and_a_mailbox(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast))
    answers = [
        await accept(stranger, token),
        await accept(stranger, token, email="noor"),
        await accept(stranger, token, email=NOOR, name=" \n "),
        await accept(stranger, token, email=NOOR, language="fr"),
    ]

    assert [answer.json()["fields"] for answer in answers] == [
        {"email": "missing"},
        {"email": "invalid"},
        {"name": "invalid"},
        {"language": "invalid"},
    ]


async def test_codes_for_invitations_count_as_asking(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast))
    statuses = [(await accept(stranger, token, email=NOOR)).status_code for _ in range(6)]

    assert statuses == [202] * 5 + [429]


async def test_who_joins_stands_in_the_directory_from_that_moment_and_the_coach_is_poked(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, letters: LetterBox
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast))
    await accept(stranger, token, email=NOOR)
    async with poke.listen(Actor(cast.bram.id, uuid4())) as coach:
        await verify(stranger, letters, NOOR)
        names = await db.read(lambda: names_in(f"agenda:{cast.community.id}"))

        assert "Noor" in names
        assert coach.grants_changed


async def names_in(scope: str) -> set[str]:
    return {record.data["name"] for record in await Record.filter(kind="person", scope=scope)}
