"""No way of so many steps breaks a promise in the model, and the mistakes that such a way can show are shown by it.

DEPTH=8 .venv/bin/python -m pytest tests/simulation/test_model_in_full.py     deeper; each step takes five times as long
"""

import os
import sys

import pytest

from tests.simulation import model_in_full
from tests.simulation.model_bugs import BUGS

DEPTH = int(os.environ.get("DEPTH", "0"))
IN_EVERY_RUN = {"shared": 6, "own": 5, "backed_up": 5}
# With how many steps each mistake can be shown, and from where.
SHOWN_BY = {
    "takes what comes twice": ("shared", 3),
    "throws away what it cannot take": ("shared", 2),
    "forgets the version that waits": ("shared", 2),
    "writes over taken keys": ("shared", 2),
    "gives nothing back when a record leaves": ("own", 4),
    "shares what nobody saw": ("own", 2),
    "remembers old grants": ("shared", 1),
    "clears away without a floor": ("shared", 4),
    "does not know that somebody comes back": ("shared", 5),
    "takes a stale request": ("backed_up", 1),
    "lets everyone move": ("shared", 2),
    "a device that drops its outbox": ("backed_up", 2),
    "a device that clears a record's queue": ("shared", 5),
    "a device without a sent-box": ("backed_up", 1),
    "a device that folds only the last": ("shared", 3),
    "a device that keeps what it sent": ("shared", 4),
    "a device that ignores what left": ("shared", 1),
}
OUT_OF_REACH = {
    "a device that takes any answer": "it takes seven: two requests, their answers, and something typed in between",
    "counts what stood there as written": "it takes a record with two texts",
    "a device that keeps nothing held": "it takes a restore after something was held: more than six steps",
}


@pytest.mark.parametrize("begin", IN_EVERY_RUN)
def test_whatever_comes_in_whatever_order_no_promise_is_broken(begin: str, capsys: pytest.CaptureFixture[str]) -> None:
    counts = model_in_full.search(getattr(model_in_full, begin), DEPTH or IN_EVERY_RUN[begin])

    with capsys.disabled():
        sys.stdout.write(f"\n{begin}: {sum(counts):,} states, by depth {counts} ")


@pytest.mark.parametrize("bug", SHOWN_BY)
def test_a_planted_mistake_is_shown_by_as_few_steps_as_can_be(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begin, depth = SHOWN_BY[bug]
    BUGS[bug](monkeypatch)

    with pytest.raises(AssertionError, match=r"^(I\d+[:,]|CHECK: )") as shown:
        model_in_full.search(getattr(model_in_full, begin), depth)

    assert len(shown.value.__notes__[-1].split(", ")) == depth


def test_of_every_mistake_it_is_known_whether_it_can_be_shown_so() -> None:
    assert BUGS.keys() == SHOWN_BY.keys() | OUT_OF_REACH.keys()
