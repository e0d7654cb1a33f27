"""The journal: what must stay so when the server is restored from an older copy, kept outside the database.

Ends of roles, take-backs, erasures, ended logins and restores are written here, one line of JSON each, and are on the
disk before the transaction that does them commits. A crash in between leaves a line about something that did not
happen: a restore then hides more than it had to, and never less. Each line's id is also written into the database, in
that very transaction, so that a copy of the database says which lines it has in it: no clock is asked.

One file for each process, so that no two write into the same one.
"""

import asyncio
import os
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from server import clock, db
from server.disk import flush
from server.errors import StorageFull
from server.ids import uuid7

Line = dict[str, Any]

ENDED, TAKEN_BACK, LOGIN_ENDED = "ended", "taken_back", "login_ended"
ERASED, PERSON_ERASED, RESTORED = "erased", "person_erased", "restored"

_folder: Path | None = None


@dataclass(frozen=True)
class Journal:
    """All that was written, in order, and how many lines were cut off by a crash."""

    lines: list[Line]
    cut_off: int


def open_journal(where: Path) -> None:
    """What this process writes goes there from now on."""
    global _folder
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    _folder = where


def folder() -> Path:
    """Where it is kept."""
    if _folder is None:
        raise RuntimeError("no journal is open: what must survive a restore would be forgotten")
    return _folder


def line(what: str, id: str | None = None, **about: object) -> Line:
    """`id` where doing it again, after a batch that failed as a whole, must give the same line."""
    return {"id": id or str(uuid7()), "at": clock.now().isoformat(), "what": what} | about


async def note(lines: Iterable[Line]) -> None:
    """Inside db.write(), where it is decided. They are on the disk when this returns, or the write fails."""
    some = list(lines)
    if not some:
        return
    await mark(some)
    try:
        await asyncio.to_thread(_append, _own_file(), some)
    except OSError as error:  # the other side tries again later, as with a database that is full
        raise StorageFull from error


async def mark(lines: Iterable[Line]) -> None:
    """That this database has them in it. Inside db.write()."""
    rows = [[one["id"], clock.now()] for one in lines]
    await db.execute_many("INSERT INTO journalled (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)


def read() -> Journal:
    """What all processes wrote, on all hosts that share the folder."""
    lines: list[Line] = []
    cut_off = 0
    for file in sorted(folder().glob("*.jsonl")):
        for text in file.read_bytes().splitlines():
            try:
                lines += [orjson.loads(text)] if text else []
            except orjson.JSONDecodeError:  # cut off before its transaction could commit: it never happened
                cut_off += 1
    return Journal(sorted(lines, key=lambda one: str(one["at"])), cut_off)


def _append(file: Path, lines: list[Line]) -> None:
    """Each line begins with its line break, so that one that was cut off does not spoil the next."""
    text = b"".join(b"\n" + orjson.dumps(one) for one in lines)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        if os.write(descriptor, text) < len(text):  # as a disk does that is nearly full, and no error to it
            raise OSError(f"only a part of the line fits into {file}")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    flush(file.parent)  # each time: whoever made the file may have failed before this


def _own_file() -> Path:
    return folder() / f"{socket.gethostname()}-{os.getpid()}.jsonl"
