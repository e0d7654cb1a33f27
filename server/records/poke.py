"""Tells those who listen that something changed, and nothing of what. In this process only.

A poke names scopes; who may know of them is asked when it is handed on, from the grants of that moment.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

from server.web import Actor


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

    def take(self) -> tuple[set[str], bool]:
        """The scopes that changed and whether the grants did, since the last time."""
        taken = self.scopes, self.grants_changed
        self.scopes, self.grants_changed = set(), False
        return taken


_listeners: set[Listener] = set()


def poke(scopes: Iterable[str]) -> None:
    named = set(scopes)
    for listener in _listeners if named else ():
        listener.scopes |= named
        listener.wake()


def poke_people(persons: Iterable[UUID]) -> None:
    """What these people may read has changed."""
    named = set(persons)
    for listener in _listeners:
        if listener.actor.person in named:
            listener.grants_changed = True
            listener.wake()


def end_login(login: UUID) -> None:
    """The streams of this login end at once."""
    _end(listener for listener in _listeners if listener.actor.login == login)


def end_all() -> None:
    """The server stops; a stream that stayed open would hold it up."""
    _end(_listeners)


@asynccontextmanager
async def listen(actor: Actor) -> AsyncIterator[Listener]:
    listener = Listener(actor)
    _listeners.add(listener)
    try:
        yield listener
    finally:
        _listeners.discard(listener)


def _end(listeners: Iterable[Listener]) -> None:
    for listener in listeners:
        listener.ended = True
        listener.wake()
