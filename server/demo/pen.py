"""What people wrote, one by one as their devices would push it. Pure: gathered here, carried out by fill.py."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from server.ids import uuid7_at
from server.records.kinds import derived_id

Fields = dict[str, Any]


@dataclass(frozen=True)
class Act:
    """One change by one person at one moment. `new`: it makes the record; else it is typed over what stands there."""

    at: datetime
    person: UUID
    mid: str
    record: str
    kind: str
    set: Fields
    scope: str | None = None
    new: bool = True


@dataclass
class Pen:
    """Writes down acts. Chance is its own, so that one group's year says nothing about another's."""

    chance: random.Random
    acts: list[Act] = field(default_factory=list)

    def create(self, at: datetime, person: UUID, kind: str, scope: str, fields: Fields, parts: list[str] = []) -> str:  # noqa: B006 - never changed
        record = derived_id(kind, parts) if parts else self._id(at)
        self.acts.append(Act(at, person, self._id(at), record, kind, fields, scope))
        return record

    def change(
        self, at: datetime, person: UUID, kind: str, record: str, fields: Fields, scope: str | None = None
    ) -> None:
        """With a scope it moves there: that is how one shares, hands in and takes back."""
        at += timedelta(milliseconds=1)
        self.acts.append(Act(at, person, self._id(at), record, kind, fields, scope, new=False))

    def _id(self, at: datetime) -> str:
        return str(uuid7_at(at, self.chance.getrandbits))
