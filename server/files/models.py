"""Where the bytes lie. An object in the store is written once under a name of its own and never changed."""

from tortoise import fields
from tortoise.models import Model

from server.records.models import ID

PATH = 160


class Piece(Model):
    """A piece that is there. Its row, not its object, decides: of two that come at once the first row stands."""

    id = fields.BigIntField(primary_key=True)
    upload = fields.CharField(max_length=ID)
    number = fields.IntField()
    path = fields.CharField(max_length=PATH)
    bytes = fields.IntField()

    class Meta(Model.Meta):
        table = "piece"
        unique_together = (("upload", "number"),)


class Doomed(Model):
    """An object to be deleted from then on. One stands here before it is written, so that no crash leaves an orphan."""

    path = fields.CharField(max_length=PATH, primary_key=True)
    due_at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "doomed"
        indexes = (("due_at",),)
