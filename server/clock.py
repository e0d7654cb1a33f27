"""The one door to the time. Nobody else asks the system for it, so that a test can set it."""

from collections.abc import Callable
from datetime import UTC, datetime

Source = Callable[[], datetime]

_source: Source | None = None


def now() -> datetime:
    """The instant, aware and in UTC."""
    return _source() if _source else datetime.now(UTC)


def set_source(source: Source | None) -> Source | None:
    """Take the time from elsewhere; None gives the real clock back. Tests, simulations and the demo only.

    Answers with the source before, to be given back.
    """
    global _source
    before, _source = _source, source
    return before
