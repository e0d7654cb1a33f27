"""A mutation as it came, read into something that can be judged, whatever it is. Nothing typed is thrown away."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from server.records.check import is_key
from server.records.scopes import is_uuid
from server.records.state import Fields

DEEPEST = 60  # of a value; stores and serialisers give up somewhere below that
NESTED = (dict, list)
PLAIN_MID = re.compile("[A-Za-z0-9._~-]{1,64}")  # fits in a column and in an address
_DAY, _TIME, _ZONE = (
    "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?",
    "([Zz]|[+-][0-9]{2}:[0-9]{2})",
)
INSTANT = re.compile(f"{_DAY}[Tt]{_TIME}{_ZONE}")
REV = re.compile(r"g[0-9]{1,9}\.[0-9]{1,18}")


@dataclass  # not frozen: that makes making one three times as slow, and there are hundreds in a request
class Mutation:
    mid: str
    digest: str
    id: str
    kind: str
    set: Fields
    at: str | None = None
    scope: str | None = None
    base_rev: str | None = None
    base_mid: str | None = None
    resolves: tuple[str, ...] = ()
    replay: bool = False
    malformed: bool = field(default=False)

    @property
    def deletes(self) -> bool:
        return self.set.get("deleted") is True


def read(raw: dict[str, Any]) -> Mutation:
    """The mutation; malformed if it breaks the form, and then with whatever of it can be kept for its author."""
    content = _content(raw)
    deep = content is None
    shallow = {key: _shallow(value, DEEPEST) for key, value in raw.items()} if deep else raw
    mid, digest = key_of(mid_of(raw)), _digest(content or _written(shallow))
    if not deep and _well_formed(raw):
        return _mutation(mid, digest, raw)
    given = shallow.get("set")
    kept: Fields = given if isinstance(given, dict) else {} if given is None else {"set": given}
    return Mutation(mid, digest, _text(shallow, "id"), _text(shallow, "kind"), kept, _instant(shallow), malformed=True)


def mid_of(raw: dict[str, Any]) -> str:
    """What the mutation is called. One that has no name goes by what it says, so that it too is kept just once."""
    if isinstance(raw.get("mid"), str):
        return str(raw["mid"])
    return "nameless-" + _digest(_written({key: _shallow(value, DEEPEST) for key, value in raw.items()}))[:40]


def key_of(mid: str) -> str:
    """The mid as it is stored. One quite unlike ours: by its hash, so that it too is answered once."""
    return mid if PLAIN_MID.fullmatch(mid) else hashlib.sha256(mid.encode()).hexdigest()


def _mutation(mid: str, digest: str, raw: dict[str, Any]) -> Mutation:
    base = raw.get("base") or {}
    return Mutation(
        mid=mid,
        digest=digest,
        id=raw["id"],
        kind=raw["kind"],
        set=raw.get("set", {}),
        at=_instant(raw),
        scope=raw.get("scope"),
        base_rev=base.get("rev"),
        base_mid=key_of(base["mid"]) if "mid" in base else None,
        resolves=tuple(key_of(mid) for mid in raw.get("resolves") or ()),
        replay=raw.get("replay") is True,
    )


def _well_formed(raw: dict[str, Any]) -> bool:
    return (
        isinstance(raw.get("mid"), str)
        and is_uuid(raw.get("id"))
        and isinstance(raw.get("kind"), str)
        and isinstance(raw.get("at"), str | None)
        and isinstance(raw.get("scope"), str | None)
        and isinstance(raw.get("replay"), bool | None)
        and _is_base(raw.get("base"))
        and _is_texts(raw.get("resolves"))
        and _is_set(raw.get("set", {}))
    )


def _is_base(base: object) -> bool:
    if base is None:
        return True
    if not isinstance(base, dict) or len(base) != 1:
        return False
    rev, mid = base.get("rev"), base.get("mid")
    return isinstance(mid, str) or (isinstance(rev, str) and REV.fullmatch(rev) is not None)


def _is_texts(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _is_set(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    return all(map(is_key, value)) or all(is_key(key) or (key == "deleted" and value[key] is True) for key in value)


def _text(raw: dict[str, Any], key: str) -> str:
    return raw[key] if isinstance(raw.get(key), str) else ""


def _instant(raw: dict[str, Any]) -> str | None:
    """When it says it was written, for display only: what is no instant is replaced by when it came."""
    at = raw.get("at")
    if not isinstance(at, str) or not INSTANT.fullmatch(at):
        return None
    try:
        datetime.fromisoformat(at.upper())
    except ValueError:
        return None
    return at


def _digest(written: bytes) -> str:
    return hashlib.sha256(written).hexdigest()


def _written(raw: dict[str, Any]) -> bytes:
    """What it says. When it was written is for display, and that it is handed in again makes it no other."""
    content = {key: value for key, value in raw.items() if key not in ("at", "replay")}
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def _content(raw: dict[str, Any]) -> bytes | None:
    """What it says; None if it lies too deep for that."""
    try:
        written = _written(raw)
    except TypeError:  # deeper than orjson goes
        return None
    brackets = written.count(b"[") + written.count(b"{")  # nearly always too few to lie deep, and soon counted
    return None if brackets > DEEPEST and _is_deep(raw) else written


def _is_deep(raw: dict[str, Any]) -> bool:
    """Level by level, for nearly everything ends after two."""
    level: list[Any] = [raw]
    for _ in range(DEEPEST + 1):
        inside = (value.values() if isinstance(value, dict) else value for value in level)
        level = [item for items in inside for item in items if isinstance(item, NESTED)]
        if not level:
            return False
    return True


def _shallow(value: Any, depth: int) -> Any:
    """The value; what lies deeper than this becomes the list of its texts and numbers, so that no word is lost."""
    if not isinstance(value, dict | list):
        return value
    if depth == 0:
        return _leaves(value)
    if isinstance(value, dict):
        return {key: _shallow(item, depth - 1) for key, item in value.items()}
    return [_shallow(item, depth - 1) for item in value]


def _leaves(value: Any) -> list[Any]:
    """Without recursion: it may be a thousand levels deep."""
    found, waiting = [], [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend([*item.values(), *item.keys()])
        elif isinstance(item, list):
            waiting.extend(item)
        else:
            found.append(item)
    return found[::-1]
