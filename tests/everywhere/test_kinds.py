"""Every kind of record is complete: nobody adds half of one."""

import re
from pathlib import Path

import pytest

from server.permissions.rules import CREATES
from server.records.kinds import SCHEMAS, kinds

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "pwa" / "src" / "i18n"
BY_THE_SERVER_ALONE = {"person"}
KINDS = sorted(kinds())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("which", ["valid", "invalid"])
def test_every_kind_has_two_examples_of_each_sort(kind: str, which: str) -> None:
    assert len(list((SCHEMAS / "examples" / kind).glob(f"{which}-*.json"))) >= 2


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_may_create_every_kind_save_those_that_the_server_writes_alone(kind: str) -> None:
    assert any(kind == created for created, _ in CREATES) != (kind in BY_THE_SERVER_ALONE)


def test_the_table_of_rights_knows_no_other_kinds() -> None:
    assert {kind for kind, _ in CREATES} <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_has_a_name_in_both_languages(kind: str, language: str) -> None:
    words = (WORDS / language / "records.ts").read_text()

    assert re.search(rf'^  {kind}: "[^"]+"', words, re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_in_the_glossary(kind: str) -> None:
    assert f"`{kind}`" in (SCHEMAS / "README.md").read_text()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_is(kind: str) -> None:
    schema = kinds()[kind].schema
    fields = {**schema.get("properties", {}), **schema.get("patternProperties", {})}

    assert schema["additionalProperties"] is False
    assert [name for name, field in fields.items() if not field.get("description")] == []
