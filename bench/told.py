"""How a measurement is told: the ratio, what it compares, and what to expect of it."""

import sys


def tell(what: str, ratio: float, expected: str) -> None:
    sys.stdout.write(f"{ratio:6.2f}  {what} ({expected})\n")
    sys.stdout.flush()
