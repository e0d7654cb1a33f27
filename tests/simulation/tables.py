"""Every table of the server as plain rows, read past the server: what the oracle looks at."""

import json
import sqlite3
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

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


def look(file: sqlite3.Connection, now: datetime) -> Tables:
    file.row_factory = sqlite3.Row
    rows = {name: [_read(row) for row in file.execute(f"SELECT * FROM {name}")] for name in (*PEOPLE, *RECORDS)}
    return Tables(now.isoformat(" ", "microseconds"), rows)


def _read(row: sqlite3.Row) -> Row:
    read = dict(zip(row.keys(), tuple(row), strict=True))
    return {key: _parsed(value) if key in TEXTS and value is not None else value for key, value in read.items()}


@lru_cache(10_000)
def _parsed(text: str) -> Any:
    """Most of it is as it was a moment ago. Nobody changes what is read here."""
    return json.loads(text)
