"""Who one is, and what one may do where."""

from typing import Any

from tests.people import Cast
from tests.sync.device import Device


async def me(device: Device) -> Any:
    return (await device.http.get("/api/me")).json()


async def test_a_coach_learns_who_they_are_and_what_they_may_write_where(cast: Cast, bram: Device) -> None:
    about = await me(bram)

    assert about["person"] == {"id": str(cast.bram.id), "name": "Bram", "email": "bram@school.nl", "language": "nl"}
    [role] = about["roles"]
    assert role == {
        "role": "coach",
        "programme": str(cast.programme.id),
        "community": str(cast.community.id),
        "membership": None,
        "coaching": str(cast.coaching.id),
        "from": "2025-09-01T00:00:00Z",
        "until": None,
    }
    assert about["scopes"][f"self:{cast.bram.id}"]["write"] == ["checkin", "goal", "logboek", "reflection", "step"]
    assert about["scopes"][f"coaching:{cast.coaching.id}"]["write"] == ["comment", "receipt"]
    assert about["scopes"][f"programme:{cast.programme.id}"]["write"] == []
    assert about["programmes"] == [{"id": str(cast.programme.id), "name": "Students4Students", "hue": None}]
    assert about["demo"] is False


async def test_a_coordinator_sees_every_community_with_its_coachings(cast: Cast, cora: Device) -> None:
    about = await me(cora)

    names = {community["name"]: community["coachings"] for community in about["communities"]}
    assert set(names) == {"Community 1", "Community 2"}
    assert names["Community 1"] == [{"id": str(cast.coaching.id), "from": "2025-09-01T00:00:00Z", "until": None}]


async def test_the_scopes_of_me_are_those_that_sync_starts(cast: Cast, sanne: Device, senna: Device) -> None:
    for device in (sanne, senna):
        about, answer = await me(device), await device.sync()

        assert set(about["scopes"]) == set(answer["reset"])
