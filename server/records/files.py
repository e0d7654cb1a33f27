"""What records name of files, and who sent which: what the right to open one is judged by. The bytes are files/'s."""

from collections.abc import Iterator
from functools import cache

from tortoise import fields
from tortoise.models import Model

from server.records.kinds import kinds
from server.records.models import ID
from server.records.state import Current, Fields

FAMILY = "file."
HASH, KEY = 64, 81


class Upload(Model):
    """One person's own sending of one file. Nobody learns from it whether somebody else sent the same."""

    id = fields.CharField(max_length=ID, primary_key=True)
    person = fields.CharField(max_length=ID)
    hash = fields.CharField(max_length=HASH)
    pieces = fields.IntField()  # how many it will have
    used_at = fields.DatetimeField()  # when a piece last came, or when the last record ceased to name it
    done_at = fields.DatetimeField(null=True)  # null: not all is there yet, or not looked at
    type = fields.CharField(max_length=20, null=True)  # by what the bytes are, never by what somebody said
    bytes = fields.BigIntField(default=0)

    class Meta(Model.Meta):
        table = "upload"
        unique_together = (("person", "hash"),)
        indexes = (("hash",), ("used_at",))


class Naming(Model):
    """That a record, or a version of it that waits for a choice, names a file under a key; and who brought it in."""

    id = fields.BigIntField(primary_key=True)
    record = fields.CharField(max_length=ID)
    key = fields.CharField(max_length=KEY)
    hash = fields.CharField(max_length=HASH)
    namer = fields.CharField(max_length=ID)
    by_reading = fields.BooleanField()  # the namer could open it then; else it counts once they have sent it

    class Meta(Model.Meta):
        table = "naming"
        unique_together = (("record", "key", "hash"),)
        indexes = (("hash",),)


def ever_named(record: Current) -> bool:
    """Whether it may name files now or did before: the mark of who wrote a key outlives the key.

    Asked of every record of every batch, so the keys are looked through at one go.
    """
    if record.kind not in _kinds_with_files():
        return False
    keys = " ".join(["", *record.written, *(key for sibling in record.siblings for key in sibling.set)])
    return f" {FAMILY}" in keys


def named(record: Current) -> set[tuple[str, str]]:
    """Key and hash of each file that whoever reads the record is told of, waiting versions included."""
    return set(_of(record)) if record.kind in _kinds_with_files() else set()


def _of(record: Current) -> Iterator[tuple[str, str]]:
    for values in (record.fields, *(sibling.set for sibling in record.siblings)):
        yield from _in(values)


def _in(values: Fields) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if key.startswith(FAMILY) and isinstance(value, dict) and isinstance(value.get("hash"), str):
            yield key, value["hash"]


@cache
def _kinds_with_files() -> frozenset[str]:
    return frozenset(
        name
        for name, kind in kinds().items()
        if any(pattern.startswith(r"^file\.") for pattern in kind.schema.get("patternProperties", {}))
    )
