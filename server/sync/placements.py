"""What moved in scopes, several in one statement: a coordinator's first round asks about thousands of them.

One select for each scope, put together: each then goes along the index from its own cursor, on either engine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server import db
from server.db.engine import Row
from server.records.counters import Counter

AT_ONCE = 100
LEFT = """SELECT scope, pos FROM placement
    WHERE scope = ? AND state = 'out' AND pos > ? AND at < ? ORDER BY pos DESC LIMIT 1"""
ABOVE = "SELECT scope, record, pos, state, at FROM placement WHERE scope = ? AND pos > ? ORDER BY pos LIMIT ?"


@dataclass(frozen=True)
class Behind:
    """A scope in which a reader is not where it stands."""

    counter: Counter
    cursor: int | None
    since: datetime  # of the reader's grant

    @property
    def name(self) -> str:
        return self.counter.name

    @property
    def most(self) -> int:
        """As many rows as there can be above the cursor, unless the scope starts anew."""
        return max(0, self.counter.position - abs(self.cursor or 0))


def how_many(scopes: Sequence[Behind], room: int) -> int:
    """So many of them, from the first, as may be asked about at once without reading much for nothing."""
    rows = 0
    for number, scope in enumerate(scopes[:AT_ONCE]):
        rows += min(scope.most, room + 1)
        if number and rows > max(room, AT_ONCE):
            return number
    return len(scopes[:AT_ONCE])


async def left_before(scopes: Sequence[Behind]) -> dict[str, int]:
    """The last position above the cursor of something that left before the reader came, where there is one.

    They are not told of it, so it is as if it were purged: a device from an earlier time, which may still hold it,
    starts anew.
    """
    asked = [(one.name, abs(one.cursor or 0), one.since) for one in scopes if one.most]
    return {row["scope"]: row["pos"] for row in await _together(LEFT, asked)}


async def above(starts: dict[str, int], rows: int) -> dict[str, list[Row]]:
    """Of each scope so many rows from where it starts, in order."""
    found: dict[str, list[Row]] = {scope: [] for scope in starts}
    for row in await _together(ABOVE, [(scope, start, rows) for scope, start in starts.items()]):
        found[row["scope"]].append(row)
    return {scope: sorted(some, key=lambda row: int(row["pos"])) for scope, some in found.items()}


async def _together(sql: str, asked: Sequence[Sequence[object]]) -> list[Row]:
    if not asked:
        return []
    parts = [f"SELECT * FROM ({sql}) AS s{number}" for number in range(len(asked))]
    return await db.rows(" UNION ALL ".join(parts), [value for values in asked for value in values])
