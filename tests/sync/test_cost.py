"""What an answer costs, counted in statements: a time would say more about the machine."""

import logging

import pytest

from tests.people import Cast
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


async def _statements(
    device: Device, caplog: pytest.LogCaptureFixture, *mutations: Json, **asked: list[str]
) -> list[str]:
    """What the database was asked, as its driver logs it; without begin and commit."""
    caplog.clear()
    with caplog.at_level(logging.DEBUG, "tortoise.db_client"):
        await device.sync(*mutations, **asked)
    return [record.getMessage() for record in caplog.records if record.name == "tortoise.db_client"]
