"""How far the server stands, in one statement: its generation, what it holds for a person, and the counters."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from server import db
from server.records.counters import Counter
from server.records.generation import FIRST, THE_ONE
from server.records.tables import marks

NOWHERE = [""]  # no scope is called so


@dataclass(frozen=True)
class Standing:
    gen: int
    held: int
    counters: dict[str, Counter]  # of the scopes in which somebody has written


async def standing(person: UUID, scopes: list[str]) -> Standing:
    names = scopes or NOWHERE
    sql = f"""SELECT (SELECT number FROM generation WHERE id = ?) AS gen,
                     (SELECT COUNT(*) FROM held WHERE person = ?) AS held,
                     s.name, s.position, s.floor, s."count", s."sum"
              FROM (SELECT 1 AS one) always LEFT JOIN scope s ON s.name IN ({marks(names)})"""
    rows = await db.rows(sql, [THE_ONE, str(person), *names])
    counters = {row["name"]: _counter(row) for row in rows if row["name"] is not None}
    return Standing(rows[0]["gen"] or FIRST, rows[0]["held"], counters)


def _counter(row: dict[str, Any]) -> Counter:
    return Counter(row["name"], row["position"], row["floor"], row["count"], row["sum"])
