"""The tables as the models have them, and their values as JSON: the same from and for every engine."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from server import db
from server.db.setup import MODELS

Row = dict[str, Any]
Pack = Callable[[Any], Any]


@dataclass(frozen=True)
class Table:
    name: str
    key: str
    columns: dict[str, str]  # name → instant, bool, bytes or plain; without numbers that the database gives out itself


def tables() -> list[Table]:
    """All of them, each after those that it points at. Once a database has been opened."""
    found: dict[str, Table] = {}
    for model in sorted(_models(), key=lambda model: model._meta.db_table):
        _add(found, model)
    return list(found.values())


def packed(table: Table, row: Row) -> list[Any]:
    return [_packed(kind, row[name]) for name, kind in table.columns.items()]


def unpacked(kinds: list[str], values: list[Any]) -> list[Any]:
    return [None if value is None else UNPACK[kind](value) for kind, value in zip(kinds, values, strict=True)]


def _models() -> list[type[Model]]:
    modules = [import_module(name) for name in MODELS]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    ours = {value for value in found if issubclass(value, Model) and value.__module__ in MODELS}
    return [model for model in ours if not model._meta.abstract]


def _add(found: dict[str, Table], model: type[Model]) -> None:
    meta = model._meta
    if meta.db_table in found:
        return
    for name in sorted(meta.fk_fields):
        _add(found, meta.fields_map[name].related_model)  # type: ignore[attr-defined]  # known of a foreign key
    columns = {
        column: _kind(meta.fields_map[name])
        for name, column in meta.fields_db_projection.items()
        if not meta.fields_map[name].generated
    }
    found[meta.db_table] = Table(meta.db_table, meta.db_pk_column, columns)


def _kind(field: Any) -> str:
    return next((kind for type, kind in KINDS.items() if isinstance(field, type)), "plain")


def _packed(kind: str, value: Any) -> Any:
    if value is None:
        return None
    return PACK[kind](value)


def _instant(value: str | datetime) -> str:
    return db.instant_of(value).isoformat()


def _text(value: bytes) -> str:
    return b64encode(value).decode()


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value


KINDS = {fields.DatetimeField: "instant", fields.BooleanField: "bool", fields.BinaryField: "bytes"}
PACK: dict[str, Pack] = {"instant": _instant, "bool": bool, "bytes": _text, "plain": _plain}
UNPACK: dict[str, Pack] = {"instant": datetime.fromisoformat, "bool": bool, "bytes": b64decode, "plain": _plain}
