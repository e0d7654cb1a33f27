"""The real client is killed at every step of what it does, started again, and finishes: nothing lost or double."""

import os
import sys
from collections.abc import Awaitable, Callable

import pytest

from tests.crossing.conftest import Begun
from tests.crossing.crash import AtCommit, AtTask, Knife, everywhere
from tests.crossing.node import Node, build
from tests.crossing.stories import STORIES
from tests.crossing.world import World

pytestmark = pytest.mark.sqlite  # the client is what is killed here; the server: tests/sync/test_killed.py


@pytest.mark.row("F110")
@pytest.mark.parametrize("story", STORIES)
async def test_a_page_that_is_killed_at_any_commit_of(
    story: str, begun: Begun, capsys: pytest.CaptureFixture[str]
) -> None:
    places = await _cut(lambda: begun(1), story, AtCommit)

    assert places >= 2
    _tell(capsys, f"{story}: killed at {places} places")


@pytest.mark.parametrize(
    ("story", "bug"),
    [
        ("typing", "keystrokes end before they are a change"),
        ("sending", "records come after the cursor that counts them"),
        ("signed out", "an ended login empties the outbox"),
    ],
)
async def test_a_kill_shows_that(story: str, bug: str, begun: Begun, node: Node) -> None:
    build(node.folder, bug)

    with pytest.raises(AssertionError, match=r"^I\d"):
        await _cut(lambda: begun(1, bug=bug), story, AtCommit)


@pytest.mark.skipif(not os.environ.get("PROVE"), reason="some minutes: make prove")
@pytest.mark.parametrize("story", STORIES)
async def test_a_page_that_is_killed_at_any_await_of(
    story: str, begun: Begun, capsys: pytest.CaptureFixture[str]
) -> None:
    places = await _cut(lambda: begun(1), story, AtTask)

    assert places > 8
    _tell(capsys, f"{story}: killed at {places} places")


async def _cut(begun: Callable[[], Awaitable[World]], story: str, knives: type[Knife]) -> int:
    device, told = STORIES[story]
    return await everywhere(begun, device, told, knives)


def _tell(capsys: pytest.CaptureFixture[str], what: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{what} ")
