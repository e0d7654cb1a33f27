"""Which chore was last done when: what several processes agree by who does it."""

from tortoise import fields
from tortoise.models import Model


class Chore(Model):
    name = fields.CharField(max_length=40, primary_key=True)
    begun_at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "chore"
