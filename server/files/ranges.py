"""The part of a file that a player asks for, so that it can jump about in a voice note."""

import re

ONE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def asked_for(header: str, size: int) -> tuple[int, int] | None:
    """From where and up to where, exclusive; None for the whole, also when the question makes no sense."""
    found = ONE.fullmatch(header.strip())
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:  # the last so many
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else None
