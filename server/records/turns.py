"""Who waits for whom, where many write at once. On SQLite one writes at a time, and nobody is asked to wait.

Whoever writes calls beside_others() first; whoever changes what all the others build on is alone(): it waits until
their transactions are over, and they wait for its own.
"""

from server import db

EVERYTHING = "everything"


async def beside_others() -> None:
    await db.among(EVERYTHING)


async def alone() -> None:
    """Clearing away, erasing, a new generation: rare and short."""
    await db.alone(EVERYTHING)
