"""Who wrote each key last, as it is kept: by writer, for one who makes a record writes all of it.

`{"g1.1 0198…": ["text", "why", "scope"], "g1.3 0199…": ["state"]}`; kept by key it would be as large as the words.
"""

from collections.abc import Iterator

from server.records.tables import text_of, value_of

Marks = dict[str, list[str]]  # key → [rev, mid]


def text_of_marks(marks: Marks) -> str:
    by_writer: dict[str, list[str]] = {}
    for key, (rev, mid) in marks.items():
        by_writer.setdefault(f"{rev} {mid}", []).append(key)
    return text_of(by_writer)


def marks_of(text: str) -> Marks:
    return {key: [rev, mid] for rev, mid, keys in _read(text) for key in keys}


def revs_of(text: str) -> set[str]:
    """Of all who wrote what stands there now."""
    return {rev for rev, _, _ in _read(text)}


def _read(text: str) -> Iterator[tuple[str, str, list[str]]]:
    for writer, keys in value_of(text).items():
        rev, _, mid = writer.partition(" ")
        yield rev, mid, keys
