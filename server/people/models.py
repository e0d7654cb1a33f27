"""The tables of people. A relation is never deleted: it ends, and what it meant can still be told."""

from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from server.ids import uuid7


def _id() -> Any:
    return fields.UUIDField(primary_key=True, default=uuid7)


def _to(model: str) -> Any:
    # RESTRICT: nobody disappears by a cascade; erasing a person is a deliberate act of its own.
    return fields.ForeignKeyField(f"maatje.{model}", related_name=False, on_delete=fields.RESTRICT)


class Period(Model):
    """From when until when something holds. It is active when starts_at <= now < ends_at."""

    id: UUID = _id()
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField(null=True)

    class Meta(Model.Meta):
        abstract = True


class Person(Model):
    id: UUID = _id()
    name = fields.CharField(max_length=200)
    email = fields.CharField(max_length=254, unique=True, null=True)  # in lower case
    language = fields.CharField(max_length=2, default="nl")
    created_at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "person"


class Programme(Model):
    id: UUID = _id()
    name = fields.CharField(max_length=200)
    hue = fields.IntField(null=True)  # the accent colour as an angle, 0 to 359

    class Meta(Model.Meta):
        table = "programme"


class Community(Model):
    id: UUID = _id()
    programme_id: UUID
    programme: fields.ForeignKeyRelation[Programme] = _to("Programme")
    name = fields.CharField(max_length=200)
    kind = fields.CharField(max_length=5)  # group, or pair: one coachee
    course = fields.CharField(max_length=200, null=True)
    intake = fields.CharField(max_length=50, null=True)

    class Meta(Model.Meta):
        table = "community"
        indexes = (("programme_id",),)


class Membership(Period):
    """A coachee in a community. Its id is the M of the scopes."""

    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = _to("Person")
    community_id: UUID
    community: fields.ForeignKeyRelation[Community] = _to("Community")

    class Meta(Model.Meta):
        table = "membership"
        indexes = (("person_id",), ("community_id",))


class Coaching(Period):
    """The coaches of a community in one period. Its id is the G of the scopes."""

    community_id: UUID
    community: fields.ForeignKeyRelation[Community] = _to("Community")

    class Meta(Model.Meta):
        table = "coaching"
        indexes = (("community_id",),)


class CoachSeat(Period):
    """A coach in a coaching."""

    coaching_id: UUID
    coaching: fields.ForeignKeyRelation[Coaching] = _to("Coaching")
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = _to("Person")

    class Meta(Model.Meta):
        table = "coach_seat"
        indexes = (("coaching_id",), ("person_id",))


class Mentoring(Period):
    """A senior coach who guides a coach."""

    programme_id: UUID
    programme: fields.ForeignKeyRelation[Programme] = _to("Programme")
    senior_id: UUID
    senior: fields.ForeignKeyRelation[Person] = _to("Person")
    coach_id: UUID
    coach: fields.ForeignKeyRelation[Person] = _to("Person")

    class Meta(Model.Meta):
        table = "mentoring"
        indexes = (("senior_id",), ("coach_id",), ("programme_id",))


class Appointment(Period):
    """A role in a whole programme: senior, coordinator, tutor, researcher or admin."""

    programme_id: UUID
    programme: fields.ForeignKeyRelation[Programme] = _to("Programme")
    person_id: UUID
    person: fields.ForeignKeyRelation[Person] = _to("Person")
    role = fields.CharField(max_length=11)

    class Meta(Model.Meta):
        table = "appointment"
        indexes = (("programme_id",), ("person_id",))
