"""What Tortoise must know."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tortoise.models import Model

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


def tortoise_config(url: str) -> dict[str, Any]:
    """The settings for this address. What follows the ? are settings of the engine: pragmas, or server settings."""
    engine, credentials = _engine_of(url)
    # Under the engine's own name, for Tortoise keeps the statements it has made by that name as long as we live.
    models = [module for module in MODELS if _exists(module)]
    return {
        "connections": {engine: {"engine": f"server.db.{engine}", "credentials": credentials}},
        "apps": {"maatje": {"models": models, "migrations": "server.migrations", "default_connection": engine}},
        "use_tz": True,
        "timezone": "UTC",
    }


def can_be_shared(url: str) -> bool:
    """Whether several processes may serve it: those on one SQLite file would not hear of each other's changes."""
    return _engine_of(url)[0] == "postgres"


def _engine_of(url: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(url)
    if parts.scheme in ("postgresql", "postgres"):
        return "postgres", {"url": url}
    if parts.scheme == "sqlite" and parts.netloc + parts.path:
        return "sqlite", {"file_path": parts.netloc + parts.path, **dict(parse_qsl(parts.query))}
    raise ValueError(  # without the address: there may be a password in it
        "DATABASE_URL must look like sqlite:///path/to/maatje.sqlite3 or postgresql://user:password@host/maatje"
    )


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


TORTOISE = tortoise_config("sqlite://:memory:")
