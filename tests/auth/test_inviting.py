"""Invitations as a coordinator makes, lists, shows and withdraws them."""

from typing import Any
from uuid import uuid4

import httpx2
import pytest

from server import db
from server.auth.models import Invitation
from server.people.models import Appointment, Person
from tests.auth.invitations import NOOR, accept, invited, look, token_of, verify
from tests.auth.steps import refusal
from tests.conftest import Clock, SignedIn
from tests.fakes import LetterBox
from tests.people import Cast


async def test_one_sees_what_one_is_invited_to(cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient) -> None:
    invitation = await invited(await signed_in(cast.cora), cast, role="coach", email=NOOR)
    shown = (await look(stranger, token_of(invitation))).json()

    assert shown == {
        "role": "coach",
        "programme": "Students4Students",
        "hue": None,
        "community": "Community 1",
        "by": "Cora",
        "sent_to": "n…@school.nl",
        "until": invitation["until"],
    }


async def test_a_withdrawn_invitation_is_over(cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient) -> None:
    cora = await signed_in(cast.cora)
    invitation = await invited(cora, cast)
    listed = (await cora.get("/api/auth/invites")).json()["invitations"]
    gone = await cora.delete(f"/api/auth/invites/{invitation['id']}")

    assert (listed, gone.status_code) == ([invitation], 204)
    assert (await cora.get("/api/auth/invites")).json() == {"invitations": []}
    assert refusal(await accept(stranger, token_of(invitation), email=NOOR)) == (400, "invitation_used")


async def test_the_coordinator_shows_the_link_as_a_qr_code(cast: Cast, signed_in: SignedIn) -> None:
    cora = await signed_in(cast.cora)
    invitation = await invited(cora, cast)
    picture = await cora.get(f"/api/auth/invites/{invitation['id']}/qr.svg")

    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert "<svg" in picture.text and "<script" not in picture.text
    assert 'fill="#fff"' in picture.text  # the page around it may be dark


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"role": "coach"}, "malformed"),  # above coachee needs the mailbox
        ({"role": "senior", "community": None}, "malformed"),
        ({"role": "senior", "email": NOOR}, "malformed"),  # a senior has no community
        ({"community": None}, "malformed"),
        ({"role": "admin", "community": None, "email": NOOR}, "malformed"),  # by the command line only
        ({"role": "king"}, "malformed"),
        ({"uses": 0}, "malformed"),
        ({"uses": 201}, "malformed"),
        ({"uses": True}, "malformed"),
        ({"uses": "12"}, "malformed"),
        ({"email": NOOR, "uses": 2}, "malformed"),
        ({"email": "noor"}, "malformed"),
        ({"community": str(uuid4())}, "not_found"),
        ({"community": "x"}, "malformed"),
        ({"programme": str(uuid4())}, "not_found"),
    ],
)
async def test_what_cannot_be_offered_is_refused(
    cast: Cast, signed_in: SignedIn, wanted: dict[str, Any], code: str
) -> None:
    cora = await signed_in(cast.cora)
    body = {"programme": str(cast.programme.id), "role": "coachee", "community": str(cast.community.id), **wanted}
    answer = await cora.post("/api/auth/invites", json={key: value for key, value in body.items() if value is not None})

    assert answer.json()["error"] == code
    assert await db.read(lambda: Invitation.all().count()) == 0


async def test_only_coordinators_of_the_programme_invite(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient
) -> None:
    invitation = await invited(await signed_in(cast.cora), cast)
    body = {"programme": str(cast.programme.id), "role": "coachee", "community": str(cast.community.id)}
    for person in (cast.sanne, cast.bram, cast.senna, cast.joris, cast.lot, cast.ada):
        browser = await signed_in(person)
        answers = [
            await browser.post("/api/auth/invites", json=body),
            await browser.get(f"/api/auth/invites/{invitation['id']}/qr.svg"),
            await browser.delete(f"/api/auth/invites/{invitation['id']}"),
        ]

        assert [refusal(answer) for answer in answers] == [(404, "not_found")] * 3
        assert (await browser.get("/api/auth/invites")).json() == {"invitations": []}
    assert refusal(await stranger.post("/api/auth/invites", json=body)) == (401, "signed_out")


async def test_a_coordinator_whose_role_ended_invites_nobody(clock: Clock, cast: Cast, signed_in: SignedIn) -> None:
    cora = await signed_in(cast.cora)
    await db.write(lambda: Appointment.filter(person_id=cast.cora.id).update(ends_at=clock.at))
    body = {"programme": str(cast.programme.id), "role": "coachee", "community": str(cast.community.id)}

    assert refusal(await cora.post("/api/auth/invites", json=body)) == (404, "not_found")


@pytest.mark.parametrize("wanted", [{"uses": 5}, {"role": "coordinator", "community": None, "email": NOOR}])
async def test_what_a_coordinator_offered_ends_with_their_role(
    clock: Clock,
    cast: Cast,
    signed_in: SignedIn,
    stranger: httpx2.AsyncClient,
    letters: LetterBox,
    wanted: dict[str, Any],
) -> None:
    token = token_of(await invited(await signed_in(cast.cora), cast, **wanted))
    await accept(stranger, token, email=NOOR)
    await db.write(lambda: Appointment.filter(person_id=cast.cora.id).update(ends_at=clock.at))
    proven = await verify(stranger, letters, NOOR)

    assert refusal(proven) == refusal(await look(stranger, token)) == (400, "invitation_used")
    assert not await db.read(lambda: Person.exists(email=NOOR))
