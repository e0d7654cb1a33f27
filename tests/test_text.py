"""Texts are mended so that every store can hold them."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.text import mend

ANY_TEXT = st.text(st.characters(), max_size=20)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [("a\ud83d", "a\ufffd"), ("\x00a", "a"), ("😀", "😀"), ("\ude00\ud83d", "\ufffd\ufffd"), ("é", "é"), (7, 7)],
)
def test_only_what_no_store_can_hold_is_changed(typed: object, mended: object) -> None:
    assert mend(typed) == mended


@given(ANYTHING)
def test_what_was_mended_can_be_written_and_stays_as_it_is(value: object) -> None:
    mended = mend(value)

    assert b"\\u0000" not in orjson.dumps(mended)
    assert mend(mended) == mended
