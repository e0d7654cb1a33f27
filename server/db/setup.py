"""What Tortoise must know, and what its errors mean to us."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tortoise.exceptions import OperationalError
from tortoise.models import Model

from server.errors import Busy, StorageFull

# Named as strings, so that db stays below the modules that use it.
MODELS = [
    "server.people.models",
    "server.records.models",
    "server.records.files",
    "server.auth.models",
    "server.files.models",
    "server.journal.models",
    "server.housekeeping.models",
]

# Tortoise writes docstrings into the schema: a reworded sentence would be a migration, a semicolon a syntax error.
Model.Meta.table_description = " "  # type: ignore[attr-defined]  # Tortoise reads it by name

REFUSALS = {
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_IOERR: StorageFull,  # what a full disk looks like while WAL grows
}


def exists(url: str) -> bool:
    """Whether there is a database at this address. Opening would make one."""
    return Path(_file_of(url)).is_file()


def tortoise_config(url: str) -> dict[str, Any]:
    """The settings for this address: sqlite:///path?busy_timeout=100 (the query sets pragmas)."""
    credentials = {"file_path": _file_of(url), **dict(parse_qsl(urlsplit(url).query))}
    models = [module for module in MODELS if _exists(module)]
    return {
        "connections": {"default": {"engine": "server.db.sqlite", "credentials": credentials}},
        "apps": {"maatje": {"models": models, "migrations": "server.migrations", "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


@contextmanager
def refusals() -> Iterator[None]:
    """Errors of the database as refusals that the other side understands."""
    try:
        yield
    except (sqlite3.OperationalError, OperationalError) as error:
        cause = error if isinstance(error, sqlite3.Error) else error.args[0]
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the low byte is the family
        if code not in REFUSALS:
            raise
        raise REFUSALS[code]() from error


def _file_of(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "sqlite" or not parts.netloc + parts.path:
        raise ValueError(f"DATABASE_URL must look like sqlite:///path/to/maatje.sqlite3, not {url!r}")
    return parts.netloc + parts.path


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


TORTOISE = tortoise_config("sqlite://:memory:")
