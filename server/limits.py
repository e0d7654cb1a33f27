"""How often something may be asked, as one table, and the counters behind it.

Counted in memory: one process serves, and what a restart forgives is at most one window.
"""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from server import clock
from server.errors import TooMany


@dataclass(frozen=True)
class Limit:
    times: int
    within: timedelta


LIMITS = {
    "codes for a mailbox": Limit(5, timedelta(minutes=15)),
    "codes for an address": Limit(100, timedelta(minutes=15)),
    "wrong answers from an address": Limit(100, timedelta(minutes=15)),
    "invitations to a mailbox": Limit(5, timedelta(minutes=15)),
    "invitations by a person": Limit(200, timedelta(hours=1)),
}
# Above this many counters the idle ones are swept, so that a stranger cannot fill the memory.
SWEEP_ABOVE = 10_000


class Counters:
    """What was asked lately, by limit and by whom."""

    def __init__(self) -> None:
        self._asked: dict[tuple[str, str], deque[datetime]] = {}
        self._sweep_above = SWEEP_ABOVE

    def check(self, limit: str, who: str) -> None:
        """Refuse, and say after how many seconds it is worth another try, if `who` has reached the limit."""
        asked, now = self._recent(limit, who), clock.now()
        if len(asked) >= LIMITS[limit].times:
            wait = asked[0] + LIMITS[limit].within - now
            raise TooMany(retry_after=int(wait.total_seconds()) + 1)

    def count(self, limit: str, who: str) -> None:
        if len(self._asked) > self._sweep_above:
            self._sweep()
        self._recent(limit, who).append(clock.now())

    def _recent(self, limit: str, who: str) -> deque[datetime]:
        asked = self._asked.setdefault((limit, who), deque(maxlen=LIMITS[limit].times))
        since = clock.now() - LIMITS[limit].within
        while asked and asked[0] <= since:
            asked.popleft()
        return asked

    def _sweep(self) -> None:
        """The next one waits until there are twice as many as were left: else a crowd would cause one at each count."""
        self._asked = {key: asked for key, asked in list(self._asked.items()) if self._recent(*key)}
        self._sweep_above = max(SWEEP_ABOVE, 2 * len(self._asked))


def network_of(address: str) -> str:
    """What one household or attacker holds: an IPv4 address, or a whole /64 of IPv6."""
    try:
        ip = ip_address(address)
    except ValueError:  # a socket or a test client has no number; it is counted by its name
        return address
    if isinstance(ip, IPv6Address):
        return str(ip.ipv4_mapped or ip.exploded[:19])
    return str(ip)
