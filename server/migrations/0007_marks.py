from typing import Any

from orjson import dumps, loads
from tortoise import migrations
from tortoise.indexes import PartialIndex
from tortoise.migrations import operations as ops

AT_ONCE = 1000


def by_writer(field_rev: str) -> str:
    """From {"text": ["g1.1", mid], "why": ["g1.1", mid]} to {"g1.1 mid": ["text", "why"]}; what is not so, stays."""
    marks = loads(field_rev)
    if not all(" " not in key and isinstance(mark, list) and len(mark) == 2 for key, mark in marks.items()):
        return field_rev
    packed: dict[str, list[str]] = {}
    for key, (rev, mid) in marks.items():
        packed.setdefault(f"{rev} {mid}", []).append(key)
    return dumps(packed).decode()


async def pack(apps: Any, editor: Any) -> None:
    last = ""
    while rows := await editor.client.rows(
        "SELECT id, field_rev FROM record WHERE id > ? ORDER BY id LIMIT ?", [last, AT_ONCE]
    ):
        packed = [[by_writer(row["field_rev"]), row["id"]] for row in rows]
        await editor.client.execute_many("UPDATE record SET field_rev = ? WHERE id = ?", packed)
        last = rows[-1]["id"]


class Migration(migrations.Migration):
    dependencies = [('maatje', '0006_limits')]

    initial = False

    operations = [
        ops.RunPython(pack),
        ops.AddIndex(
            model_name='Placement',
            index=PartialIndex(fields=['scope', 'pos'], name='idx_placement_left', condition={'state': 'out'}),
        ),
    ]
