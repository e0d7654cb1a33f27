"""What sign-in keeps. No code, cookie or link can be read back from these rows: they hold hashes only."""

from tortoise import fields
from tortoise.models import Model


class Login(Model):
    """One browser that is signed in; the token of its cookie is known to that browser alone."""

    id = fields.UUIDField(primary_key=True)
    person = fields.UUIDField(db_index=True)
    token_hash = fields.CharField(max_length=64, unique=True)
    device = fields.CharField(max_length=80)
    created_at = fields.DatetimeField()
    last_contact = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)
    # "signed_out" on the browser itself, "revoked" from another: then it purges what others wrote.
    ended_why = fields.CharField(max_length=20, null=True)

    class Meta(Model.Meta):
        table = "login"


class Code(Model):
    """A mailbox to be proven. Kept for unknown mailboxes too, so that both are answered by the same steps."""

    id = fields.UUIDField(primary_key=True)
    purpose = fields.CharField(max_length=10)  # one of codes.PURPOSES
    # A keyed hash: an address that nobody here has, mistyped or not, is not kept.
    mailbox = fields.CharField(max_length=64, db_index=True)
    code_hash = fields.CharField(max_length=64)
    person = fields.UUIDField(null=True)
    invitation = fields.UUIDField(null=True)
    name = fields.CharField(max_length=200, null=True)  # of someone who accepts an invitation
    language = fields.CharField(max_length=2, null=True)
    tries = fields.IntField(default=0)
    made_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta(Model.Meta):
        table = "code"


class Invitation(Model):
    """A role that waits for whoever proves the mailbox, or for a number of people who hold the link."""

    id = fields.UUIDField(primary_key=True)
    programme = fields.UUIDField(db_index=True)
    role = fields.CharField(max_length=20)
    community = fields.UUIDField(null=True)
    mailbox = fields.CharField(max_length=254, null=True)
    uses_left = fields.IntField()
    made_by = fields.UUIDField(null=True)  # nobody: from the command line
    made_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "invitation"


class Asked(Model):
    """That somebody asked for something that may be asked so often."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=64)  # a keyed hash of the limit and of who asked
    at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "asked"
        indexes = (("name", "at"),)


class DatabaseTrait(Model):
    """What is true of this database as a whole. A row "demo" tells when it was filled with made-up people."""

    name = fields.CharField(max_length=40, primary_key=True)
    at = fields.DatetimeField()

    class Meta(Model.Meta):
        table = "database_trait"
