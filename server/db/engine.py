"""What the door asks of an engine. sqlite.py and postgres.py answer; nobody else knows which of them it is."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

Row = dict[str, Any]
Heard = Callable[[str | None], None]  # a message; None when some may have been missed


class Inside(Protocol):
    """One transaction. Statements have `?` for their values; ids come out as texts, instants aware, JSON as text."""

    over: bool

    async def rows(self, sql: str, values: Sequence[object]) -> list[Row]: ...

    async def locked(self, sql: str, values: Sequence[object]) -> list[Row]:
        """The rows, held until the end; whoever wants to change or lock one of them waits."""

    async def execute(self, sql: str, values: Sequence[object]) -> int:
        """How many rows it touched."""

    async def execute_many(self, sql: str, values: Sequence[Sequence[object]]) -> None: ...

    async def lock(self, names: Sequence[str], *, shared: bool) -> None:
        """Hold these names until the end; whoever asks for one that is held waits."""

    async def drop_tables(self) -> None:
        """All of them."""

    async def damage(self) -> list[str]:
        """What the engine itself finds wrong with what it keeps, and how."""

    async def tell(self, message: str) -> None:
        """Say this to everyone who hears this database, once it is committed."""


class Engine(ABC):
    """One database. On its own it runs nothing."""

    connection_name: str

    @abstractmethod
    async def exists(self) -> bool:
        """Whether there is a database at this address; asking makes none."""

    @abstractmethod
    async def open(self) -> None: ...

    @abstractmethod
    def writing(self) -> AbstractAsyncContextManager[Inside]:
        """A transaction that lands whole, or not at all. Raises Again where it collided and did nothing."""

    @abstractmethod
    def reading(self) -> AbstractAsyncContextManager[Inside]:
        """One snapshot, which neither waits for who writes nor holds them up."""

    @abstractmethod
    def migrating(self) -> AbstractAsyncContextManager[Inside]:
        """As writing(), alone in the whole database, in its own time, on a database that is not open."""

    @abstractmethod
    async def scrub(self) -> None:
        """What was deleted is nowhere in the files any more."""

    @abstractmethod
    async def has_company(self) -> bool:
        """Whether another process has it open. To be asked before opening."""

    @abstractmethod
    async def hear(self, heard: Heard) -> None:
        """From now on, until it is closed, hear what is told. Asking twice is no fault."""
