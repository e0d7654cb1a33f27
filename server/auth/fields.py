"""Fields of a request's body, in the type and size they must have."""

from typing import Any
from uuid import UUID

from server.errors import Malformed, NotFound

LONGEST_NAME = 200


def text_in(body: Any, key: str) -> str:
    value = optional_text(body, key)
    if value is None:
        raise Malformed(fields={key: "missing"})
    return value


def optional_text(body: Any, key: str) -> str | None:
    if not isinstance(body, dict):
        raise Malformed()
    value = body.get(key)
    if value is not None and not isinstance(value, str):
        raise Malformed(fields={key: "invalid"})
    return value


def name_in(body: Any) -> str:
    """A person's name on one line, so that it fits in a list and in a mail."""
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in text_in(body, "name")).split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise Malformed(fields={"name": "invalid"})
    return name


def choice_in(body: Any, key: str, choices: tuple[str, ...]) -> str:
    value = text_in(body, key)
    if value not in choices:
        raise Malformed(fields={key: "invalid"})
    return value


def id_in(body: Any, key: str) -> UUID:
    try:
        return UUID(text_in(body, key))
    except ValueError:
        raise Malformed(fields={key: "invalid"}) from None


def id_of_path(value: str) -> UUID:
    """An id that is no id names nothing, like one that nobody has."""
    try:
        return UUID(value)
    except ValueError:
        raise NotFound from None
