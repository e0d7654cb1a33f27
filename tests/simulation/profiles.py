"""How long the machine looks: in every run the same short while; with PROVE=3000 so many runs, each time others."""

import os

from hypothesis import HealthCheck, Phase, settings

PROVE = int(os.environ.get("PROVE", "0"))
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example]


def looking(examples: int) -> settings:
    """A failure that is found by proving is made as short as can be, which takes its time."""
    return settings(
        max_examples=PROVE or examples,
        stateful_step_count=50,
        derandomize=not PROVE,
        phases=[Phase.generate, Phase.shrink] if PROVE else [Phase.generate],
        deadline=None,
        database=None,
        print_blob=True,
        report_multiple_bugs=False,  # a planted one may show in several ways, and one is looked for
        suppress_health_check=QUIET,
    )
