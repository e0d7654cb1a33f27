"""Whether keys and values fit: the form of a key, the schema of each value, and what a kind demands of the whole."""

import re
from functools import cache, lru_cache
from typing import Any

import jsonschema_rs

from server.records.kinds import kinds

PART = "[a-z0-9][a-z0-9_-]{0,39}"
KEY = re.compile(rf"{PART}(\.{PART})?")
RESERVED = {"scope", "deleted"}  # beside the fields in field_rev, so no field can be called that
BY_KEY = ("properties", "patternProperties")
CONDITIONAL = ("if", "then", "else", "allOf", "$defs", "$schema")


@lru_cache(10_000)  # there are few, and each comes with every record
def is_key(key: str) -> bool:
    return key not in RESERVED and KEY.fullmatch(key) is not None


def fits(kind: str, values: dict[str, Any]) -> bool:
    """Whether each value may stand under its key. A key that the server does not know takes anything."""
    return bool(_each(kind).is_valid(values))


def fits_together(kind: str, fields: dict[str, Any]) -> bool:
    """What a schema demands of several keys at once. A record may be partial, so `required` is not asked."""
    whole = _whole(kind)
    return whole is None or bool(whole.is_valid(fields))


@cache
def _each(kind: str) -> Any:
    """One validator for all keys: asking for each apart costs ten times as much."""
    schema = kinds()[kind].schema
    return _validator({key: schema[key] for key in BY_KEY if key in schema}, schema)


@cache
def _whole(kind: str) -> Any:
    schema = kinds()[kind].schema
    conditions = {key: schema[key] for key in CONDITIONAL if key in schema}
    return _validator(conditions, {}) if {"if", "allOf"} & conditions.keys() else None


def _validator(schema: dict[str, Any], root: dict[str, Any]) -> Any:
    # Formats are only looked at when asked for, and the client looks at them.
    with_definitions = schema | ({"$defs": root["$defs"]} if "$defs" in root else {})
    return jsonschema_rs.validator_for(with_definitions, validate_formats=True)
