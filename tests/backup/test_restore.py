"""I9: what was ended, taken back or erased after the copy was made stays so when the copy is put back."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest

from server import db, journal
from server.auth import sessions
from server.auth.models import Login
from server.people.models import CoachSeat
from server.permissions import changes
from server.safekeeping import backup, restore
from server.safekeeping.archive import Unsound
from server.safekeeping.erase import erase_record
from server.safekeeping.look import look
from server.safekeeping.restore import Restored
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, Json, mutation, over
from tests.sync.dump import dump

PutBack = Callable[[], Awaitable[Restored]]


@pytest.fixture
async def put_back(cast: Cast, database: str, tmp_path: Path) -> PutBack:
    """Puts the copy `tmp_path/copy.zip` back into the open database, and looks deep afterwards."""

    async def work() -> Restored:
        await db.close_database()
        restored = await restore(tmp_path / "copy.zip", database)
        await db.open_database(database)
        assert [wrong for _, wrong in await db.read(look) if wrong] == []
        return restored

    return work


def own(cast: Cast) -> str:
    return f"self:{cast.sanne.id}"


def shared(cast: Cast) -> str:
    return f"member:{cast.membership.id}:shared"


async def goal_and_step(cast: Cast, sanne: Device, share: bool) -> tuple[Json, Json]:
    goal = mutation("goal", {"text": "doel"}, scope=own(cast))
    step = mutation("step", {"text": "stap", "goal": goal["id"]}, scope=own(cast))
    await sanne.push(goal, step)
    if share:
        await sanne.push(over(sanne.records[goal["id"]], {}, scope=shared(cast)))
    return goal, step


async def handed_in_again(device: Device, device_of: Device, *mutations: Json) -> list[Json]:
    """Signed in anew, told that it is stale, and everything once more."""
    device.http = device_of.http
    assert (await device.sync())["stale"]
    return await device.push(*(one | {"replay": True} for one in mutations))


async def where(id: str) -> str:
    return next(str(row["scope"]) for row in (await dump())["record"] if row["id"] == id)


@pytest.mark.row("F123")
async def test_a_role_that_ended_stays_ended(
    cast: Cast, sanne: Device, bram: Device, device_of: DeviceOf, put_back: PutBack, tmp_path: Path
) -> None:
    goal, _ = await goal_and_step(cast, sanne, share=True)
    await backup(tmp_path / "copy.zip")
    seat = await db.read(lambda: CoachSeat.get(person_id=cast.bram.id))
    await db.write(lambda: changes.end_seat(seat.id))
    restored = await put_back()
    phone = await device_of(cast.bram)
    await phone.full()

    assert restored.replayed.done == {"ended": 1}
    assert goal["id"] not in phone.records
    assert (await db.read(lambda: CoachSeat.get(person_id=cast.bram.id))).ends_at
    names = [row["data"] for row in (await dump())["record"] if row["scope"] == shared(cast)]
    assert "until" in next(text for text in names if "Bram" in text)


async def test_what_was_taken_back_stays_with_its_author_and_what_waited_in_it_is_held(
    cast: Cast, sanne: Device, bram: Device, device_of: DeviceOf, put_back: PutBack, tmp_path: Path
) -> None:
    goal, step = await goal_and_step(cast, sanne, share=True)
    laptop = await device_of(cast.sanne)
    await laptop.full()
    await sanne.push(over(sanne.records[goal["id"]], {"text": "op de telefoon"}))
    (waits,) = await laptop.push(over(laptop.records[goal["id"]], {"text": "op de laptop"}))
    await backup(tmp_path / "copy.zip")
    await sanne.full()
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=own(cast)))
    await put_back()
    phone, new = await device_of(cast.bram), await device_of(cast.sanne)
    await phone.full()

    assert waits["status"] == "conflict"
    assert await where(goal["id"]) == await where(step["id"]) == own(cast)
    assert {goal["id"], step["id"]} & phone.records.keys() == set()
    assert [(one["reason"], one["set"]["text"]) for one in await new.held()] == [("moved", "op de laptop")]


async def test_what_was_shared_and_taken_back_after_the_copy_is_not_shared_when_it_is_handed_in_again(
    cast: Cast, sanne: Device, bram: Device, device_of: DeviceOf, put_back: PutBack, tmp_path: Path
) -> None:
    await backup(tmp_path / "copy.zip")
    goal, step = await goal_and_step(cast, sanne, share=False)
    share = over(sanne.records[goal["id"]], {}, scope=shared(cast))
    await sanne.push(share)
    take_back = over(sanne.records[goal["id"]], {"why": "toch niet"}, scope=own(cast))
    await sanne.push(take_back)
    await put_back()
    await handed_in_again(sanne, await device_of(cast.sanne), goal, step, share, take_back)

    assert await where(goal["id"]) == await where(step["id"]) == own(cast)
    assert "toch niet" in str((await dump())["record"])


async def test_what_the_copy_has_in_it_is_not_done_again(
    cast: Cast, sanne: Device, put_back: PutBack, tmp_path: Path
) -> None:
    goal, _ = await goal_and_step(cast, sanne, share=True)
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=own(cast)))
    await sanne.push(over(sanne.records[goal["id"]], {}, scope=shared(cast)))
    await backup(tmp_path / "copy.zip")
    restored = await put_back()

    assert restored.replayed.done == {}
    assert await where(goal["id"]) == shared(cast)


async def test_a_phone_that_was_signed_out_from_afar_hears_so_also_if_it_signed_in_after_the_copy(
    cast: Cast, device_of: DeviceOf, put_back: PutBack, tmp_path: Path
) -> None:
    before = await device_of(cast.bram)
    await backup(tmp_path / "copy.zip")
    after, other = await device_of(cast.bram), await device_of(cast.cora)
    for row in await db.read(lambda: Login.filter(person=cast.bram.id)):
        await db.write(partial(sessions.end, row.id, "revoked"))
    await put_back()
    codes = [
        (await phone.http.post("/api/sync", json=phone.body())).json()["error"] for phone in (before, after, other)
    ]

    assert codes == ["revoked", "revoked", "signed_out"]


async def test_what_was_erased_is_erased_again_and_told_to_whoever_had_it_by_then(
    cast: Cast, sanne: Device, bram: Device, device_of: DeviceOf, put_back: PutBack, tmp_path: Path
) -> None:
    goal, step = await goal_and_step(cast, sanne, share=False)
    await backup(tmp_path / "copy.zip")
    share = over(sanne.records[goal["id"]], {}, scope=shared(cast))
    await sanne.push(share)
    await bram.full()
    later = mutation("goal", {"text": "een later doel"}, scope=own(cast))
    await sanne.push(later)
    for one in (goal, later):
        await db.write(partial(erase_record, one["id"]))
    await put_back()
    again = await handed_in_again(sanne, await device_of(cast.sanne), goal, later, share)
    bram.http = (await device_of(cast.bram)).http

    assert [one["status"] for one in again] == ["ok", "held", "held"]  # the copy knows what the first was answered
    assert "doel" not in str(await dump())
    assert {goal["id"], step["id"]} == {*(await bram.sync())["erased"]}


async def test_an_end_that_never_committed_makes_no_role_longer(cast: Cast, put_back: PutBack, tmp_path: Path) -> None:
    seat = await db.read(lambda: CoachSeat.get(person_id=cast.bram.id))
    await db.write(lambda: changes.end_seat(seat.id))
    ended = (await db.read(lambda: CoachSeat.get(id=seat.id))).ends_at
    assert ended
    await backup(tmp_path / "copy.zip")

    async def longer() -> None:
        await changes.end_seat(seat.id, ended.replace(year=ended.year + 1))
        raise LookupError

    with pytest.raises(LookupError):
        await db.write(longer)
    await put_back()

    assert (await db.read(lambda: CoachSeat.get(id=seat.id))).ends_at == ended


async def test_with_the_journal_of_another_nothing_is_put_back_unless_it_is_said_to_be_lost(
    cast: Cast, database: str, tmp_path: Path
) -> None:
    seat = await db.read(lambda: CoachSeat.filter(person_id=cast.joris.id).first())
    assert seat
    await db.write(lambda: changes.end_seat(seat.id))
    await backup(tmp_path / "copy.zip")
    before = await dump()
    await db.close_database()
    journal.open_journal(tmp_path / "another")

    with pytest.raises(Unsound, match="another"):
        await restore(tmp_path / "copy.zip", database)
    await db.open_database(database)
    assert await dump() == before
    await db.close_database()
    restored = await restore(tmp_path / "copy.zip", database, without_journal=True)
    await db.open_database(database)
    assert restored.generation == 2
