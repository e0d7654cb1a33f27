"""Who is in a scope, as records of kind `person`: the server writes them in the transaction that changes people."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from server import clock, db
from server.permissions.people_of import Entry, Listed, listed
from server.records.generation import generation
from server.records.kinds import derived_id
from server.records.load import current
from server.records.state import Current, Fields
from server.records.store import write_records
from server.records.tables import RECORD, marks

NOBODY = ""  # the mutation id of what the server writes


async def refresh(communities: Iterable[UUID], programmes: Iterable[UUID]) -> set[str]:
    """Make the directory of all scopes around these say what is so; the scopes in which something changed."""
    wanted = await listed(set(communities), set(programmes))
    known = await _known(sorted(wanted))
    gen = await generation()
    changed = [change for scope, people in wanted.items() for change in _changes(scope, people, known, gen)]
    return await write_records(changed, clock.now())


async def _known(scopes: list[str]) -> dict[str, Current]:
    sql = f"{RECORD.select} WHERE kind = 'person' AND scope IN ({marks(scopes)}) ORDER BY id"
    return {row["id"]: current(row) for row in await db.locked(sql, scopes)}


def _changes(scope: str, people: Listed, known: dict[str, Current], gen: int) -> Iterable[tuple[Current, str | None]]:
    for person, entry in people.items():
        id = derived_id("person", [scope, str(person)])
        before, fields = known.get(id), _fields(person, entry)
        if before is None or before.fields != fields:
            yield _written(before or _new(id, scope, person), fields, gen), scope if before else None


def _new(id: str, scope: str, person: UUID) -> Current:
    return Current(id, "person", scope, None, identity={"scope": scope, "person": str(person)})


def _written(record: Current, fields: Fields, gen: int) -> Current:
    record.version, record.gen = record.version + 1, gen
    keys = fields.keys() | record.fields.keys()
    changed = {key for key in keys if fields.get(key) != record.fields.get(key)}
    record.written |= {key: [record.rev, NOBODY] for key in changed}
    record.fields = fields
    return record


def _fields(person: UUID, entry: Entry) -> Fields:
    fields: dict[str, Any] = {
        "person": str(person),
        "name": entry.name,
        "role": entry.role,
        "member": entry.member and str(entry.member),
        "community": entry.community and str(entry.community),
        "from": _instant(entry.starts_at),
        "until": entry.ends_at and _instant(entry.ends_at),
    }
    return {key: value for key, value in fields.items() if value is not None}


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
