"""What the judge looks at and leaves behind: rows read in bulk, changed in memory, and lists of what to write."""

from dataclasses import dataclass, field
from typing import Protocol

from server.records.state import Answered, Current, Draft, Fields, Written


class Rights(Protocol):
    """What the permission table says of one person. permissions/ lies above, so it is handed in."""

    def reads(self, scope: str) -> bool: ...
    def may_create(self, kind: str, scope: str) -> bool: ...
    def tells_too_much(self, kind: str, scope: str, values: Fields) -> bool: ...
    def may_edit(self, record: Current) -> bool: ...
    def may_delete(self, record: Current) -> bool: ...
    def may_move(self, record: Current, scope: str) -> bool: ...


@dataclass
class World:
    person: str
    actors: frozenset[str]  # the person and their memberships: what an x-actor field may hold
    rights: Rights
    gen: int
    now: str
    records: dict[str, Current] = field(default_factory=dict)
    revs: set[tuple[str, str]] = field(default_factory=set)  # (record, rev) of the bases that exist
    applied: dict[str, Answered] = field(default_factory=dict)
    own_held: set[str] = field(default_factory=set)
    erased: set[str] = field(default_factory=set)

    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    remembered: list[Answered] = field(default_factory=list)
    held: list[Draft] = field(default_factory=list)
    released: set[str] = field(default_factory=set)
    revisions: list[Written] = field(default_factory=list)
    taken_back: list[tuple[str, str]] = field(default_factory=list)  # (record, mid) → the author's own self
    before: dict[str, str | None] = field(default_factory=dict)  # touched record → its scope in the database
    siblings_before: dict[str, set[tuple[str, str]]] = field(default_factory=dict)

    def touch(self, record: Current) -> None:
        """Call it before changing a record: the store compares what was with what is."""
        if record.id not in self.before:
            self.before[record.id] = record.scope
            self.siblings_before[record.id] = {(sibling.author, sibling.mid) for sibling in record.siblings}

    def add(self, record: Current) -> None:
        self.records[record.id] = record
        self.before[record.id] = None
        self.siblings_before[record.id] = set()

    def children_of(self, parent: Current) -> list[Current]:
        """Those of the same author; what others hang on a record lies with them."""
        return [r for r in self.records.values() if r.parent == parent.id and r.author == parent.author]

    def remember(self, answered: Answered) -> None:
        self.applied[answered.mid] = answered
        self.remembered.append(answered)

    def hold(self, draft: Draft) -> None:
        self.held.append(draft)
        if draft.person == self.person:
            self.own_held.add(draft.mid)

    def release(self, mid: str) -> None:
        """A held draft of one's own that has found its place."""
        if mid in self.own_held:
            self.own_held.discard(mid)
            self.released.add(mid)
            self.held = [draft for draft in self.held if (draft.person, draft.mid) != (self.person, mid)]
