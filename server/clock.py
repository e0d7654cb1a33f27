"""The one door to the time. Nobody else asks the system for it, so that a test can set it."""

from collections.abc import Callable
from datetime import UTC, datetime

_source: Callable[[], datetime] | None = None


def now() -> datetime:
    """The instant, aware and in UTC."""
    return _source() if _source else datetime.now(UTC)


def set_source(source: Callable[[], datetime] | None) -> None:
    """Take the time from elsewhere; None gives the real clock back. Tests, simulations and the demo only."""
    global _source
    _source = source
