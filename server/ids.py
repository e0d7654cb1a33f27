"""Ids that the server makes. Those of records come from the devices, or are derived."""

import secrets
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from server import clock

Bits = Callable[[int], int]

_bits: Bits = secrets.randbits


def uuid7() -> UUID:
    """Ordered by time, so that new rows lie beside each other, and 74 bits that nobody can guess."""
    return uuid7_at(clock.now(), _bits)


def uuid7_at(at: datetime, bits: Bits) -> UUID:
    """One that was made at this instant, with these random bits."""
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    return UUID(int=milliseconds << 80 | 7 << 76 | bits(12) << 64 | 2 << 62 | bits(62))


def set_source(bits: Bits | None) -> None:
    """Take chance from elsewhere; None gives back what nobody can guess. Tests, simulations and the demo only."""
    global _bits
    _bits = bits or secrets.randbits
