"""Names of scopes: `kind:id`, and for a coachee `member:id:part`."""

import re
from functools import lru_cache

_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_NAME = re.compile(rf"(self|agenda|community|coaching|mentor|staff|programme):{_UUID}|member:{_UUID}:(shared|record)")
UUID_FORM = re.compile(_UUID)


def self_of(person: str) -> str:
    return f"self:{person}"


@lru_cache(10_000)
def kind_of(scope: str) -> str | None:
    """`member:shared` of `member:0198…:shared`; None for what is no name of a scope."""
    if not _NAME.fullmatch(scope):
        return None
    first, _, *rest = scope.split(":")
    return ":".join([first, *rest])


def subject_of(scope: str) -> str:
    return scope.split(":")[1]


def is_uuid(value: object) -> bool:
    return isinstance(value, str) and UUID_FORM.fullmatch(value) is not None
