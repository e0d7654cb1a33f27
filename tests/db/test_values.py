"""What goes into the database and comes out of it is the same on both engines."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from server import db
from server.db.postgres_inside import numbered
from server.people.models import Person

AT = datetime(2026, 3, 2, 17, 22, 12, 345678, tzinfo=UTC)
ID = "0198f2c1-0000-7000-8000-000000000001"


@pytest.mark.usefixtures("database")
async def test_ids_are_texts_instants_are_aware_and_json_is_text() -> None:
    async def work() -> list[dict[str, object]]:
        sql = "INSERT INTO person (id, name, language, created_at) VALUES (?, ?, ?, ?)"
        assert await db.execute(sql, [ID, "Wat? 'Ja'", "nl", AT]) == 1
        held = 'INSERT INTO held (person, mid, "set", reason, at) VALUES (?, ?, ?, ?, ?)'
        await db.execute_many(
            held, [[ID, "a", '{"b":1, "a":"\\u0000"}', "failed", "x"], [ID, "b", "{}", "failed", "x"]]
        )
        return [
            *await db.rows("SELECT id, created_at, '?' AS mark FROM person WHERE id = ? AND created_at <= ?", [ID, AT]),
            *await db.rows('SELECT "set" FROM held WHERE person = ? AND mid IN (?, ?) ORDER BY mid', [ID, "a", "b"]),
        ]

    found = await db.write(work)

    assert found == [
        {"id": ID, "created_at": AT, "mark": "?"},
        {"set": '{"b":1, "a":"\\u0000"}'},
        {"set": "{}"},
    ]
    assert isinstance(found[0]["created_at"], datetime)
    assert found[0]["created_at"].utcoffset() == timedelta(0)


@pytest.mark.usefixtures("database")
async def test_an_instant_of_another_zone_is_the_same_instant() -> None:
    elsewhere = AT.astimezone(timezone(timedelta(hours=-8)))
    person = await db.write(lambda: Person.create(name="Sanne", created_at=elsewhere))

    found = await db.read(lambda: db.rows("SELECT id FROM person WHERE created_at = ?", [AT]))
    read = await db.read(lambda: Person.get(id=person.id, created_at__lte=AT))

    assert found == [{"id": str(person.id)}]
    assert (read.created_at, type(read.id)) == (AT, UUID)


@pytest.mark.usefixtures("database")
async def test_how_many_rows_were_touched_is_told() -> None:
    async def work() -> list[int]:
        insert = "INSERT INTO difference (person, scope, count) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        return [
            await db.execute(insert, ["a", "x", 1]),
            await db.execute(insert, ["a", "x", 2]),
            await db.execute(insert, ["b", "x", 2]),
            await db.execute("UPDATE difference SET count = count + ?", [1]),
            await db.execute("DELETE FROM difference WHERE scope = ?", ["x"]),
        ]

    assert await db.write(work) == [1, 0, 1, 2, 2]


def test_marks_become_numbers_and_what_is_quoted_stays() -> None:
    assert numbered("SELECT '?', \"a?\" FROM t WHERE a = ? AND b IN (?, ?)") == (
        "SELECT '?', \"a?\" FROM t WHERE a = $1 AND b IN ($2, $3)"
    )
