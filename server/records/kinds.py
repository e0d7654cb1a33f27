"""The kinds of record there are, read once from shared/schemas. Nobody else opens those files."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import orjson

SCHEMAS = Path(__file__).parents[2] / "shared" / "schemas"
APART = {"envelope", "sync"}  # schemas that are no kind


@dataclass(frozen=True)
class Kind:
    """What the annotations of one schema say."""

    name: str
    schema: dict[str, Any]
    id_parts: tuple[str, ...]  # x-id: the fields from which the id is derived
    parent: str | None  # x-parent: the field that names the record beside which this one lies
    actor_fields: frozenset[str]  # x-actor: fields that hold the writer's own person or membership
    history_for_readers: bool  # x-history

    @property
    def identity(self) -> tuple[str, ...]:
        """Fields that say which record this is; they never change."""
        return (*self.id_parts, self.parent) if self.parent else self.id_parts


@cache
def kinds() -> dict[str, Kind]:
    files = sorted(SCHEMAS.glob("*.schema.json"))
    names = [file.name.removesuffix(".schema.json") for file in files]
    return {name: _kind(name, _read(file)) for name, file in zip(names, files, strict=True) if name not in APART}


def derived_id(kind: str, parts: list[str]) -> str:
    """The one id that a record with these parts can have: at most one, by construction."""
    return str(uuid5(_namespace(), "/".join([kind, *parts])))


@cache
def _namespace() -> UUID:
    return UUID(_read(SCHEMAS / "envelope.schema.json")["x-namespace"])


def _kind(name: str, schema: dict[str, Any]) -> Kind:
    parent = schema.get("x-parent")
    return Kind(
        name=name,
        schema=schema,
        id_parts=tuple(schema.get("x-id", ())),
        parent=parent,
        actor_fields=frozenset(key for key, field in schema["properties"].items() if field.get("x-actor")),
        history_for_readers=schema.get("x-history") == "readers",
    )


def _read(file: Path) -> dict[str, Any]:
    schema: dict[str, Any] = orjson.loads(file.read_bytes())
    return schema
