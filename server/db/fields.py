"""A column of our own."""

from typing import Any

from tortoise import fields


class JSONText(fields.JSONField[Any]):
    """JSON as a text on both engines: jsonb refuses U+0000 and sorts keys, and an answer is kept word for word."""

    class _db_postgres:
        SQL_TYPE = "TEXT"
