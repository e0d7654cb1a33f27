"""Who may ever have had a record on a device: who wrote in it, and who read a scope while it lay there."""

from collections.abc import Iterator
from datetime import datetime

from server import clock, db
from server.permissions.may_see import readers
from server.records.models import Held, Record, Revision, Sibling
from server.records.scopes import kind_of, subject_of

Asked = dict[tuple[str, datetime], set[str]]  # what was asked before, of many records in the same places
Stay = tuple[str, datetime, datetime]  # a scope, from when until when

# Whoever begins to read a scope begins with a relation in its programme.
BEGINNINGS = """
    SELECT m.starts_at AS at FROM membership m JOIN community c ON c.id = m.community_id WHERE c.programme_id = ?
    UNION SELECT g.starts_at FROM coaching g JOIN community c ON c.id = g.community_id WHERE c.programme_id = ?
    UNION SELECT s.starts_at FROM coach_seat s JOIN coaching g ON g.id = s.coaching_id
          JOIN community c ON c.id = g.community_id WHERE c.programme_id = ?
    UNION SELECT starts_at FROM mentoring WHERE programme_id = ?
    UNION SELECT starts_at FROM appointment WHERE programme_id = ?"""

PROGRAMMES = {  # kind of scope → the programmes that its readers belong to
    "agenda": "SELECT programme_id AS id FROM community WHERE id = ?",
    "community": "SELECT programme_id AS id FROM community WHERE id = ?",
    "coaching": "SELECT c.programme_id AS id FROM coaching g JOIN community c ON c.id = g.community_id WHERE g.id = ?",
    "member": "SELECT c.programme_id AS id FROM membership m JOIN community c ON c.id = m.community_id WHERE m.id = ?",
    "mentor": """SELECT DISTINCT c.programme_id AS id FROM coach_seat s JOIN coaching g ON g.id = s.coaching_id
                 JOIN community c ON c.id = g.community_id WHERE s.person_id = ?""",
}


async def who_had(id: str, asked: Asked) -> set[str]:
    """Inside db.read() or db.write(), while the record and its history are still there."""
    record = await Record.get_or_none(id=id)
    history = await Revision.filter(record=id).order_by("version")
    found = {record.author} if record and record.author else set()
    found |= {row.author for row in history} | {row.author for row in await Sibling.filter(record=id)}
    found |= {row.person for row in await Held.filter(record=id)}
    for scope, since, until in _stays(history, clock.now()):
        for at in await _moments(scope, since, until):
            if (scope, at) not in asked:
                asked[scope, at] = await readers(scope, at)
            found |= asked[scope, at]
    return found


def _stays(history: list[Revision], now: datetime) -> Iterator[Stay]:
    """Where it lay, one after the other."""
    for number, row in enumerate(history):
        begins = number == 0 or history[number - 1].scope != row.scope
        if begins:
            left = next((later for later in history[number:] if later.scope != row.scope), None)
            yield row.scope, row.received_at, left.received_at if left else now


async def _moments(scope: str, since: datetime, until: datetime) -> list[datetime]:
    """When somebody may have begun to read it there: at its arrival, and with each beginning until it left."""
    programmes = await _programmes(scope)
    found = {since}
    for programme in programmes:
        rows = await db.rows(BEGINNINGS, [programme] * 5)
        found |= {at for at in (db.instant_of(row["at"]) for row in rows) if since < at <= until}
    return sorted(found)


async def _programmes(scope: str) -> list[str]:
    kind = (kind_of(scope) or "").partition(":")[0]
    if kind in ("staff", "programme"):
        return [subject_of(scope)]
    return [row["id"] for row in await db.rows(PROGRAMMES[kind], [subject_of(scope)])] if kind in PROGRAMMES else []
