"""Ids that the server makes. Those of records come from the devices, or are derived."""

import secrets
from uuid import UUID

from server import clock


def uuid7() -> UUID:
    """Ordered by time, so that new rows lie beside each other, and 74 bits that nobody can guess."""
    milliseconds = int(clock.now().timestamp() * 1000) & (1 << 48) - 1
    return UUID(int=milliseconds << 80 | 7 << 76 | secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62))
