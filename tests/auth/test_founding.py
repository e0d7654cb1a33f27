"""A coordinator founds a community by inviting somebody to it: both land, or neither."""

from typing import Any
from uuid import uuid4

import httpx2
import pytest

from server import db
from server.auth.models import Invitation
from server.people.models import Appointment, Coaching, Community, Membership
from server.permissions import changes
from tests.auth.invitations import NOOR, accept, invited, look, token_of, verify
from tests.auth.steps import refusal
from tests.conftest import Clock, SignedIn
from tests.fakes import LetterBox
from tests.people import Cast

DUO: dict[str, Any] = {"name": "Sanne en Bram", "kind": "pair"}


def asked(cast: Cast, **wanted: Any) -> dict[str, Any]:
    return {"programme": str(cast.programme.id), "role": "coachee", "new_community": DUO, **wanted}


async def how_many() -> tuple[int, int]:
    return await db.read(lambda: Community.all().count()), await db.read(lambda: Invitation.all().count())


async def test_a_community_is_founded_with_the_invitation_and_its_coordinator_sees_it(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient
) -> None:
    cora = await signed_in(cast.cora)
    invitation = await invited(cora, cast, community=None, new_community=DUO)
    known = (await cora.get("/api/me")).json()["communities"]

    [founded] = [community for community in known if community["id"] == invitation["community"]]
    assert (founded["name"], founded["kind"], founded["programme"]) == ("Sanne en Bram", "pair", str(cast.programme.id))
    assert (await look(stranger, token_of(invitation))).json()["community"] == "Sanne en Bram"


async def test_coach_and_coachee_of_a_new_pair_meet_in_it(
    cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient, laptop: httpx2.AsyncClient, letters: LetterBox
) -> None:
    cora = await signed_in(cast.cora)
    first = await invited(cora, cast, role="coach", email=NOOR, community=None, new_community=DUO)
    second = await invited(cora, cast, community=first["community"])
    await accept(stranger, token_of(first))
    await verify(stranger, letters, NOOR)
    await accept(laptop, token_of(second), email="yara@school.nl")
    await verify(laptop, letters, "yara@school.nl")

    assert await db.read(lambda: Coaching.filter(community_id=first["community"]).count()) == 1
    assert await db.read(lambda: Membership.filter(community_id=first["community"]).count()) == 1
    told = [(await browser.get("/api/me")).json()["communities"] for browser in (stranger, laptop)]
    assert [[community["name"] for community in communities] for communities in told] == [["Sanne en Bram"]] * 2


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({"new_community": "x"}, {"new_community": "invalid"}),
        ({"new_community": []}, {"new_community": "invalid"}),
        ({"community": str(uuid4())}, {"new_community": "invalid"}),  # one or the other
        ({"new_community": {"kind": "pair"}}, {"new_community.name": "missing"}),
        ({"new_community": DUO | {"name": " "}}, {"new_community.name": "invalid"}),
        ({"new_community": DUO | {"name": "x" * 201}}, {"new_community.name": "invalid"}),
        ({"new_community": DUO | {"name": 7}}, {"new_community.name": "invalid"}),
        ({"new_community": DUO | {"name": "  COMMUNITY 1"}}, {"new_community.name": "taken"}),
        ({"new_community": {"name": "x"}}, {"new_community.kind": "missing"}),
        ({"new_community": DUO | {"kind": "crowd"}}, {"new_community.kind": "invalid"}),
        ({"uses": 2}, {"uses": "invalid"}),  # a pair has one coachee
        ({"role": "coach"}, {"email": "missing"}),
        ({"role": "senior", "email": NOOR}, {"community": "invalid"}),
    ],
)
async def test_what_cannot_be_founded_or_offered_leaves_nothing_behind(
    cast: Cast, signed_in: SignedIn, wanted: dict[str, Any], fields: dict[str, str]
) -> None:
    cora = await signed_in(cast.cora)
    answer = await cora.post("/api/auth/invites", json=asked(cast, **wanted))

    assert (answer.status_code, answer.json()["fields"]) == (400, fields)
    assert await how_many() == (2, 0)


async def test_a_link_to_a_pair_that_is_there_works_once(cast: Cast, signed_in: SignedIn) -> None:
    cora = await signed_in(cast.cora)
    pair = await db.write(lambda: changes.found_community(cast.programme.id, "Duo 1", "pair"))
    several = await cora.post("/api/auth/invites", json=asked(cast, new_community=None, community=str(pair.id), uses=2))

    assert several.json()["fields"] == {"uses": "invalid"}
    assert (await invited(cora, cast, community=str(pair.id)))["uses_left"] == 1


async def test_another_programme_may_have_a_community_of_that_name(cast: Cast, signed_in: SignedIn) -> None:
    async def other() -> None:
        programme = await changes.start_programme("Peer2Peer")
        await changes.found_community(programme.id, DUO["name"], "pair")

    await db.write(other)
    cora = await signed_in(cast.cora)

    assert (await cora.post("/api/auth/invites", json=asked(cast))).status_code == 201


async def test_only_a_coordinator_of_the_programme_founds_in_it(
    clock: Clock, cast: Cast, signed_in: SignedIn, stranger: httpx2.AsyncClient
) -> None:
    async def elsewhere() -> str:
        programme = await changes.start_programme("Peer2Peer")
        await changes.appoint(cast.bram.id, programme.id, "coordinator")
        return str(programme.id)

    programme = await db.write(elsewhere)
    for person in (cast.sanne, cast.bram, cast.senna, cast.joris, cast.lot, cast.ada):
        browser = await signed_in(person)
        assert refusal(await browser.post("/api/auth/invites", json=asked(cast))) == (404, "not_found")
    cora = await signed_in(cast.cora)
    assert refusal(await cora.post("/api/auth/invites", json=asked(cast, programme=programme))) == (404, "not_found")
    await db.write(lambda: Appointment.filter(person_id=cast.cora.id).update(ends_at=clock.at))

    assert refusal(await cora.post("/api/auth/invites", json=asked(cast))) == (404, "not_found")
    assert refusal(await stranger.post("/api/auth/invites", json=asked(cast))) == (401, "signed_out")
    assert await how_many() == (2, 0)
