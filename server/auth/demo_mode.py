"""Whether this database holds made-up people. Only whoever filled it while it was empty says so; no setting can.

Call all of it inside db.read() or db.write().
"""

from datetime import datetime

from server import clock
from server.auth.models import DatabaseTrait


async def is_demo() -> bool:
    return await filled_at() is not None


async def filled_at() -> datetime | None:
    """When the made-up people were complete: whoever came later is a real person."""
    trait = await DatabaseTrait.get_or_none(name="demo")
    return trait.at if trait else None


async def mark_demo() -> None:
    """For the demo's fill alone, as its last step."""
    await DatabaseTrait.create(name="demo", at=clock.now())
