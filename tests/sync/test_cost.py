"""What an answer costs, counted in statements: a time would say more about the machine."""

import logging

import pytest

from server import clock, db
from server.ids import uuid7
from server.permissions import changes
from server.records.state import Current
from server.records.store import write_records
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, Json, mutation
from tests.sync.places import own


async def test_an_answer_with_nothing_new_takes_three_statements(
    cora: Device, caplog: pytest.LogCaptureFixture
) -> None:
    """Who is it, what may they read, and how far does the server stand."""
    await cora.full()
    scopes = list(cora.cursors)

    whole = await _statements(cora, caplog)
    part = await _statements(cora, caplog, only=scopes[:2])

    assert len(whole) == len(part) == 3


async def test_a_batch_takes_as_many_statements_as_a_single_mutation(
    cast: Cast, sanne: Device, caplog: pytest.LogCaptureFixture
) -> None:
    goals = [mutation("goal", {"text": f"doel {n}"}, scope=own(cast.sanne)) for n in range(21)]
    await sanne.full()

    one = await _statements(sanne, caplog, *goals[:1])
    twenty = await _statements(sanne, caplog, *goals[1:])

    assert len(one) == len(twenty)


async def test_where_things_lie_in_many_scopes_is_read_in_as_many_statements_as_in_few(
    cast: Cast, device_of: DeviceOf, caplog: pytest.LogCaptureFixture
) -> None:
    """Who reads each scope is asked of each: the second check takes nothing together."""
    few = await _statements(await device_of(cast.cora), caplog)
    await db.write(lambda: _communities(cast, 60))
    cora = await device_of(cast.cora)

    many = await _statements(cora, caplog)

    assert len(cora.records) > 60
    assert [sum("FROM placement" in said for said in round) for round in (few, many)] == [2, 2]


async def _communities(cast: Cast, number: int) -> None:
    """With an appointment in each agenda."""
    async with changes.together():
        founded = [await changes.found_community(cast.programme.id, f"{n}") for n in range(number)]
    sessions = [Current(str(uuid7()), "session", f"agenda:{one.id}", None, version=1) for one in founded]
    await write_records([(session, None) for session in sessions], clock.now())


async def _statements(
    device: Device, caplog: pytest.LogCaptureFixture, *mutations: Json, **asked: list[str]
) -> list[str]:
    """What the database was asked, as its driver logs it; without begin and commit."""
    caplog.clear()
    with caplog.at_level(logging.DEBUG, "tortoise.db_client"):
        await device.sync(*mutations, **asked)
    return [record.getMessage() for record in caplog.records if record.name == "tortoise.db_client"]
