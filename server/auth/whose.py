"""Whose mailbox an address is."""

from server import db
from server.auth.addresses import LONGEST
from server.people.models import Person


async def hold_mailbox(address: str) -> None:
    """Inside db.write(): what one mailbox proves, and whose it becomes, is decided by one at a time."""
    await db.alone(f"mailbox:{address}")


async def whose(address: str) -> Person | None:
    """What nobody could have is not even looked up: the column would refuse the question."""
    return await Person.get_or_none(email=address) if len(address) <= LONGEST else None
