"""Keys, values, ids and what a mutation looks like once it is read."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.records.check import fits, fits_together, is_key
from server.records.kinds import SCHEMAS, derived_id, kinds
from server.records.mutation import key_of, read

EXAMPLES = sorted((SCHEMAS / "examples").glob("*/*.json"))


@pytest.mark.parametrize("key", ["a", "next_own", "worked.check-in", "0", "a" * 40 + "." + "b" * 40])
def test_these_are_keys(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize(
    "key", ["", ".", "a.", ".a", "a.b.c", "A", "é", "_a", "-a", "a b", "a" * 41, "scope", "deleted", "a\n"]
)
def test_these_are_not(key: str) -> None:
    assert not is_key(key)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_value_of_a_valid_example_fits(file: Any) -> None:
    fields = orjson.loads(file.read_bytes())
    if file.stem.startswith("valid"):
        assert fits(file.parent.name, fields)
        assert fits_together(file.parent.name, fields)


def test_formats_are_looked_at() -> None:
    assert not fits("session", {"starts": "2026-02-31T10:00:00Z"})
    assert not fits("logboek", {"on": "2026-13-01"})
    assert fits("logboek", {"on": "2026-12-01"})


def test_a_family_of_keys_has_one_schema() -> None:
    assert fits("logboek", {"worked.check_in": "yes"})
    assert not fits("logboek", {"worked.check_in": "maybe"})


def test_a_question_needs_a_text_and_the_rest_may_be_partial() -> None:
    assert not fits_together("review", {"state": "question"})
    assert not fits_together("review", {"state": "question", "text": "\n "})
    assert fits_together("review", {"state": "question", "text": "Hoe?"})
    assert fits_together("review", {"state": "thanks"})
    assert fits_together("session", {})


def test_the_annotations_are_read() -> None:
    assert kinds()["attendance"].id_parts == ("session", "member")
    assert kinds()["step"].parent == kinds()["checkin"].parent == "goal"
    assert kinds()["receipt"].actor_fields == {"reader"}
    assert kinds()["logboek"].history_for_readers
    assert not kinds()["goal"].history_for_readers


def test_a_derived_id_is_the_same_everywhere() -> None:
    assert derived_id("attendance", ["a", "b"]) == derived_id("attendance", ["a", "b"])
    assert derived_id("attendance", ["a", "b"]) != derived_id("receipt", ["a", "b"])


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(
    st.dictionaries(st.sampled_from(["id", "kind", "set", "base", "scope", "resolves", "at", "replay"]), VALUES),
    st.text(),
)
def test_whatever_it_is_it_can_be_read(raw: dict[str, Any], mid: str) -> None:
    mutation = read(raw | {"mid": mid})

    assert mutation.mid == key_of(mid)
    assert isinstance(mutation.set, dict)
    assert len(mutation.digest) == 64


@given(VALUES)
def test_two_that_differ_in_content_have_different_digests(value: Any) -> None:
    one, other = {"mid": "a", "set": {"x": value}}, {"mid": "a", "set": {"x": [value]}}

    assert read(one).digest != read(other).digest
    assert read(one).digest == read(one | {"at": "later"}).digest
