"""The deep look finds each thing that must not be, and nothing where all is well."""

import pytest

from server import db
from server.safekeeping.look import TOLD, look
from tests.backup.living import live
from tests.conftest import Clock
from tests.people import Cast
from tests.sync.conftest import DeviceOf

SOME = "(SELECT id FROM record WHERE kind = 'goal' LIMIT 1)"
BREAKS = {
    "places": f"UPDATE placement SET rev = 'g1.999' WHERE state = 'in' AND record = {SOME}",
    "one place": "DELETE FROM record WHERE kind = 'template'",
    "children": f"""INSERT INTO record
        (id, kind, scope, author, version, gen, data, field_rev, deleted, parent, identity)
        SELECT '0198f3aa-0000-7000-8000-000000000000', 'step', 'community:' || substr(scope, 8), author, 1, 1, '{{}}',
        '{{}}', false, id, '{{}}' FROM record WHERE id = {SOME}""",
    "positions": "UPDATE scope SET position = position - 1 WHERE name LIKE 'agenda:%'",
    "versions that wait": "UPDATE sibling SET version = 999999",
    "history": "UPDATE revision SET version = version + 1000",
    "what was taken in": "DELETE FROM revision WHERE version > 1",
    "what did not arrive": "UPDATE held SET person = 'nobody'",
    "answers": "UPDATE applied SET answer = NULL WHERE id = (SELECT min(id) FROM applied)",
    "erased": f"INSERT INTO erased (id, at) SELECT {SOME}, '2026-03-02 00:00:00.000000+00:00'",
    "policy": "UPDATE record SET scope = replace(scope, 'self:', 'agenda:') WHERE kind = 'goal'",
}


async def wrong() -> dict[str, str]:
    return {what: sentence for what, sentence in await db.read(look) if sentence}


async def test_nothing_is_wrong_where_people_just_lived(cast: Cast, device_of: DeviceOf, clock: Clock) -> None:
    await live(cast, device_of, clock, 5, steps=12)

    assert await wrong() == {}


def test_each_question_has_its_break() -> None:
    assert BREAKS.keys() == {*TOLD, "policy"}


@pytest.mark.row("F123")
@pytest.mark.parametrize("what", BREAKS)
async def test_what_must_not_be_is_found(cast: Cast, device_of: DeviceOf, clock: Clock, what: str) -> None:
    await live(cast, device_of, clock, 5, steps=12)
    touched = await db.write(lambda: db.execute(BREAKS[what]))

    assert touched > 0
    assert what in await wrong()
