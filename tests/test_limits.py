"""How often something may be asked."""

import pytest

from server import limits
from server.errors import TooMany
from server.limits import LIMITS, Counters, network_of
from tests.conftest import Clock


def test_after_the_last_time_it_is_refused_until_the_first_one_is_past(clock: Clock) -> None:
    counters, limit = Counters(), "codes for a mailbox"
    for _ in range(5):
        counters.check(limit, "bram")
        counters.count(limit, "bram")
        clock.forward(minutes=1)
    with pytest.raises(TooMany) as refused:
        counters.check(limit, "bram")
    clock.forward(seconds=int(refused.value.headers["retry-after"]))

    counters.check(limit, "bram")
    assert refused.value.headers["retry-after"] == str(10 * 60 + 1)


def test_each_limit_and_each_asker_is_counted_apart(clock: Clock) -> None:
    counters = Counters()
    for _ in range(5):
        counters.count("codes for a mailbox", "bram")

    counters.check("codes for a mailbox", "cora")
    counters.check("codes for an address", "bram")


def test_idle_counters_are_swept(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SWEEP_ABOVE", 10)
    counters = Counters()
    for number in range(50):
        counters.count("codes for an address", str(number))
        clock.forward(minutes=5)

    assert len(counters._asked) <= 12


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
