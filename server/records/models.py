"""The tables of records. Ids are texts as they go over the wire; instants are aware and in UTC."""

from typing import Any

from tortoise import fields
from tortoise.indexes import PartialIndex
from tortoise.models import Model

from server.db.fields import JSONText

ID, MID, SCOPE, REV = 36, 64, 60, 40


class Record(Model):
    """What devices hold. `identity` keeps the parts of a derived id and the parent while the fields are empty."""

    id = fields.CharField(max_length=ID, primary_key=True)
    kind = fields.CharField(max_length=40)
    scope = fields.CharField(max_length=SCOPE)
    author = fields.CharField(max_length=ID, null=True)  # null: the server wrote it
    version = fields.BigIntField()
    gen = fields.IntField()
    data: Any = JSONText()  # the fields
    field_rev: Any = JSONText()  # who wrote what last: see marks.py
    deleted = fields.BooleanField(default=False)
    parent = fields.CharField(max_length=ID, null=True)
    identity: Any = JSONText()

    class Meta(Model.Meta):
        table = "record"
        indexes = (("scope", "kind"), ("parent",))


class Revision(Model):
    """What each mutation did, for the history. A move holds the fields as they were shared."""

    id = fields.BigIntField(primary_key=True)
    record = fields.CharField(max_length=ID)
    version = fields.BigIntField()
    rev = fields.CharField(max_length=REV)
    scope = fields.CharField(max_length=SCOPE)
    mid = fields.CharField(max_length=MID)
    author = fields.CharField(max_length=ID)
    device = fields.CharField(max_length=100)
    at = fields.CharField(max_length=40)
    received_at = fields.DatetimeField()
    set: Any = JSONText()
    outcome = fields.CharField(max_length=10)

    class Meta(Model.Meta):
        table = "revision"
        unique_together = (("record", "version"),)


class Applied(Model):
    """Exactly once: what a mutation was answered. root and chain are the versions that its successors build on."""

    id = fields.BigIntField(primary_key=True)
    person = fields.CharField(max_length=ID)
    mid = fields.CharField(max_length=MID)
    digest = fields.CharField(max_length=64)
    record = fields.CharField(max_length=ID, null=True)
    answer: Any = JSONText(null=True)  # of a row there always is one: doctor looks
    root = fields.BigIntField(default=0)
    chain: Any = JSONText()
    received_at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "applied"
        unique_together = (("person", "mid"),)


class Held(Model):
    """What could not be taken in. Only its author reads it."""

    id = fields.BigIntField(primary_key=True)
    person = fields.CharField(max_length=ID)
    mid = fields.CharField(max_length=MID)
    record = fields.CharField(max_length=100, null=True)
    kind = fields.CharField(max_length=100, null=True)
    set: Any = JSONText()
    reason = fields.CharField(max_length=20)
    at = fields.CharField(max_length=40)

    class Meta(Model.Meta):
        table = "held"
        unique_together = (("person", "mid"),)


class Scope(Model):
    """The counter of a scope, and the checksum of what lies in it."""

    name = fields.CharField(max_length=SCOPE, primary_key=True)
    position = fields.BigIntField(default=0)
    floor = fields.BigIntField(default=0)
    count = fields.BigIntField(default=0)
    sum = fields.CharField(max_length=16, default="0" * 16)

    class Meta(Model.Meta):
        table = "scope"


class Placement(Model):
    """One row for each scope and record, moved forward on each change."""

    id = fields.BigIntField(primary_key=True)
    scope = fields.CharField(max_length=SCOPE)
    record = fields.CharField(max_length=ID)
    pos = fields.BigIntField()
    state = fields.CharField(max_length=3)  # in, out; nil: erased, told to whoever may have had it
    rev = fields.CharField(max_length=REV)
    at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "placement"
        unique_together = (("scope", "record"),)
        indexes = (
            ("scope", "pos"),
            ("record",),
            PartialIndex(fields=("scope", "pos"), name="idx_placement_left", condition={"state": "out"}),
        )


class Sibling(Model):
    """Keys that someone else had written meanwhile; they wait for a choice."""

    id = fields.BigIntField(primary_key=True)
    record = fields.CharField(max_length=ID)
    mid = fields.CharField(max_length=MID)
    author = fields.CharField(max_length=ID)
    version = fields.BigIntField()
    at = fields.CharField(max_length=40)
    set: Any = JSONText()

    class Meta(Model.Meta):
        table = "sibling"
        unique_together = (("record", "author", "mid"),)


class Generation(Model):
    """One row. Raised by a restore, so that devices hand in again what the backup lacks."""

    id = fields.IntField(primary_key=True)
    number = fields.IntField(default=1)

    class Meta(Model.Meta):
        table = "generation"


class Erased(Model):
    """An id that must never come back. It keeps no word of what it was."""

    id = fields.CharField(max_length=ID, primary_key=True)
    at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "erased"


class Difference(Model):
    """That the two ways of asking who reads a scope disagreed: what doctor counts."""

    id = fields.BigIntField(primary_key=True)
    person = fields.CharField(max_length=ID)
    scope = fields.CharField(max_length=SCOPE)
    count = fields.BigIntField(default=0)
    reset_at = fields.DatetimeField(null=True)

    class Meta(Model.Meta):
        table = "difference"
        unique_together = (("person", "scope"),)
