"""The real server under faults. `PROVE=3000 pytest tests/simulation` looks long, elsewhere each time, and shortens."""

from hypothesis.stateful import run_state_machine_as_test

from tests.simulation.machine import ServerMachine
from tests.simulation.profiles import looking


def test_whatever_happens_the_invariants_hold() -> None:
    run_state_machine_as_test(ServerMachine, settings=looking(examples=40))
