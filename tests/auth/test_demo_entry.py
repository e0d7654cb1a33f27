"""Entering as one of the made-up people."""

import httpx2

from server import db
from server.auth.demo_mode import mark_demo
from server.people.models import Person
from tests.auth.steps import refusal
from tests.conftest import Clock
from tests.people import Cast


async def test_demo_people_are_listed_with_their_roles(cast: Cast, demo: None, stranger: httpx2.AsyncClient) -> None:
    people = {person["name"]: person for person in (await stranger.get("/api/demo/people")).json()}

    assert set(people) == {"Sanne", "Bram", "Senna", "Cora", "Joris", "Lot", "Ada"}
    assert people["Bram"] == {
        "email": "bram@school.nl",
        "name": "Bram",
        "roles": [
            {
                "role": "coach",
                "programme": str(cast.programme.id),
                "programme_name": "Students4Students",
                "community": str(cast.community.id),
                "community_name": "Community 1",
                "membership": None,
                "coaching": str(cast.coaching.id),
                "from": "2025-09-01T00:00:00Z",
                "until": None,
            }
        ],
    }


async def test_one_tap_enters_as_a_demo_person(cast: Cast, demo: None, stranger: httpx2.AsyncClient) -> None:
    entered = await stranger.post("/api/demo/enter", json={"email": "bram@school.nl"})

    assert entered.json()["person"]["id"] == str(cast.bram.id)
    assert (await stranger.get("/api/auth/devices")).status_code == 200


async def test_outside_demo_mode_there_is_no_such_door(cast: Cast, stranger: httpx2.AsyncClient) -> None:
    answers = [
        await stranger.get("/api/demo/people"),
        await stranger.post("/api/demo/enter", json={"email": "bram@school.nl"}),
    ]

    assert [refusal(answer) for answer in answers] == [(404, "not_found")] * 2
    assert "maatje" not in stranger.cookies


async def test_real_people_in_a_demo_are_neither_listed_nor_entered_as(
    clock: Clock, cast: Cast, stranger: httpx2.AsyncClient
) -> None:
    await db.write(mark_demo)
    clock.forward(seconds=1)
    await db.write(lambda: Person.create(name="Noor", email="noor@school.nl", created_at=clock.at))
    listed = {person["name"] for person in (await stranger.get("/api/demo/people")).json()}

    assert "Noor" not in listed
    for email in ("noor@school.nl", "nobody@school.nl"):
        assert refusal(await stranger.post("/api/demo/enter", json={"email": email})) == (404, "not_found")
