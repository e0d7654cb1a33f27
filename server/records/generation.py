"""The generation of this database. A restore raises it, so that devices hand in again what the backup lacks."""

from server.records.models import Generation

THE_ONE = 1


async def generation() -> int:
    row = await Generation.get_or_none(id=THE_ONE)
    return row.number if row else 1


async def raise_generation() -> int:
    """Inside db.write(). The new number."""
    number = await generation() + 1
    await Generation.update_or_create(id=THE_ONE, defaults={"number": number})
    return number
