"""Bugs that are planted in the client on purpose: a proof that does not find them proves nothing."""

import os

import pytest

from tests.crossing.conftest import Run
from tests.crossing.node import Node, build, planted

TRIES = 100
# Too rare by chance among six devices: tests/crossing/test_crash.py kills the page in the very place.
BY_KILLING = {"records come after the cursor that counts them"}
pytestmark = pytest.mark.skipif(not os.environ.get("PROVE"), reason="it takes half an hour: make prove")


@pytest.fixture(scope="module")
def bugs(node: Node) -> None:
    """A page with each of them."""
    build(node.folder, *planted())


@pytest.mark.usefixtures("bugs")
@pytest.mark.parametrize("bug", sorted({*planted()} - BY_KILLING))
async def test_a_planted_bug_is_found(run: Run, bug: str) -> None:
    for seed in range(TRIES):
        try:
            await run(seed, bug=bug)
        except AssertionError:
            return
    pytest.fail(f"{TRIES} runs did not find that {bug}")
