"""How often something may be asked, as one table, and who counts as one asker. auth/asked.py counts."""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address


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


def network_of(address: str) -> str:
    """What one household or attacker holds: an IPv4 address, or a whole /64 of IPv6."""
    try:
        ip = ip_address(address)
    except ValueError:  # a socket or a test client has no number; it is counted by its name
        return address
    if isinstance(ip, IPv6Address):
        return str(ip.ipv4_mapped or ip.exploded[:19])
    return str(ip)
