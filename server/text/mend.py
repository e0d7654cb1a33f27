"""Texts mended at the door: orjson and sqlite3 refuse a lone surrogate, PostgreSQL refuses U+0000."""

import re

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def mend(value: object) -> object:
    """The same value with every text in it well-formed, keys included, however deep it lies."""
    if isinstance(value, str):
        return _mended(value)
    if isinstance(value, list):
        return [mend(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): mend(item) for key, item in value.items()}
    return value


def _mended(text: str) -> str:
    # A typed word outweighs the one character that no store can hold.
    return LONE_SURROGATE.sub("\ufffd", text).replace("\x00", "")
