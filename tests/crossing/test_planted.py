"""Bugs that are planted in the client on purpose: a proof that does not find them proves nothing."""

import os
from datetime import UTC, datetime

import pytest

from tests.crossing.conftest import Run
from tests.crossing.node import Node, build, planted
from tests.simulation.bugs import OF_FILES, Patch

TRIES = 100
# Too rare by chance among six devices: tests/crossing/test_crash.py kills the page in the very place.
BY_KILLING = {"records come after the cursor that counts them"}
pytestmark = pytest.mark.sqlite  # each bug is in the client, or in what is the same on both engines
PROVE = bool(os.environ.get("PROVE"))
# Found in the first seeds. In every run three of them, each day others; all the rest takes an hour: make prove.
QUICKLY = (
    "a file counts as arrived though the answer did not come",
    "a checksum is of other things",
    "a merge keeps theirs",
    "a page does not hear what another wrote",
    "a piece leaves the phone as soon as it is sent",
    "an ended login takes along the files that wait",
    "an out takes along what another scope has brought",
    "only what ended well can be handed in again",
    "what did not arrive is thrown away",
    "what others wrote is shown for ever",
    "what was acknowledged is forgotten",
)


def _wanted() -> list[str]:
    day = datetime.now(UTC).toordinal()
    return sorted({*planted()} - BY_KILLING) if PROVE else [QUICKLY[(day * 3 + n) % len(QUICKLY)] for n in range(3)]


@pytest.fixture(scope="module")
def bugs(node: Node) -> None:
    """A page with each of them."""
    build(node.folder, *_wanted())


@pytest.mark.usefixtures("bugs")
@pytest.mark.parametrize("bug", _wanted())
async def test_a_planted_bug_is_found(run: Run, bug: str) -> None:
    assert await _found(run, bug), f"{TRIES} runs did not find that {bug}"


@pytest.mark.parametrize("bug", OF_FILES if PROVE else OF_FILES[:1], ids=lambda bug: bug.__name__)
async def test_a_server_is_found_that(run: Run, bug: Patch, monkeypatch: pytest.MonkeyPatch) -> None:
    bug(monkeypatch)

    assert await _found(run)


async def _found(run: Run, bug: str = "") -> bool:
    for seed in range(TRIES):
        try:
            await run(seed, bug=bug)
        except AssertionError:
            return True
    return False
