"""A demo as `python -m server demo` makes it, filled once for all tests."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server import clock, db, journal
from server.demo.fill import fill

COMMUNITIES = 4
TODAY = datetime(2026, 11, 24, 15, 40, tzinfo=UTC)  # a Tuesday


async def _filled(file: Path) -> None:
    clock.set_source(lambda: TODAY)
    journal.open_journal(file.with_name("demo-journal"))
    await db.open_database(f"sqlite://{file}")
    try:
        await fill(COMMUNITIES)
    finally:
        await db.close_database()
        clock.set_source(None)


@pytest.fixture(scope="session")
def filled(template: Path, shelf: Path) -> Path:
    file = shelf / "demo.sqlite3"
    shutil.copy(template, file)
    asyncio.run(_filled(file))
    return file
