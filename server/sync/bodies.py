"""Records as they go over the wire. The text of the fields goes out as it lies in the database, unread."""

from collections.abc import Iterable
from typing import Any

from orjson import Fragment

from server import db
from server.records.load import siblings
from server.records.tables import marks

Row = dict[str, Any]


async def rows_of(ids: Iterable[str]) -> dict[str, Row]:
    wanted = list(ids)
    if not wanted:
        return {}
    sql = f"""SELECT id, kind, scope, author, version, gen, data, deleted
              FROM record WHERE id IN ({marks(wanted)})"""
    return {row["id"]: row for row in await db.rows(sql, wanted)}


async def siblings_of(ids: list[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in await siblings(ids):
        found.setdefault(row["record"], []).append(_version(row))
    return found


def shown(row: Row, siblings: list[Row]) -> Row:
    return {
        "id": row["id"],
        "kind": row["kind"],
        "scope": row["scope"],
        "rev": f"g{row['gen']}.{row['version']}",
        "author": row["author"],
        "deleted": bool(row["deleted"]),
        "fields": Fragment(row["data"]),
        "siblings": siblings,
    }


def _version(row: Row) -> Row:
    return {"mid": row["mid"], "author": row["author"], "at": row["at"], "set": Fragment(row["set"])}
