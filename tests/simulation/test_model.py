"""The protocol holds in the model, and each mistake that is planted in it comes to light."""

import pytest

from tests.simulation.model_bugs import BUGS
from tests.simulation.model_by_chance import ByChance
from tests.simulation.profiles import PROVE

STEPS = 300
SEEDS = PROVE * 5 or 100
BUDGET = 300  # seeds in which each planted mistake has to come to light


def test_no_seed_breaks_an_invariant() -> None:
    for seed in range(SEEDS):
        try:
            ByChance(seed).run(STEPS)
        except AssertionError as error:
            error.add_note(f"repeat it with ByChance({seed}).run({STEPS})")
            raise


@pytest.mark.parametrize("bug", BUGS)
def test_a_planted_mistake_comes_to_light(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    BUGS[bug](monkeypatch)

    def breaks(seed: int) -> bool:
        try:
            ByChance(seed).run(STEPS)
        except (AssertionError, KeyError):
            return True
        return False

    assert any(breaks(seed) for seed in range(BUDGET))
