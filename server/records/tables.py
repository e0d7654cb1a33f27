"""The tables of records as rows: which columns, in which order. Models are too slow for what comes by the thousand.

JSON is text here, written by text_of() and read by value_of().
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson

from server import db


@dataclass(frozen=True)
class Table:
    """`changing` is what a row of the same key takes over; without it, the row that is there stays as it is."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...] = ()
    changing: tuple[str, ...] = ()

    async def write(self, rows: Sequence[Sequence[object]]) -> None:
        """Each row has its values in the order of the columns."""
        if rows:
            await db.execute_many(self.insert, rows)

    @cached_property
    def insert(self) -> str:
        into = f"INSERT INTO {self.name} ({_named(self.columns)}) VALUES ({marks(self.columns)})"
        if not self.key:
            return into
        taken_over = ", ".join(f'"{name}" = excluded."{name}"' for name in self.changing)
        return f"{into} ON CONFLICT ({_named(self.key)}) DO {f'UPDATE SET {taken_over}' if taken_over else 'NOTHING'}"

    @cached_property
    def select(self) -> str:
        return f"SELECT {_named(self.columns)} FROM {self.name}"


def marks(values: Sequence[object]) -> str:
    """For a list of values; of none, what equals nothing, because PostgreSQL takes no ()."""
    return ", ".join("?" * len(values)) or "NULL"


def text_of(value: object) -> str:
    return orjson.dumps(value).decode()


def value_of(text: str) -> Any:
    return orjson.loads(text)


def _named(columns: Sequence[str]) -> str:
    """In quotes, for `set` is a word of SQL."""
    return ", ".join(f'"{name}"' for name in columns)


RECORD = Table(
    "record",
    ("id", "kind", "scope", "author", "version", "gen", "data", "field_rev", "deleted", "parent", "identity"),
    key=("id",),
    changing=("scope", "version", "gen", "data", "field_rev", "deleted"),
)
REVISION = Table(
    "revision",
    ("record", "version", "rev", "scope", "mid", "author", "device", "at", "received_at", "set", "outcome"),
)
APPLIED = Table(
    "applied",
    ("person", "mid", "digest", "record", "answer", "root", "chain", "received_at"),
    key=("person", "mid"),
    changing=("digest", "record", "answer", "root", "chain"),
)
HELD = Table("held", ("person", "mid", "record", "kind", "set", "reason", "at"), key=("person", "mid"))
SIBLING = Table("sibling", ("record", "mid", "author", "version", "at", "set"))
PLACEMENT = Table(
    "placement",
    ("scope", "record", "pos", "state", "rev", "at"),
    key=("scope", "record"),
    changing=("pos", "state", "rev", "at"),
)
SCOPE = Table("scope", ("name", "position", "floor", "count", "sum"), key=("name",))
