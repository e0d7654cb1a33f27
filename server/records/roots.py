"""The root of a chain of bases: the version that was typed over, and the versions that the chain itself wrote."""

from dataclasses import dataclass, field

from server.records.mutation import Mutation
from server.records.state import HELD, Chain, version_of
from server.records.world import World

BEFORE_EVERYTHING = 0


@dataclass(frozen=True)
class Root:
    version: int
    chain: Chain = field(default_factory=list)


def root_of(world: World, mutation: Mutation) -> Root | None:
    """None for a chain over a mutation that is unknown, held, or of another record."""
    if mutation.base_mid is not None:
        return _of_chain(world, mutation)
    if mutation.base_rev is None or mutation.replay:
        return Root(BEFORE_EVERYTHING)
    return Root(_known(world, mutation.id, mutation.base_rev))


def _of_chain(world: World, mutation: Mutation) -> Root | None:
    before = world.applied.get(mutation.base_mid or "")
    if before is None or before.record != mutation.id or before.answer["status"] == HELD:
        return None
    # After a restore the base is no ancestor: what the record holds may be newer than what was typed over.
    return Root(BEFORE_EVERYTHING if mutation.replay else before.root, before.chain)


def _known(world: World, record: str, rev: str) -> int:
    """A base that this record never had was lost in a restore, or made up: then nothing is free for the taking."""
    return version_of(rev) if (record, rev) in world.revs else BEFORE_EVERYTHING
