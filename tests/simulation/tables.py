"""Every table of the server as plain rows: what the oracle looks at."""

import json
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from server import db

Row = dict[str, Any]


@dataclass
class Tables:
    """Everything that the server keeps, at one moment."""

    now: str
    rows: dict[str, list[Row]]
    readable: dict[str, set[str]] = field(default_factory=dict)  # person → scopes, once somebody asked

    def __getitem__(self, table: str) -> list[Row]:
        return self.rows[table]

    def record(self, id: str) -> Row | None:
        return next((row for row in self["record"] if row["id"] == id), None)

    def active(self, table: str, **wanted: str) -> list[Row]:
        """The relations that hold now and have these values."""
        return [
            row
            for row in self[table]
            if row["starts_at"] <= self.now
            and (row["ends_at"] is None or self.now < row["ends_at"])
            and all(row[key] == value for key, value in wanted.items())
        ]


TEXTS = ("data", "field_rev", "set", "answer", "chain", "identity")
PEOPLE = ("person", "programme", "community", "membership", "coaching", "coach_seat", "mentoring", "appointment")
RECORDS = ("record", "revision", "sibling", "held", "applied", "scope", "placement", "difference")
BESIDE = ("login", "erased", "upload")


def look(file: sqlite3.Connection, now: datetime) -> Tables:
    file.row_factory = sqlite3.Row
    rows = {name: [_read(row) for row in file.execute(f"SELECT * FROM {name}")] for name in (*PEOPLE, *RECORDS)}
    return Tables(at(now), rows)


async def rows_of_all() -> dict[str, list[Row]]:
    """The same of the open database, whichever engine it has."""

    async def work() -> dict[str, list[Row]]:
        names = (*PEOPLE, *RECORDS, *BESIDE)
        return {name: [_plain(row) for row in await db.rows(f"SELECT * FROM {name}")] for name in names}

    return await db.read(work)


def at(now: datetime) -> str:
    """As SQLite keeps it: instants are compared as texts."""
    return now.isoformat(" ", "microseconds")


def _read(row: sqlite3.Row) -> Row:
    return _plain(dict(zip(row.keys(), tuple(row), strict=True)))


def _plain(row: Row) -> Row:
    return {key: _value(key, value) for key, value in row.items()}


def _value(key: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return at(value.astimezone(UTC))
    return _parsed(value) if key in TEXTS and value is not None else value


@lru_cache(10_000)
def _parsed(text: str) -> Any:
    """Most of it is as it was a moment ago. Nobody changes what is read here."""
    return json.loads(text)
