"""Instants as they go over the wire."""

from datetime import UTC, datetime


def instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
