"""Why a mutation is not taken in. "Forbidden" and "there is no such thing" are one answer."""

from server.records import check, keys, moves
from server.records.kinds import Kind, derived_id, kinds
from server.records.mutation import Mutation
from server.records.roots import Root
from server.records.scopes import kind_of, self_of, subject_of
from server.records.state import Current, Fields, without_nulls
from server.records.world import World

REASONS = (
    "malformed",  # breaks the form of a mutation or of a key
    "unknown_kind",
    "chain",  # its base is a mutation that is held or unknown
    "forbidden",  # also for what does not exist
    "id_wrong",  # not the id that its parts give, or a part that changed
    "invalid",  # a known key whose value does not fit the schema
    "mid_reused",  # a known mutation id with other content
    "moved",  # a sibling whose record left the scope it was written in
    "erased",  # its record was erased for good; this one is answered so and not kept
    "failed",  # the database would not have it
)


def refusal(world: World, mutation: Mutation, root: Root | None) -> str | None:
    """The reason to hold it, or None."""
    if mutation.malformed:
        return "malformed"
    kind = kinds().get(mutation.kind)
    if kind is None:
        return "unknown_kind"
    if root is None:
        return "chain"
    record = world.records.get(mutation.id)
    allowed = _may_create(world, mutation, kind) if record is None else _may_change(world, mutation, record)
    if not allowed:
        return "forbidden"
    return _unfit(world, mutation, kind, record, root)


def _may_create(world: World, mutation: Mutation, kind: Kind) -> bool:
    if mutation.base_rev is not None or mutation.base_mid is not None:
        return False  # a base of what does not exist
    scope = self_of(world.person) if kind.parent else mutation.scope
    if scope is None or not world.rights.may_create(kind.name, scope):
        return False
    if world.rights.tells_too_much(kind.name, scope, mutation.set):
        return False
    return _about_its_subject(kind, scope, mutation.set)


def _about_its_subject(kind: Kind, scope: str, values: Fields) -> bool:
    """Of one coachee's scope: else a stranger could occupy the one id that a record about them can have."""
    about_member = "member" in kind.id_parts and (kind_of(scope) or "").startswith("member:")
    return not about_member or values.get("member") == subject_of(scope)


def _may_change(world: World, mutation: Mutation, record: Current) -> bool:
    rights = world.rights
    if not rights.reads(record.scope) or record.kind != mutation.kind:
        return False
    if rights.tells_too_much(record.kind, record.scope, mutation.set):
        return False
    if mutation.deletes:
        return rights.may_delete(record)
    scope = moves.target(record, mutation)
    if scope and not rights.may_move(record, scope):
        return False
    return rights.may_edit(record) or bool(scope and not mutation.set)


def _unfit(world: World, mutation: Mutation, kind: Kind, record: Current | None, root: Root) -> str | None:
    if not _is_itself(mutation, kind, record):
        return "id_wrong"
    if not _is_by(world.actors, kind, mutation.set):
        return "forbidden"
    if mutation.deletes:
        return None
    fit = check.fits(kind.name, without_nulls(mutation.set))
    return None if fit and check.fits_together(kind.name, _result(record, mutation.set, root)) else "invalid"


def _is_itself(mutation: Mutation, kind: Kind, record: Current | None) -> bool:
    """The id is the one that the parts give, and no part changes."""
    if record:
        return all(mutation.set.get(key, same) == same for key, same in record.identity.items())
    if not all(isinstance(mutation.set.get(key), str) for key in kind.identity):
        return False
    parts = [mutation.set[key] for key in kind.id_parts]
    return not parts or mutation.id == derived_id(kind.name, parts)


def _is_by(actors: frozenset[str], kind: Kind, values: Fields) -> bool:
    return all(values.get(key) is None or values[key] in actors for key in kind.actor_fields)


def _result(record: Current | None, values: Fields, root: Root) -> Fields:
    """The fields as they would be, for what a schema demands of several keys at once."""
    if record:
        free, _ = keys.sort(record, values, root)
        values = (record.identity if record.deleted else record.fields) | free
    return without_nulls(values)
