"""A store in memory, for tests of the judge: it holds what the judge leaves behind, and nothing else."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from server.records.judge import judge
from server.records.mutation import read
from server.records.scopes import self_of
from server.records.state import Answered, Current, Draft, Fields, Written
from server.records.world import World

ANNA, BO = "0198a000-0000-7000-8000-00000000000a", "0198a000-0000-7000-8000-00000000000b"
GROUP = "community:0198a000-0000-7000-8000-0000000000cc"


class Everything:
    """Rights of a test: one reads one's own and the group's; the author moves, and everyone edits in the group."""

    def __init__(self, person: str) -> None:
        self.person = person

    def reads(self, scope: str) -> bool:
        return scope in (self_of(self.person), GROUP)

    def may_create(self, kind: str, scope: str) -> bool:
        return self.reads(scope)

    def tells_too_much(self, kind: str, scope: str, values: Fields) -> bool:
        return False

    def may_edit(self, record: Current) -> bool:
        return True

    def may_delete(self, record: Current) -> bool:
        return record.author == self.person

    def may_move(self, record: Current, scope: str) -> bool:
        return record.author == self.person and self.reads(scope)


@dataclass
class Memory:
    records: dict[str, Current] = field(default_factory=dict)
    applied: dict[str, dict[str, Answered]] = field(default_factory=dict)
    held: list[Draft] = field(default_factory=list)
    revisions: list[Written] = field(default_factory=list)

    def push(self, person: str, *mutations: dict[str, Any]) -> list[dict[str, str]]:
        world = World(person, frozenset([person]), Everything(person), 1, "2026-03-02T17:22:12Z")
        world.records = deepcopy(self.records)
        world.applied = deepcopy(self.applied.get(person, {}))
        world.revs = {(line.record, line.rev) for line in self.revisions}
        world.own_held = {draft.mid for draft in self.held if draft.person == person}
        judge(world, [read(mutation) for mutation in mutations])
        self._keep(world)
        return [world.answers[mutation["mid"]] for mutation in mutations]

    def _keep(self, world: World) -> None:
        self.records = world.records
        self.applied[world.person] = world.applied
        self.held = [d for d in self.held if (d.person, d.mid) not in {(world.person, mid) for mid in world.released}]
        self.held += world.held
        self.revisions += world.revisions

    def words(self) -> set[str]:
        """Every word that is kept anywhere."""
        values = [record.fields for record in self.records.values()]
        values += [sibling.set for record in self.records.values() for sibling in record.siblings]
        values += [draft.set for draft in self.held] + [line.set for line in self.revisions]
        return {str(word) for fields in values for word in fields.values()}
