"""What the errors of both engines mean to us."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tortoise.exceptions import BaseORMException

from server.errors import Again, Busy, Refusal, StorageFull

SQLITE: dict[int, type[Refusal]] = {
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_IOERR: StorageFull,  # what a full disk looks like while WAL grows
}
# PostgreSQL's codes; two signs stand for the whole class.
SQLSTATE: dict[str, type[Refusal]] = {
    "08": Again,  # the connection was lost, and with it all that was not committed
    "57P": Again,  # the server goes down or comes up
    "40": Again,  # a deadlock, or two that cannot both be
    "25P03": Again,  # the server gave up on us, because we were silent for too long
    "55P03": Busy,  # a lock that did not come in time
    "57014": Busy,  # a statement that took too long
    "53100": StorageFull,
    "58030": StorageFull,
    "53": Busy,  # no memory, or too many connections
}


@contextmanager
def refusals() -> Iterator[None]:
    """Errors of the database as refusals that the other side understands."""
    try:
        yield
    except Exception as error:
        refusal = _refusal_of(error)
        if refusal is None:
            raise
        raise refusal() from error


def _refusal_of(error: Exception) -> type[Refusal] | None:
    # Tortoise wraps what the driver said.
    cause = error.args[0] if isinstance(error, BaseORMException) and error.args else error
    if isinstance(cause, sqlite3.Error):
        return SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)  # the low byte is the family
    state = getattr(cause, "sqlstate", None) or ""
    return next((SQLSTATE[state[:length]] for length in (5, 3, 2) if state[:length] in SQLSTATE), None)
