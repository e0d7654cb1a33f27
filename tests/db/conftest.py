"""A database that has had nothing yet."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cluster import Cluster


@pytest.fixture
async def empty(engine: Cluster | None, place: Path) -> AsyncIterator[str]:
    """Its address."""
    name = await engine.copy_of() if engine else ""
    yield engine.url(name) if engine else f"sqlite://{place / 'empty.sqlite3'}"
    if engine:
        await engine.drop(name)
