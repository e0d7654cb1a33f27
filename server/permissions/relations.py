"""What a person is now, in one statement: each row is one relation, with what it names and since when it holds."""

import re
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from server import db
from server.records.scopes import kind_of, subject_of

NOBODY = "NULL"  # in a list that is empty: PostgreSQL takes no ()


def _now(table: str) -> str:
    return f"{table}.starts_at <= :now AND ({table}.ends_at IS NULL OR {table}.ends_at > :now)"


def _later(one: str, other: str) -> str:
    return f"CASE WHEN {one} > {other} THEN {one} ELSE {other} END"


# What many people are in is narrowed to the communities asked about, {near}: the rest is a handful of rows a person.
SQL = f"""
WITH seats AS (
    SELECT s.person_id AS coach, g.id AS coaching, c.id AS community, c.programme_id AS programme, s.starts_at AS since
    FROM coach_seat s JOIN coaching g ON g.id = s.coaching_id JOIN community c ON c.id = g.community_id
    WHERE s.person_id = :person AND {_now("s")} AND {_now("g")}
), guides AS (
    SELECT m.coach_id AS coach, m.programme_id AS programme, m.starts_at AS since
    FROM mentoring m WHERE m.senior_id = :person AND {_now("m")}
), guided AS (
    SELECT x.coach, g.id AS coaching, c.id AS community, x.programme, {_later("x.since", "s.starts_at")} AS since
    FROM guides x JOIN coach_seat s ON s.person_id = x.coach JOIN coaching g ON g.id = s.coaching_id
    JOIN community c ON c.id = g.community_id AND c.programme_id = x.programme
    WHERE {_now("s")} AND {_now("g")}
), led AS (
    SELECT c.id AS community, c.programme_id AS programme, a.starts_at AS since
    FROM appointment a JOIN community c ON c.programme_id = a.programme_id
    WHERE a.person_id = :person AND a.role = 'coordinator' AND {_now("a")} AND {{near}}
)
SELECT 'guided member' AS relation, x.coach, x.coaching, c.id AS community, x.programme, m.id AS membership,
       {_later("x.since", "m.starts_at")} AS since
FROM guided x JOIN community c ON c.id = x.community JOIN membership m ON m.community_id = c.id
WHERE {_now("m")} AND {{near}}
UNION ALL SELECT 'guided', coach, coaching, community, programme, NULL, since FROM guided
UNION ALL SELECT 'guide', coach, NULL, NULL, programme, NULL, since FROM guides
UNION ALL SELECT 'seat', coach, coaching, community, programme, NULL, since FROM seats
UNION ALL SELECT 'coached', x.coach, x.coaching, c.id, x.programme, m.id, {_later("x.since", "m.starts_at")}
FROM seats x JOIN community c ON c.id = x.community JOIN membership m ON m.community_id = c.id
WHERE {_now("m")} AND {{near}}
UNION ALL SELECT 'coachee', NULL, NULL, c.id, c.programme_id, m.id, m.starts_at
FROM membership m JOIN community c ON c.id = m.community_id WHERE m.person_id = :person AND {_now("m")}
UNION ALL SELECT 'appointed ' || a.role, NULL, NULL, NULL, a.programme_id, NULL, a.starts_at
FROM appointment a WHERE a.person_id = :person AND {_now("a")}
UNION ALL SELECT 'led', NULL, NULL, community, programme, NULL, since FROM led
UNION ALL SELECT 'led coaching', NULL, g.id, x.community, x.programme, NULL, x.since
FROM led x JOIN coaching g ON g.community_id = x.community
UNION ALL SELECT 'led member', NULL, NULL, x.community, x.programme, m.id, {_later("x.since", "m.starts_at")}
FROM led x JOIN membership m ON m.community_id = x.community WHERE {_now("m")}
"""
ANYWHERE = "TRUE"
NEAR = """c.id IN (SELECT community_id FROM membership WHERE id IN ({member})
                   UNION ALL SELECT community_id FROM coaching WHERE id IN ({coaching})
                   UNION ALL SELECT id FROM community WHERE id IN ({community}))"""


async def relations(person: UUID, now: datetime, only: Collection[str] | None) -> list[dict[str, Any]]:
    """All relations of the person, or at least those that open one of these scopes. Inside a transaction."""
    given: dict[str, object] = {"person": str(person), "now": now}
    near = ANYWHERE if only is None else NEAR.format(**_subjects(only, given))
    sql = SQL.format(near=near)
    return await db.rows(re.sub(r":\w+", "?", sql), [given[name] for name in re.findall(r":(\w+)", sql)])


def _subjects(scopes: Collection[str], given: dict[str, object]) -> dict[str, str]:
    """The names of values for the subjects of these scopes, by what the subjects are; the values are put in `given`."""
    names: dict[str, list[str]] = {"member": [], "coaching": [], "community": [], "agenda": []}
    for number, scope in enumerate(sorted(scopes)):
        kind = (kind_of(scope) or "").partition(":")[0]
        if kind in names:
            names[kind].append(f":s{number}")
            given[f"s{number}"] = subject_of(scope)
    names["community"] += names.pop("agenda")
    return {kind: ", ".join(some) or NOBODY for kind, some in names.items()}
