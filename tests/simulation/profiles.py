"""How long the machine looks: in every run the same short while, and on demand long and each time elsewhere."""

import os

from hypothesis import HealthCheck, Phase, settings

PROVE = bool(os.environ.get("PROVE"))
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example]


def looking(examples: int, prove: int) -> settings:
    """With PROVE=1: so many more, other ones each time, and a failure is made as short as can be."""
    return settings(
        max_examples=prove if PROVE else examples,
        stateful_step_count=50,
        derandomize=not PROVE,
        phases=[Phase.generate, Phase.shrink] if PROVE else [Phase.generate],
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=QUIET,
    )
