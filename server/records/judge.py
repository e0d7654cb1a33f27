"""What becomes of a batch of mutations: a pure function over rows that were read in bulk.

Per mutation, numbered as in SYNC.md §3:
 2  a known mid is answered what was answered then                      _known
 3  of an erased record nothing is kept                                  _gone
 3  not visible, not writable, malformed, out of a broken chain: held   admission.refusal
 4  free keys are applied, taken ones become a sibling                  keys.py
 5  sharing needs that nobody else wrote; taking back always happens    moves.py
 6  a delete over what is not current is a conflict                     _deleted
 7  what is not held leaves a revision                                  _recorded
Step 1, a stale generation, concerns the whole request and never gets here.
"""

from server.records import keys, moves
from server.records.admission import refusal
from server.records.kinds import kinds
from server.records.mutation import Mutation
from server.records.mutation import key_of as stored_mid
from server.records.roots import Root, root_of
from server.records.state import (
    CONFLICT,
    HELD,
    MERGED,
    OK,
    Answered,
    Current,
    Draft,
    Fields,
    Written,
    extended,
)
from server.records.world import World

NO_DIGEST = ""  # of a mutation whose record was erased


def judge(world: World, mutations: list[Mutation]) -> None:
    """Judge each in order. The answers, and all that is to be written, are in the world afterwards."""
    for mutation in mutations:
        world.answers.setdefault(mutation.mid, _known(world, mutation) or _judged(world, mutation))


def hold(world: World, mutation: Mutation, reason: str, mid: str = "") -> dict[str, str]:
    """Keep it for its author, and answer so."""
    answer = {"status": HELD, "reason": reason}
    mid = mid or mutation.mid
    world.hold(Draft(world.person, mid, mutation.id, mutation.kind, mutation.set, reason, _at(world, mutation)))
    world.remember(Answered(mid, mutation.digest, None if mutation.malformed else mutation.id, answer))
    return answer


def reused_mid(person: str, mutation: Mutation) -> str:
    """Ours for other content under a known mid: always the same one, however often it comes."""
    return stored_mid(f"{person}/{mutation.mid}/{mutation.digest}")


def _known(world: World, mutation: Mutation) -> dict[str, str] | None:
    before = world.applied.get(mutation.mid)
    if before and _is_the_same(before, mutation):
        return before.answer
    if {mutation.id, world.person} & world.erased:
        return _gone(world, mutation)
    return _reused(world, mutation) if before else None


def _is_the_same(before: Answered, mutation: Mutation) -> bool:
    """What it said is not known of one whose record was erased; only that it was of that record."""
    about_it = before.record in (None, mutation.id)
    return before.digest == mutation.digest or (before.digest == NO_DIGEST and about_it)


def _gone(world: World, mutation: Mutation) -> dict[str, str]:
    """Answered as held, and not stored: not even what a short text could be guessed from. What was answered under the
    same id to another stays so."""
    answer = {"status": HELD, "reason": "erased"}
    if mutation.mid not in world.applied:
        world.remember(Answered(mutation.mid, NO_DIGEST, mutation.id, answer))
    return answer


def _reused(world: World, mutation: Mutation) -> dict[str, str]:
    ours = reused_mid(world.person, mutation)
    known = world.applied.get(ours)
    return known.answer if known else hold(world, mutation, "mid_reused", ours)


def _judged(world: World, mutation: Mutation) -> dict[str, str]:
    root = root_of(world, mutation)
    reason = refusal(world, mutation, root)
    if reason or root is None:
        return hold(world, mutation, reason or "chain")
    record = world.records.get(mutation.id)
    if record is None:
        return _recorded(world, _created(world, mutation), mutation, root, OK)
    world.touch(record)
    if mutation.deletes:
        return _deleted(world, record, mutation, root)
    return _edited(world, record, mutation, root)


def _created(world: World, mutation: Mutation) -> Current:
    kind = kinds()[mutation.kind]
    record = Current(mutation.id, mutation.kind, moves.birthplace(world, mutation), world.person)
    record.parent = mutation.set.get(kind.parent) if kind.parent else None
    record.identity = {key: mutation.set[key] for key in kind.identity if key in mutation.set}
    world.add(record)
    _step(world, record)
    keys.resolve(world, record, mutation)
    record.deleted = mutation.deletes
    keys.begin(record, {} if mutation.deletes else mutation.set, mutation.mid)
    keys.mark(record, "scope", mutation.mid)
    return record


def _edited(world: World, record: Current, mutation: Mutation, root: Root) -> dict[str, str]:
    status = MERGED if keys.others_wrote(record, root) else OK
    free, taken = keys.sort(record, mutation.set, root)
    target = moves.target(record, mutation)
    _step(world, record)
    keys.resolve(world, record, mutation)
    keys.revive(record, free)
    keys.apply(record, free, mutation.mid, root)
    if target and moves.may_go(record, target, bool(taken) or status == MERGED or mutation.replay):
        moves.go(world, record, target, mutation.mid)
        moved = True
    else:
        moved = False
    shown = record.fields | taken if moved else mutation.set
    if taken:
        keys.keep_apart(record, taken, mutation.mid, world.person, _at(world, mutation))
    status = CONFLICT if taken or (target and not moved) else status
    return _recorded(world, record, mutation, root, status, shown)


def _deleted(world: World, record: Current, mutation: Mutation, root: Root) -> dict[str, str]:
    """Nobody deletes what they have not seen."""
    current = not keys.others_changed(record, root)
    merged = keys.others_wrote(record, root)
    _step(world, record)
    if not current:
        return _recorded(world, record, mutation, root, CONFLICT)
    keys.resolve(world, record, mutation)
    keys.mark(record, "deleted", mutation.mid)
    record.deleted, record.fields = True, {}
    return _recorded(world, record, mutation, root, MERGED if merged else OK)


def _recorded(
    world: World, record: Current, mutation: Mutation, root: Root, status: str, shown: Fields | None = None
) -> dict[str, str]:
    """Shown in the history is what was typed; of a move, all that went along."""
    answer = {"status": status, "rev": record.rev}
    world.revs.add((record.id, record.rev))
    chain = extended(root.chain, record.version)
    world.remember(Answered(mutation.mid, mutation.digest, record.id, answer, root.version, chain))
    shown = mutation.set if shown is None else shown
    at = _at(world, mutation)
    world.revisions.append(
        Written(record.id, record.version, record.rev, record.scope, mutation.mid, at, shown, status)
    )
    return answer


def _step(world: World, record: Current) -> None:
    record.version, record.gen = record.version + 1, world.gen


def _at(world: World, mutation: Mutation) -> str:
    return mutation.at or world.now
