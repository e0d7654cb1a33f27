"""The envelope of POST /api/sync, read with care: only what it lacks or has in the wrong type is refused as a whole."""

from dataclasses import dataclass
from typing import Any

import orjson

from server.errors import Malformed, TooLarge

PROTOCOLS = {1}
MOST_ROWS = 1000
MOST_MUTATIONS = 500
LARGEST_BATCH = 2 * 1024 * 1024
LARGEST_MUTATION = 1024 * 1024


@dataclass(frozen=True)
class SyncRequest:
    proto: int
    device: str
    n: int
    gen: str | None
    limit: int
    cursors: dict[str, int]
    mutations: list[dict[str, Any]]
    only: frozenset[str] | None
    pull: bool


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_cursors(value: object) -> bool:
    return isinstance(value, dict) and all(_is_number(pos) for pos in value.values())


def _is_mutations(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(m, dict) for m in value)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


NEEDED = {
    "proto": _is_number,
    "device": lambda value: isinstance(value, str),
    "n": _is_number,
    "gen": lambda value: isinstance(value, str | None),
    "schema": _is_number,
    "limit": _is_number,
    "cursors": _is_cursors,
    "mutations": _is_mutations,
}
OPTIONAL = {"only": _is_texts, "pull": lambda value: isinstance(value, bool)}


def read(body: Any) -> SyncRequest:
    if not isinstance(body, dict):
        raise Malformed
    wrong = _wrong(body)
    if wrong:
        raise Malformed(fields=wrong)
    _fit_in(body["mutations"])
    only = body.get("only")
    return SyncRequest(
        proto=body["proto"],
        device=body["device"],
        n=body["n"],
        gen=body["gen"],
        limit=max(1, min(body["limit"], MOST_ROWS)),
        cursors=body["cursors"],
        mutations=body["mutations"],
        only=None if only is None else frozenset(only),
        pull=body.get("pull") is not False,
    )


def is_stale(gen: str | None, now: int) -> bool:
    """Whether a device that knows this generation must first make ready to hand in again what was lost."""
    return gen is not None and gen != f"g{now}"


def _wrong(body: dict[str, Any]) -> dict[str, str]:
    missing = {key: "missing" for key in NEEDED if key not in body}
    checks = NEEDED | {key: check for key, check in OPTIONAL.items() if body.get(key) is not None}
    return missing | {key: "invalid" for key, check in checks.items() if key in body and not check(body[key])}


def _fit_in(mutations: list[dict[str, Any]]) -> None:
    """The client halves what is too much; a single mutation that is too large stays on the device."""
    sizes = [_size(mutation) for mutation in mutations]
    if len(sizes) > MOST_MUTATIONS or sum(sizes) > LARGEST_BATCH or max(sizes, default=0) > LARGEST_MUTATION:
        raise TooLarge


def _size(mutation: dict[str, Any]) -> int:
    try:
        return len(orjson.dumps(mutation))
    except TypeError:  # deeper than orjson goes: it will be held, and the body as a whole had to fit
        return 0
