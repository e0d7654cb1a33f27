"""The lines of the journal that this database has in it."""

from tortoise import fields
from tortoise.models import Model


class Journalled(Model):
    """Written in the transaction that did what the line says."""

    id = fields.CharField(max_length=150, primary_key=True)
    at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "journalled"
