"""What was asked lately, by limit and by whom: counted in the database, so that all processes count together.

Kept as keyed hashes, because an address of the network says who somebody is. The rows go with the daily chores.
"""

from collections.abc import Mapping

from server import clock, db
from server.auth.keys import Keys
from server.auth.models import Asked
from server.errors import TooMany
from server.limits import LIMITS

Counted = Mapping[str, str]  # limit → who


async def count(keys: Keys, counted: Counted) -> None:
    """Inside db.write(): count this question under each limit, or refuse it where one is reached."""
    names = {limit: _name(keys, limit, who) for limit, who in counted.items()}
    await db.alone(*names.values())  # else many at once would each find room
    for limit, name in names.items():
        await _check(limit, name)
    await Asked.bulk_create([Asked(name=name, at=clock.now()) for name in names.values()])


async def check(keys: Keys, limit: str, who: str) -> None:
    """Inside db.read(): refuse, and say after how many seconds it is worth another try, if the limit is reached."""
    await _check(limit, _name(keys, limit, who))


async def _check(limit: str, name: str) -> None:
    times, within, now = LIMITS[limit].times, LIMITS[limit].within, clock.now()
    latest = await Asked.filter(name=name, at__gt=now - within).order_by("-at").limit(times)
    if len(latest) >= times:
        wait = latest[-1].at + within - now
        raise TooMany(retry_after=int(wait.total_seconds()) + 1)


def _name(keys: Keys, limit: str, who: str) -> str:
    return keys.hashes("asked", f"{limit} {who}")[0]
