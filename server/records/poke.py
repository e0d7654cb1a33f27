"""Tells those who listen that something changed, and nothing of what: in every process that serves this database.

A poke names scopes; who may know of them is asked when it is handed on, from the grants of that moment. It is part of
the write that it tells of, and travels with its commit.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson

from server import db
from server.web import Actor

AT_ONCE = 100  # names in a message: PostgreSQL carries 8000 bytes
PAUSE = 1.0  # seconds
PACE = 0.005  # seconds for each listener when all are woken at once, so that they do not ask at once


@dataclass(eq=False)
class Listener:
    """One open stream. What comes in while its owner is busy is put together."""

    actor: Actor
    scopes: set[str] = field(default_factory=set)
    grants_changed: bool = False
    ended: bool = False
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        self._woken.set()

    async def wait(self, seconds: float) -> bool:
        """Whether something came within these seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:  # nothing came: the caller says that it is still there
            return False
        self._woken.clear()
        return True

    def ask_again(self) -> None:
        """What was taken could not be told: in a while, that anything may have changed."""
        self.grants_changed = True
        asyncio.get_running_loop().call_later(PAUSE, self.wake)

    def take(self) -> tuple[set[str], bool]:
        """The scopes that changed and whether the grants did, since the last time."""
        taken = self.scopes, self.grants_changed
        self.scopes, self.grants_changed = set(), False
        return taken


_listeners: set[Listener] = set()


async def poke(scopes: Iterable[str]) -> None:
    """Inside db.write()."""
    await _tell("scopes", sorted(scopes))


async def poke_people(persons: Iterable[UUID]) -> None:
    """Inside db.write(): what these people may read has changed."""
    await _tell("people", sorted(map(str, persons)))


async def end_login(login: UUID) -> None:
    """Inside db.write(): the streams of this login end once it is committed."""
    await _tell("logins", [str(login)])


def end_all() -> None:
    """The server stops; a stream that stayed open would hold it up."""
    _end(_listeners)


@asynccontextmanager
async def listen(actor: Actor) -> AsyncIterator[Listener]:
    listener = Listener(actor)
    _listeners.add(listener)
    try:
        await db.hear(_heard)
        yield listener
    finally:
        _listeners.discard(listener)


async def _tell(what: str, names: Sequence[str]) -> None:
    for begin in range(0, len(names), AT_ONCE):
        await db.tell(orjson.dumps({what: names[begin : begin + AT_ONCE]}).decode())


def _heard(message: str | None) -> None:
    if message is None:
        return _anything_may_have_changed()
    told: dict[str, Any] = orjson.loads(message)
    scopes, people, logins = (set(told.get(what, ())) for what in ("scopes", "people", "logins"))
    for listener in _listeners if scopes else ():
        listener.scopes |= scopes
        listener.wake()
    for listener in _listeners if people else ():
        if str(listener.actor.person) in people:
            listener.grants_changed = True
            listener.wake()
    _end(listener for listener in _listeners if str(listener.actor.login) in logins)


def _anything_may_have_changed() -> None:
    """Nobody knows what was missed while the database was away."""
    for listener in _listeners:
        listener.grants_changed = True
        asyncio.get_running_loop().call_later(random.uniform(0, PACE * len(_listeners)), listener.wake)


def _end(listeners: Iterable[Listener]) -> None:
    for listener in listeners:
        listener.ended = True
        listener.wake()
