"""While somebody pushes no role of theirs begins or ends, and people are changed by one at a time in a programme.

What a person may is computed by several statements, and on PostgreSQL each sees what was committed meanwhile. So a
push holds the programmes that its author ever had to do with, together with other pushes, until it is committed;
whoever changes people of a programme waits for them, and they wait for that.
"""

from uuid import UUID

from server import db
from server.records import turns

# A relation never goes, it ends: so this is all that could end. What begins meanwhile is no loss.
PROGRAMMES_OF = """SELECT programme_id AS id FROM appointment WHERE person_id = ?
    UNION SELECT programme_id FROM mentoring WHERE senior_id = ? OR coach_id = ?
    UNION SELECT c.programme_id FROM membership m JOIN community c ON c.id = m.community_id WHERE m.person_id = ?
    UNION SELECT c.programme_id FROM coach_seat s JOIN coaching g ON g.id = s.coaching_id
    JOIN community c ON c.id = g.community_id WHERE s.person_id = ?"""


async def hold_still(person: UUID) -> None:
    """Inside db.write(), before grants are asked: until the commit they stay as they are."""
    await turns.beside_others()
    await db.among(*map(_name, await programmes_of(person)))


async def changing(*programmes: UUID | str) -> None:
    """Inside db.write(), before anything about people is read or changed."""
    await turns.beside_others()
    await db.alone(*map(_name, programmes))


async def programmes_of(person: UUID) -> list[str]:
    return [row["id"] for row in await db.rows(PROGRAMMES_OF, [str(person)] * 5)]


async def programme_of(community: UUID) -> str:
    """What never changes, so it may be asked before."""
    found = await db.rows("SELECT programme_id FROM community WHERE id = ?", [str(community)])
    return str(found[0]["programme_id"])


def _name(programme: UUID | str) -> str:
    return f"programme:{programme}"
