"""The templates that every new programme starts with, as records in its programme scope."""

from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson

from server import clock
from server.ids import uuid7
from server.records.generation import generation
from server.records.state import Current
from server.records.store import write_records

TEMPLATES = Path(__file__).parents[2] / "shared" / "starter" / "templates.json"
NOBODY = ""


async def write_starter(programme: UUID) -> None:
    """Inside db.write()."""
    scope, gen = f"programme:{programme}", await generation()
    records = [_template(scope, gen, fields) for fields in _starter().values()]
    await write_records([(record, None) for record in records], clock.now())


def _template(scope: str, gen: int, fields: dict[str, Any]) -> Current:
    record = Current(str(uuid7()), "template", scope, None, version=1, gen=gen, fields=fields)
    record.written = {key: [record.rev, NOBODY] for key in fields}
    return record


@cache
def _starter() -> dict[str, dict[str, Any]]:
    starter: dict[str, dict[str, Any]] = orjson.loads(TEMPLATES.read_bytes())
    return starter
