"""How often something may be asked."""

import pytest

from server.limits import LIMITS, network_of


def test_the_table_is_what_was_promised() -> None:
    promised = {name: (limit.times, limit.within.total_seconds() / 60) for name, limit in LIMITS.items()}

    assert promised["codes for a mailbox"] == (5, 15)
    assert promised["codes for an address"] == (100, 15)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("2001:db8:1:2::9", "2001:0db8:0001:0002"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_a_household_is_one_asker(address: str, network: str) -> None:
    assert network_of(address) == network
