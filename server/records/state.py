"""Plain data of records, as the judge sees and changes it. No table and no connection in sight."""

from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]
Chain = list[list[int]]  # versions as ranges: [[14, 15], [17, 17]]

OK, MERGED, CONFLICT, HELD = "ok", "merged", "conflict", "held"


def version_of(rev: str) -> int:
    return int(rev.rpartition(".")[2])


@dataclass
class Version:
    """Keys of a record that wait for a choice."""

    mid: str
    author: str
    version: int
    at: str
    set: Fields


@dataclass
class Current:
    """A record as it stands. `written` has, for each key and for scope and deleted, who wrote it last: [rev, mid]."""

    id: str
    kind: str
    scope: str
    author: str | None
    version: int = 0
    gen: int = 1
    fields: Fields = field(default_factory=dict)
    written: dict[str, list[str]] = field(default_factory=dict)
    deleted: bool = False
    parent: str | None = None
    identity: Fields = field(default_factory=dict)
    siblings: list[Version] = field(default_factory=list)

    @property
    def rev(self) -> str:
        return f"g{self.gen}.{self.version}"

    def last(self, key: str) -> int:
        """The version that wrote this key; 0 if none did."""
        return version_of(self.written[key][0]) if key in self.written else 0


@dataclass
class Answered:
    """A mutation that has its answer. root and chain are those of its whole chain, itself included."""

    mid: str
    digest: str
    record: str | None
    answer: dict[str, str]
    root: int = 0
    chain: Chain = field(default_factory=list)


@dataclass
class Draft:
    """What could not be taken in, for its author alone."""

    person: str
    mid: str
    record: str | None
    kind: str | None
    set: Fields
    reason: str
    at: str


@dataclass
class Written:
    """A line of the history."""

    record: str
    version: int
    rev: str
    scope: str
    mid: str
    at: str
    set: Fields
    outcome: str


def without_nulls(values: Fields) -> Fields:
    """Null is how a mutation empties a key."""
    if None not in values.values():  # as nearly always, and soon seen
        return values
    return {key: value for key, value in values.items() if value is not None}


def includes(chain: Chain, version: int) -> bool:
    return any(first <= version <= last for first, last in chain)


def extended(chain: Chain, version: int) -> Chain:
    """The chain with one more version at its end."""
    if chain and chain[-1][1] == version - 1:
        return [*chain[:-1], [chain[-1][0], version]]
    return [*chain, [version, version]]
