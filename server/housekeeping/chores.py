"""The table of chores, and the one loop that does them.

A chore is begun by whoever moves its row forward, so of several processes one does it. If that one dies, the chore
waits for its next time: each begins where the last one stopped.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from tortoise.expressions import Q

from server import clock, db
from server.auth.clearing import clear_auth
from server.files.clearing import clear, sweep
from server.files.store import Store
from server.housekeeping.models import Chore
from server.records.purge import purge

FIRST_LOOK = 60  # seconds; starting is no time for chores
LOOK = 600
NEVER = datetime.fromtimestamp(0, UTC)
Work = Callable[[], Awaitable[int]]
log = logging.getLogger(__name__)


def chores(store: Store) -> list[tuple[str, timedelta, Work]]:
    """Name, how often, and what: each does a part and says how much that was, 0 when nothing is left."""
    return [
        ("purge", timedelta(days=1), lambda: db.write(lambda: purge(clock.now()))),
        ("sign-in", timedelta(days=1), lambda: db.write(lambda: clear_auth(clock.now()))),
        ("files", timedelta(days=1), lambda: db.write(lambda: clear(clock.now()))),
        ("sweep", timedelta(minutes=10), partial(_swept, store)),
    ]


async def keep_house(store: Store) -> None:
    """For as long as the server runs."""
    await asyncio.sleep(FIRST_LOOK)
    while True:
        await look_around(store)
        await asyncio.sleep(LOOK)


async def look_around(store: Store) -> None:
    """Do what is due."""
    for name, every, work in chores(store):
        try:
            if await db.write(partial(_claimed, name, every)):
                while await work():
                    pass
        except Exception:  # a chore that fails stands in nobody's way: the others go on, and it has its next time
            log.exception("the chore %s", name)


async def _swept(store: Store) -> int:
    await sweep(store)
    return 0


async def _claimed(name: str, every: timedelta) -> bool:
    """Whether it is due, and ours. One begun in the future is due too: somebody had set the clock."""
    now = clock.now()
    await Chore.bulk_create([Chore(name=name, begun_at=NEVER)], ignore_conflicts=True)
    due = Chore.filter(Q(begun_at__lte=now - every) | Q(begun_at__gt=now), name=name)
    return await due.update(begun_at=now) == 1
