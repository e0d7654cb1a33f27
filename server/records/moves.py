"""Where a record lies: where it is born, whether it may go, and what goes along.

One shares what one saw: sharing needs that nobody else wrote meanwhile. Taking back always happens.
"""

from server.records.keys import mark
from server.records.kinds import kinds
from server.records.mutation import Mutation
from server.records.scopes import self_of
from server.records.state import Current, Draft, Written
from server.records.world import World

FOLLOWED = "moved"  # the outcome in the history of a record that went along with its parent


def birthplace(world: World, mutation: Mutation) -> str:
    """Where it is sent; beside its parent if it has one of the same author, which then is in view."""
    own = self_of(world.person)
    field = kinds()[mutation.kind].parent
    if field is None:
        return mutation.scope or own
    parent = world.records.get(str(mutation.set.get(field)))
    if parent is None or (parent.kind, parent.author) != (field, world.person):
        return own
    return parent.scope if world.rights.reads(parent.scope) else own


def target(record: Current, mutation: Mutation) -> str | None:
    """Where this mutation wants it to go, if it does. What has a parent lies beside it, whatever is wanted."""
    if mutation.scope in (None, record.scope) or kinds()[record.kind].parent:
        return None
    return mutation.scope


def may_go(record: Current, scope: str, unseen: bool) -> bool:
    if record.author and scope == self_of(record.author):
        return True
    return not unseen and not record.siblings


def go(world: World, record: Current, scope: str, mid: str) -> None:
    """Move it, and all that lies beside it because of it."""
    _place(world, record, scope, mid)
    for child in world.children_of(record):
        if child.scope != scope:
            _follow(world, child, scope, mid)


def _follow(world: World, child: Current, scope: str, mid: str) -> None:
    world.touch(child)
    child.version, child.gen = child.version + 1, world.gen
    _place(world, child, scope, mid)
    shown = dict(child.fields)
    world.revisions.append(Written(child.id, child.version, child.rev, scope, mid, world.now, shown, FOLLOWED))


def _place(world: World, record: Current, scope: str, mid: str) -> None:
    """A sibling belongs to the scope it was written in; its author gets it back as a draft."""
    for sibling in record.siblings:
        world.hold(Draft(sibling.author, sibling.mid, record.id, record.kind, sibling.set, "moved", sibling.at))
    record.siblings = []
    record.scope = scope
    if record.author and scope == self_of(record.author):
        world.taken_back.append((record.id, mid))
    mark(record, "scope", mid)
