"""What every schema of a kind has to be, so that both sides can rely on it."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from tests.contract.schemas import ALL, KINDS, SCHEMAS, Json, validator

KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
FAMILY = re.compile(r"\^([a-z0-9][a-z0-9_-]{0,39})\\\.\[a-z0-9\]\[a-z0-9_-\]\{0,39\}\$")
OF_THE_ENVELOPE = {"scope", "deleted"}
ANNOTATIONS = {"x-merge", "x-actor"}
ANNOTATIONS_OF_A_KIND = {"x-id", "x-parent", "x-history", "x-author"}

each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.mark.parametrize("name", ALL)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema_rs.meta.validate(ALL[name])

    assert ALL[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert ALL[name]["title"] == name
    assert ALL[name]["description"]


@each_kind
def test_every_field_is_described(kind: str) -> None:
    bare = [key for key, field in fields(KINDS[kind]) if not str(field.get("description", "")).endswith(".")]

    assert bare == []


@each_kind
def test_a_kind_takes_nothing_it_does_not_name(kind: str) -> None:
    assert KINDS[kind]["type"] == "object"
    assert KINDS[kind]["additionalProperties"] is False


@each_kind
def test_keys_have_legal_names_that_the_envelope_does_not_use(kind: str) -> None:
    keys = set(KINDS[kind]["properties"])

    assert [key for key in keys if not KEY.fullmatch(key)] == []
    assert keys & OF_THE_ENVELOPE == set()


@each_kind
def test_a_family_shares_its_name_with_no_key(kind: str) -> None:
    families = [FAMILY.fullmatch(pattern) for pattern in KINDS[kind].get("patternProperties", {})]

    assert all(family and family[1] not in KINDS[kind]["properties"] for family in families)


@each_kind
def test_a_key_can_be_checked_by_its_own_schema(kind: str) -> None:
    """The server and the phone judge key by key, so each compiles with nothing but the kind's $defs beside it."""
    for _, field in fields(KINDS[kind]):
        validator({"$defs": KINDS[kind].get("$defs", {}), **field})


@each_kind
def test_annotations_are_known_and_name_what_exists(kind: str) -> None:
    schema = KINDS[kind]
    keys = set(schema["properties"])

    assert {name for name in schema if name.startswith("x-")} <= ANNOTATIONS_OF_A_KIND
    assert set(schema.get("x-id", [])) <= keys | {"scope"}
    assert set(schema.get("x-id", [])) - {"scope"} <= set(schema.get("required", []))
    assert schema.get("x-parent", "goal") in KINDS
    assert schema.get("x-history", "readers") == "readers"
    for _, field in fields(schema):
        assert {name for name in field if name.startswith("x-")} <= ANNOTATIONS
        assert field.get("x-merge", "latest") in {"latest", "words", "union"}


@each_kind
def test_a_parent_is_named_by_a_required_key(kind: str) -> None:
    parent = KINDS[kind].get("x-parent")

    assert parent is None or parent in KINDS[kind]["required"]


@each_kind
def test_words_are_texts_and_unions_are_sets(kind: str) -> None:
    for _, field in fields(KINDS[kind]):
        if field.get("x-merge") == "words":
            assert field["type"] == "string"
            assert field["maxLength"] == 100_000
        if field.get("x-merge") == "union":
            assert field["type"] == "array"
            assert field["uniqueItems"]


@each_kind
def test_nothing_is_without_bounds(kind: str) -> None:
    """A text without a length or a list without a count would be a way to fill everybody's phone."""
    assert [part for part in parts(KINDS[kind]) if not bounded(part)] == []


@each_kind
def test_the_glossary_has_a_row_for_it(kind: str) -> None:
    assert f"| `{kind}` |" in (SCHEMAS / "README.md").read_text(encoding="utf-8")


def fields(schema: Json) -> list[tuple[str, Json]]:
    """Every field of a kind, families and the fields of its $defs included."""
    inner = [pair for part in schema.get("$defs", {}).values() for pair in part["properties"].items()]
    return [*schema["properties"].items(), *schema.get("patternProperties", {}).items(), *inner]


def parts(schema: Any) -> Iterator[Json]:
    """Every schema inside this one that says of what type something is."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for inner in schema.values():
            yield from parts(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)


def bounded(part: Json) -> bool:
    if part["type"] == "string":
        return bool({"maxLength", "pattern", "enum"} & part.keys())
    return part["type"] != "array" or "maxItems" in part
