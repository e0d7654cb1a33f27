"""Hearing what others tell through PostgreSQL, on a connection of its own that comes back when it was lost."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

import asyncpg

from server.db.engine import Heard

CHANNEL = "maatje"
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 10.0
STILL_THERE = 30.0  # seconds; a connection that was cut without a word is noticed by asking
PATIENCE = 2.0  # whoever begins to hear waits for the connection, but not for ever
log = logging.getLogger(__name__)


class Hearing:
    def __init__(self, connect: Callable[[], Awaitable[asyncpg.Connection]], heard: Heard) -> None:
        self._connect, self._heard = connect, heard
        self._hears = asyncio.Event()
        self._missed = False  # whether something may have been told while nobody listened
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Hears when this returns; or, where there is no connection yet, once there is, and then says so with None."""
        self._task = asyncio.create_task(self._always())
        with contextlib.suppress(TimeoutError):  # it goes on trying
            await asyncio.wait_for(self._hears.wait(), PATIENCE)

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _always(self) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                await self._once()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:  # it comes back, or a new one
                log.warning("hears nothing from the database: %s", type(error).__name__)
            pause = FIRST_PAUSE if self._hears.is_set() else min(2 * pause, LONGEST_PAUSE)
            self._hears.clear()
            self._missed = True
            await asyncio.sleep(pause)

    async def _once(self) -> None:
        """Until the connection is lost."""
        connection, lost = await self._connect(), asyncio.Event()
        try:
            connection.add_termination_listener(lambda _: lost.set())
            await connection.add_listener(CHANNEL, lambda *said: self._heard(str(said[-1])))
            self._hears.set()
            if self._missed:
                self._heard(None)
            while not lost.is_set():
                with contextlib.suppress(TimeoutError):  # nothing is wrong so far
                    await asyncio.wait_for(lost.wait(), STILL_THERE)
                    return
                await connection.execute("SELECT 1", timeout=STILL_THERE)
        finally:
            connection.terminate()
