"""The real client on six devices and the real server, with everything that can come between them.

make simulate SEEDS=0-999 STEPS=400     as many runs, and as long ones, as one likes
make simulate SEEDS=17 STEPS=400        the one that failed
make simulate ENGINE=postgres           on PostgreSQL
"""

import os
import sys

import pytest

from tests.crossing.conftest import Run

STEPS = int(os.environ.get("CROSSING_STEPS", "250"))


def _seeds(engine: str, in_every_run: str) -> range:
    if os.environ.get("CROSSING_ENGINE", engine) != engine:
        return range(0)
    first, _, last = os.environ.get("CROSSING_SEEDS", in_every_run).partition("-")
    return range(int(first), int(last or first) + 1)


@pytest.mark.row("F110", "F104", "F105")
@pytest.mark.sqlite
@pytest.mark.parametrize("seed", _seeds("sqlite", "0-5"))
async def test_whatever_happens_nothing_is_lost_doubled_or_seen_by_a_stranger(
    run: Run, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    await _as_promised(run, seed, capsys)


@pytest.mark.postgres
@pytest.mark.parametrize("seed", _seeds("postgres", "0-2"))
async def test_nor_on_postgresql(run: Run, seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    await _as_promised(run, seed, capsys)


async def _as_promised(run: Run, seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    world = await run(seed, STEPS)

    with capsys.disabled():
        sys.stdout.write(f"\nseed {seed}: {len(world.words.author)} words, {world.mishaps} messages gone astray ")
    assert world.mishaps > 0
