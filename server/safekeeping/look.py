"""The deep look: whether what is stored is what the protocol says, in plain sentences. Changes nothing.

Each question of TOLD is one query for what must not be. What a query cannot judge is read, a page of rows at a time.
"""

import hashlib
from collections import defaultdict
from collections.abc import AsyncIterator

from server import db
from server.permissions import rules
from server.records.generation import generation
from server.records.kinds import kinds
from server.records.marks import revs_of
from server.records.scopes import kind_of, self_of
from server.records.state import version_of
from server.safekeeping.pages import pages
from server.safekeeping.tables import Row

Finding = tuple[str, str]  # what was looked at, and what is wrong with it; "" for nothing
SHOWN = 3

REV = "'g' || CAST(r.gen AS TEXT) || '.' || CAST(r.version AS TEXT)"
# What was looked at → what is wrong, and the ids of what it is wrong with.
TOLD: dict[str, tuple[str, str]] = {
    "places": (
        "records that do not lie in their scope, as they are",
        f"""SELECT r.id AS id FROM record r LEFT JOIN placement p
            ON p.record = r.id AND p.scope = r.scope AND p.state = 'in' AND p.rev = {REV} WHERE p.id IS NULL""",
    ),
    "one place": (
        "records that lie in two scopes, or in one although they are gone",
        """SELECT p.record AS id FROM placement p LEFT JOIN record r ON r.id = p.record
           WHERE p.state = 'in' AND (r.id IS NULL OR r.scope <> p.scope)""",
    ),
    "children": (
        "records that are shared where what they hang on is not",
        """SELECT c.id AS id FROM record c JOIN record r ON r.id = c.parent AND r.author = c.author
           WHERE c.scope <> r.scope AND c.scope <> 'self:' || c.author""",
    ),
    "positions": (
        "positions that are given out twice, or not yet",
        """SELECT p.scope AS id FROM placement p GROUP BY p.scope, p.pos HAVING count(*) > 1
           UNION SELECT p.scope FROM placement p LEFT JOIN scope s ON s.name = p.scope
           WHERE s.name IS NULL OR p.pos > s.position OR p.pos < 1""",
    ),
    "versions that wait": (
        "versions of what is not there, or that were written elsewhere",
        """SELECT s.record AS id FROM sibling s LEFT JOIN record r ON r.id = s.record
           LEFT JOIN revision v ON v.record = s.record AND v.version = s.version
           WHERE r.id IS NULL OR s.version > r.version OR v.scope <> r.scope""",
    ),
    "history": (
        "histories that know more than the record",
        """SELECT v.record AS id FROM revision v LEFT JOIN record r ON r.id = v.record
           WHERE r.id IS NULL OR v.version > r.version""",
    ),
    "what did not arrive": (
        "drafts of nobody",
        """SELECT h.mid AS id FROM held h LEFT JOIN person p ON CAST(p.id AS TEXT) = h.person WHERE p.id IS NULL""",
    ),
    "what was taken in": (
        "acknowledged mutations that left no line in the history",
        """SELECT a.mid AS id FROM applied a JOIN record r ON r.id = a.record
           LEFT JOIN revision v ON v.record = a.record AND v.mid = a.mid
           WHERE v.id IS NULL AND CAST(a.answer AS TEXT) LIKE '%"rev"%'
           AND a.received_at >= (SELECT min(x.received_at) FROM revision x WHERE x.record = a.record)""",
    ),
    "answers": ("mutations without an answer", "SELECT a.mid AS id FROM applied a WHERE a.answer IS NULL"),
    "erased": (
        "erased records of which something is left",
        """SELECT e.id AS id FROM erased e WHERE EXISTS (SELECT 1 FROM record x WHERE x.id = e.id)
           OR EXISTS (SELECT 1 FROM revision x WHERE x.record = e.id)
           OR EXISTS (SELECT 1 FROM sibling x WHERE x.record = e.id)
           OR EXISTS (SELECT 1 FROM held x WHERE x.record = e.id)""",
    ),
}


async def look() -> list[Finding]:
    """Inside db.read()."""
    found = [await _told(what, *about) for what, about in TOLD.items()]
    strange = [id async for id in _out_of_place()]
    return [*found, ("policy", _sentence(strange, "records that may not lie where they are, or as they are"))]


async def wrong_scopes() -> AsyncIterator[str]:
    """Scopes whose counter says otherwise than their placements; computed here anew, sharing no code with the store."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    async for rows in pages("placement", "id", "scope, record, rev", "state = 'in'"):
        for placed in rows:
            digest = hashlib.sha256(f"{placed['record']}{placed['rev']}".encode()).digest()
            found[placed["scope"]][0] += 1
            found[placed["scope"]][1] ^= int.from_bytes(digest[:8])
    async for rows in pages("scope", "name", '"count", "sum"'):
        for scope in rows:
            count, total = found.pop(scope["page_key"], [0, 0])
            if (scope["count"], scope["sum"]) != (count, f"{total:016x}"):
                yield scope["page_key"]
    for name in found:
        yield name


async def _told(what: str, wrong: str, sql: str) -> Finding:
    rows = await db.rows(f"SELECT count(*) AS n, min(id) AS first FROM ({sql}) AS found")
    return what, f"{rows[0]['n']} {wrong}: {rows[0]['first']} …" if rows[0]["n"] else ""


def _sentence(wrong: list[str], what: str) -> str:
    return f"{len(wrong)} {what}: {', '.join(wrong[:SHOWN])}" if wrong else ""


async def _out_of_place() -> AsyncIterator[str]:
    now = await generation()
    async for rows in pages("record", "id", "kind, scope, author, version, gen, field_rev"):
        for row in rows:
            if not (_may_lie(row) and row["gen"] <= now and _is_newest(row)):
                yield row["page_key"]


def _may_lie(row: Row) -> bool:
    """Whether the table of rights lets this kind be born there, or go there; and nothing is in another's own scope."""
    where = kind_of(row["scope"]) or ""
    if where == "self":
        return row["author"] is not None and row["scope"] == self_of(row["author"])
    if row["author"] is None:
        return bool(where)
    kind = kinds().get(row["kind"])
    leads = kind.parent if kind and kind.parent else row["kind"]
    return not _places().isdisjoint({(leads, where), (row["kind"], where)})


def _places() -> set[tuple[str, str]]:
    return {*rules.CREATES, *((kind, to) for kind, _, to in rules.MOVES)}


def _is_newest(row: Row) -> bool:
    return all(version_of(rev) <= row["version"] for rev in revs_of(row["field_rev"]))
