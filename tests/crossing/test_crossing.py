"""The real client on six devices and the real server, with everything that can come between them.

CROSSING_SEEDS=0-9999 .venv/bin/python -m pytest tests/crossing/test_crossing.py      as many runs as one likes
CROSSING_SEEDS=17 .venv/bin/python -m pytest tests/crossing/test_crossing.py          the one that failed
"""

import os

import pytest

from tests.crossing.conftest import Run


def _seeds() -> range:
    first, _, last = os.environ.get("CROSSING_SEEDS", "0-5").partition("-")
    return range(int(first), int(last or first) + 1)


@pytest.mark.row("F110", "F104", "F105")
@pytest.mark.parametrize("seed", _seeds())
async def test_whatever_happens_nothing_is_lost_doubled_or_seen_by_a_stranger(run: Run, seed: int) -> None:
    await run(seed)
