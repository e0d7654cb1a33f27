"""Which relations hold at an instant."""

from datetime import datetime
from typing import Any, Protocol

from tortoise.expressions import Q


class Lasting(Protocol):
    starts_at: Any
    ends_at: Any


def active(at: datetime, path: str = "") -> Q:
    """As a condition of a query; path leads to another table: "coaching__"."""
    begun = _where(f"{path}starts_at__lte", at)
    return begun & (_where(f"{path}ends_at", None) | _where(f"{path}ends_at__gt", at))


def is_active(relation: Lasting, at: datetime) -> bool:
    """The same about a relation that was read."""
    return bool(relation.starts_at <= at and (relation.ends_at is None or at < relation.ends_at))


def _where(key: str, value: Any) -> Q:
    return Q(**{key: value})
