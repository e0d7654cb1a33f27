"""Who wrote each key last, as the database keeps it."""

import orjson

from server import db
from server.records.load import records
from server.records.marks import marks_of, revs_of, text_of_marks
from tests.people import Cast
from tests.sync.device import Device, after, mutation
from tests.sync.places import own

MARKS = {"text": ["g1.1", "a"], "why": ["g1.1", "a"], "state": ["g2.3", "b"], "scope": ["g1.1", "a"]}


def test_marks_come_back_as_they_were_put_away() -> None:
    text = text_of_marks(MARKS)

    assert orjson.loads(text) == {"g1.1 a": ["text", "why", "scope"], "g2.3 b": ["state"]}
    assert marks_of(text) == MARKS
    assert revs_of(text) == {"g1.1", "g2.3"}


async def test_marks_of_an_earlier_version_are_put_away_anew(cast: Cast, sanne: Device, database: str) -> None:
    goal = mutation("goal", {"text": "een", "why": "twee"}, scope=own(cast.sanne))
    await sanne.sync(goal, after(goal, {"text": "drie"}))
    before = (await db.write(lambda: records([goal["id"]])))[goal["id"]].written
    await db.write(lambda: _as_it_was(goal["id"], before))
    await db.close_database()

    await db.migrate(database)

    await db.open_database(database)
    assert len({mid for _, mid in before.values()}) == 2
    assert (await db.write(lambda: records([goal["id"]])))[goal["id"]].written == before


async def _as_it_was(id: str, marks: dict[str, list[str]]) -> None:
    await db.execute("UPDATE record SET field_rev = ? WHERE id = ?", [orjson.dumps(marks).decode(), id])
    await db.execute("DELETE FROM record WHERE id <> ?", [id])
    await db.execute("DROP INDEX idx_placement_left")
    await db.execute("DELETE FROM tortoise_migrations WHERE name = '0007_marks'")
