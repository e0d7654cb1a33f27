"""The real server in a process of its own, over a database that was filled before it started."""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from e2e.server import HERE, Server
from server import config, db

T = TypeVar("T")


@dataclass(frozen=True)
class Installation(Generic[T]):
    server: Server
    folder: Path
    filled: T  # what filling the database answered

    def memory(self) -> int:
        """Bytes that the server's process holds."""
        pages = int(Path(f"/proc/{self.server.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def installation(fill: Callable[[], Awaitable[T]]) -> Iterator[Installation[T]]:
    """In SQLite, or in the empty database that DATABASE_URL names."""
    with tempfile.TemporaryDirectory(prefix="maatje-bench-") as name:
        filled = asyncio.run(_filled(_url(name), fill))
        server = Server(HERE, Path(name))
        try:
            yield Installation(server, Path(name), filled)
        finally:
            server.stop()


def _url(folder: str) -> str:
    return config.read({"MAATJE_DATA": folder, "DATABASE_URL": os.environ.get("DATABASE_URL", "")}).database_url


async def _filled(url: str, fill: Callable[[], Awaitable[T]]) -> T:
    await db.migrate(url)
    await db.open_database(url)
    try:
        return await fill()
    finally:
        await db.close_database()
