"""Keys of a record: which are free and which are taken, and what happens to both."""

from typing import Any

import orjson

from server.records.mutation import Mutation
from server.records.roots import Root
from server.records.state import Current, Fields, Version, includes, without_nulls
from server.records.world import World


def sort(record: Current, values: Fields, root: Root) -> tuple[Fields, Fields]:
    """Free and taken. Free: last written at or before the root, or by this chain, or the same value already."""
    free = {key: value for key, value in values.items() if _is_free(record, key, value, root)}
    return free, {key: value for key, value in values.items() if key not in free}


def others_wrote(record: Current, root: Root) -> bool:
    """Whether anyone but this chain wrote since the root."""
    return any(_is_foreign(record.last(key), root) for key in record.written)


def others_changed(record: Current, root: Root) -> bool:
    """The same for one who wants to delete: a place that followed its parent does not count, a waiting text does."""
    keys = any(_is_foreign(record.last(key), root) for key in record.written if key != "scope")
    return keys or any(_is_foreign(sibling.version, root) for sibling in record.siblings)


def begin(record: Current, values: Fields, mid: str) -> None:
    """The first words of a record."""
    by = [record.rev, mid]
    record.fields = dict(without_nulls(values))
    record.written = dict.fromkeys(record.fields, by)


def apply(record: Current, values: Fields, mid: str, root: Root) -> None:
    """Write them. A record that stays deleted stays empty: what it is called by alone does not bring it back.

    To say again what stood there at the root is no writing: two devices that each settle one key, and send the other
    along as it is, would be in each other's way for ever.
    """
    by = [record.rev, mid]
    for key, value in values.items():
        if _same(record.fields.get(key), value) and not _is_foreign(record.last(key), root):
            continue
        record.written[key] = by
        if value is None or record.deleted:
            record.fields.pop(key, None)
        else:
            record.fields[key] = value


def mark(record: Current, key: str, mid: str) -> None:
    record.written[key] = [record.rev, mid]


def revive(record: Current, values: Fields) -> None:
    """A key that is written to a deleted record brings it back, as the record that it was.

    The mark of who deleted it stays: whoever goes on without having heard of it neither shares nor deletes it.
    """
    if record.deleted and any(value is not None and key not in record.identity for key, value in values.items()):
        record.deleted, record.fields = False, dict(record.identity)


def keep_apart(record: Current, taken: Fields, mid: str, author: str, at: str) -> None:
    record.siblings.append(Version(mid, author, record.version, at, taken))


def resolve(world: World, record: Current, mutation: Mutation) -> None:
    """What the mutation names has been read, and merged into it by a person or for one.

    Not so after a restore: what was free then may be taken now, and more may wait under a mid than was read of it.
    """
    if mutation.replay:
        return
    record.siblings = [sibling for sibling in record.siblings if sibling.mid not in mutation.resolves]
    for mid in mutation.resolves:
        world.release(mid)


def _is_free(record: Current, key: str, value: Any, root: Root) -> bool:
    if key in record.identity:
        return True  # it is the same: admission saw to it
    return _same(record.fields.get(key), value) or not _is_foreign(record.last(key), root)


def _is_foreign(version: int, root: Root) -> bool:
    return version > root.version and not includes(root.chain, version)


def _same(one: Any, other: Any) -> bool:
    """As JSON: to Python, 1 and true are the same."""
    if type(one) is not type(other):
        return False
    if isinstance(one, str):
        return bool(one == other)
    return orjson.dumps(one, option=orjson.OPT_SORT_KEYS) == orjson.dumps(other, option=orjson.OPT_SORT_KEYS)
