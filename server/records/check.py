"""Whether keys and values fit: the form of a key, the schema of each value, and what a kind demands of the whole."""

import re
from functools import cache
from typing import Any

import jsonschema_rs

from server.records.kinds import kinds

PART = "[a-z0-9][a-z0-9_-]{0,39}"
KEY = re.compile(rf"{PART}(\.{PART})?")
RESERVED = {"scope", "deleted"}  # beside the fields in field_rev, so no field can be called that
CONDITIONAL = ("if", "then", "else", "allOf", "$defs", "$schema")

Validators = list[tuple[re.Pattern[str], Any]]


def is_key(key: str) -> bool:
    return key not in RESERVED and KEY.fullmatch(key) is not None


def fits(kind: str, key: str, value: Any) -> bool:
    """Whether this value may stand under this key. A key that the server does not know takes anything."""
    return all(validator.is_valid(value) for form, validator in _validators(kind) if form.search(key))


def fits_together(kind: str, fields: dict[str, Any]) -> bool:
    """What a schema demands of several keys at once. A record may be partial, so `required` is not asked."""
    whole = _whole(kind)
    return whole is None or bool(whole.is_valid(fields))


@cache
def _validators(kind: str) -> Validators:
    schema = kinds()[kind].schema
    exact = {f"^{re.escape(key)}$": field for key, field in schema["properties"].items()}
    fields = exact | schema.get("patternProperties", {})
    return [(re.compile(form), _validator(field, schema)) for form, field in fields.items()]


@cache
def _whole(kind: str) -> Any:
    schema = kinds()[kind].schema
    conditions = {key: schema[key] for key in CONDITIONAL if key in schema}
    return _validator(conditions, {}) if {"if", "allOf"} & conditions.keys() else None


def _validator(schema: dict[str, Any], root: dict[str, Any]) -> Any:
    # Formats are only looked at when asked for, and the client looks at them.
    with_definitions = schema | ({"$defs": root["$defs"]} if "$defs" in root else {})
    return jsonschema_rs.validator_for(with_definitions, validate_formats=True)
