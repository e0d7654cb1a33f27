"""The generation of this database. A restore raises it, so that devices hand in again what the backup lacks."""

from server import db
from server.records import turns
from server.records.models import Generation

THE_ONE = 1
FIRST = 1


async def generation() -> int:
    found = await db.rows("SELECT number FROM generation WHERE id = ?", [THE_ONE])
    return int(found[0]["number"]) if found else FIRST


async def raise_generation() -> int:
    """Inside db.write(). The new number."""
    await turns.alone()
    number = await generation() + 1
    await Generation.update_or_create(id=THE_ONE, defaults={"number": number})
    return number
