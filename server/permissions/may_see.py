"""From a record to its readers: the second check on everything that leaves the server.

It starts at the record's scope, looks up what the scope is named after, and asks whether one of that subject's own
relations names the person today. It shares no code with grants.py, so that one mistake is not made twice.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

from server import db

Readers = set[str]
Look = Callable[[str, datetime], Awaitable[Readers]]

NOW = "{0}starts_at <= ? AND ({0}ends_at IS NULL OR {0}ends_at > ?)"


async def may_see(person: UUID, scope: str, now: datetime) -> bool:
    """Whether this person is among those who read what lies in this scope."""
    return str(person) in await readers(scope, now)


async def readers(scope: str, now: datetime) -> Readers:
    """Everyone who reads this scope, by its subject's relations."""
    subject, _, rest = scope.partition(":")
    id, _, part = rest.partition(":")
    look = READERS.get(f"{subject}:{part}" if part else subject)
    return await look(id, now) if look else set()


async def _of_self(person: str, now: datetime) -> Readers:
    return {person}


async def _of_shared(membership: str, now: datetime) -> Readers:
    community = await _community_of_member(membership, now)
    return await _member(membership, now) | await _coaches(community, now) if community else set()


async def _of_record(membership: str, now: datetime) -> Readers:
    community = await _community_of_member(membership, now)
    if not community:
        return set()
    return await _member(membership, now) | await _staff_of(community, now)


async def _of_agenda(community: str, now: datetime) -> Readers:
    return await _members(community, now) | await _staff_of(community, now)


async def _of_community(community: str, now: datetime) -> Readers:
    return await _members(community, now) | await _coaches(community, now)


async def _of_coaching(coaching: str, now: datetime) -> Readers:
    found = await db.rows("SELECT community_id FROM coaching WHERE id = ?", [coaching])
    if not found:
        return set()
    coaches = await _coaches_in(coaching, now)
    programme = await _programme_of(found[0]["community_id"])
    return coaches | await _seniors(coaches, programme, now) | await _appointed(programme, ["coordinator"], now)


async def _of_mentor(coach: str, now: datetime) -> Readers:
    """A coach and, in the programmes where they coach now, those who guide them there."""
    sql = f"""SELECT DISTINCT c.programme_id AS id FROM coach_seat s JOIN coaching g ON g.id = s.coaching_id
              JOIN community c ON c.id = g.community_id
              WHERE s.person_id = ? AND {NOW.format("s.")} AND {NOW.format("g.")}"""
    programmes = [row["id"] for row in await db.rows(sql, [coach, now, now, now, now])]
    found = {coach} if programmes else set()
    for programme in programmes:
        found |= await _seniors({coach}, programme, now)
    return found


async def _of_staff(programme: str, now: datetime) -> Readers:
    guides = f"SELECT senior_id AS id FROM mentoring WHERE programme_id = ? AND {NOW.format('')}"
    seniors = await _ids(guides, [programme, now, now])
    return seniors | await _coaches_of(programme, now) | await _appointed(programme, ["coordinator", "senior"], now)


async def _of_programme(programme: str, now: datetime) -> Readers:
    sql = f"""SELECT m.person_id AS id FROM membership m JOIN community c ON c.id = m.community_id
              WHERE c.programme_id = ? AND {NOW.format("m.")}"""
    others = ["coordinator", "senior", "tutor"]  # an administrator or researcher reads no content
    found = await _ids(sql, [programme, now, now]) | await _appointed(programme, others, now)
    return found | await _of_staff(programme, now)


READERS: dict[str, Look] = {
    "self": _of_self,
    "member:shared": _of_shared,
    "member:record": _of_record,
    "agenda": _of_agenda,
    "community": _of_community,
    "coaching": _of_coaching,
    "mentor": _of_mentor,
    "staff": _of_staff,
    "programme": _of_programme,
}


async def _staff_of(community: str, now: datetime) -> Readers:
    coaches = await _coaches(community, now)
    programme = await _programme_of(community)
    return coaches | await _seniors(coaches, programme, now) | await _appointed(programme, ["coordinator"], now)


async def _community_of_member(membership: str, now: datetime) -> str | None:
    sql = f"SELECT community_id FROM membership WHERE id = ? AND {NOW.format('')}"
    found = await db.rows(sql, [membership, now, now])
    return found[0]["community_id"] if found else None


async def _member(membership: str, now: datetime) -> Readers:
    return await _ids("SELECT person_id AS id FROM membership WHERE id = ?", [membership])


async def _members(community: str, now: datetime) -> Readers:
    sql = f"SELECT person_id AS id FROM membership WHERE community_id = ? AND {NOW.format('')}"
    return await _ids(sql, [community, now, now])


async def _coaches(community: str, now: datetime) -> Readers:
    found: Readers = set()
    for row in await db.rows("SELECT id FROM coaching WHERE community_id = ?", [community]):
        found |= await _coaches_in(row["id"], now)
    return found


async def _coaches_in(coaching: str, now: datetime) -> Readers:
    sql = f"""SELECT s.person_id AS id FROM coach_seat s JOIN coaching g ON g.id = s.coaching_id
              WHERE g.id = ? AND {NOW.format("s.")} AND {NOW.format("g.")}"""
    return await _ids(sql, [coaching, now, now, now, now])


async def _coaches_of(programme: str, now: datetime) -> Readers:
    sql = f"""SELECT s.person_id AS id FROM coach_seat s JOIN coaching g ON g.id = s.coaching_id
              JOIN community c ON c.id = g.community_id
              WHERE c.programme_id = ? AND {NOW.format("s.")} AND {NOW.format("g.")}"""
    return await _ids(sql, [programme, now, now, now, now])


async def _seniors(coaches: Readers, programme: str | None, now: datetime) -> Readers:
    found: Readers = set()
    for coach in coaches:
        sql = f"""SELECT senior_id AS id FROM mentoring WHERE coach_id = ? AND programme_id = ?
                  AND {NOW.format("")}"""
        found |= await _ids(sql, [coach, programme, now, now])
    return found


async def _appointed(programme: str | None, roles: list[str], now: datetime) -> Readers:
    marks = ", ".join("?" for _ in roles)
    sql = f"SELECT person_id AS id FROM appointment WHERE programme_id = ? AND role IN ({marks}) AND {NOW.format('')}"
    return await _ids(sql, [programme, *roles, now, now])


async def _programme_of(community: str) -> str | None:
    found = await db.rows("SELECT programme_id FROM community WHERE id = ?", [community])
    return found[0]["programme_id"] if found else None


async def _ids(sql: str, values: list[object]) -> Readers:
    return {row["id"] for row in await db.rows(sql, values)}
