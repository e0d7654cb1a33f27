"""The machine is worth something only if it finds what is wrong: each bug is planted, and has to be caught."""

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.simulation.beginning import lived_in
from tests.simulation.bugs import BUGS, Patch
from tests.simulation.machine import ServerMachine
from tests.simulation.profiles import looking


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.__name__)
def test_a_server_that(bug: Patch, monkeypatch: pytest.MonkeyPatch) -> None:
    lived_in().close()  # made once, without any of them
    bug(monkeypatch)

    # By an invariant: a patch that only breaks the server would be no bug that was found.
    with pytest.raises(AssertionError, match=r"^(I\d+|CHECK): "):
        run_state_machine_as_test(ServerMachine, settings=looking(examples=60))
