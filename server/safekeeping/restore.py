"""Putting a backup back. One transaction does all of it: a restore that fails, or is killed, has changed nothing.

1  the archive is read once, whole                        archive.opened
2  tables as they were when it was made, and their rows   _filled
3  migrations since then                                  whole.rebuild
4  every login ends, the generation rises                 _begun_anew
5  what the journal knows and the copy does not           replay.py
"""

import hashlib
import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from server import clock, db, journal
from server.auth.models import Login
from server.db import whole
from server.journal import Journal
from server.records.generation import THE_ONE, generation
from server.records.models import Generation
from server.records.tables import marks
from server.safekeeping.archive import Reader, Unsound, opened
from server.safekeeping.replay import Replayed, generation_told, replay
from server.safekeeping.tables import unpacked

AT_ONCE = 500


@dataclass(frozen=True)
class Restored:
    made_at: str
    generation: int
    rows: int
    replayed: Replayed


async def restore(
    path: Path, url: str, files: Path | None = None, above: int = 0, *, without_journal: bool = False
) -> Restored:
    """Into the database at this address, which nobody has open; whatever is in it goes. The journal is open.

    The generation will be above this one: that of a database which is replaced. A journal that has nothing of what the
    copy has of it is another one, and is refused: with it, roles that ended since would come back.
    """
    with opened(path) as archive:
        had = [str(name) for name in archive.manifest["migrations"]]
        if newer := await whole.unknown(url, had):
            raise Unsound(f"{path} was made by a newer Maatje: it has {', '.join(newer)}")
        _put_files(archive, files)

        async def then() -> tuple[int, Replayed]:
            book = journal.read()
            if not without_journal:
                await _is_of_this_copy(book)
            return await _begun_anew(book, above)

        number, replayed = await whole.rebuild(url, had, lambda: _filled(archive), then)
        rows = sum(table["rows"] for table in archive.manifest["tables"])
        return Restored(archive.manifest["at"], number, rows, replayed)


async def _filled(archive: Reader) -> None:
    for table in archive.manifest["tables"]:
        names, kinds = list(table["columns"]), list(table["columns"].values())
        columns = ", ".join(f'"{name}"' for name in names)
        sql = f'INSERT INTO "{table["name"]}" ({columns}) VALUES ({marks(names)})'
        lines = archive.lines(f"tables/{table['name']}.jsonl")
        while some := list(islice(lines, AT_ONCE)):
            await db.execute_many(sql, [unpacked(kinds, values) for values in some])


async def _is_of_this_copy(book: Journal) -> None:
    known = {str(line["id"]) for line in book.lines}
    had = [row["id"] for row in await db.rows("SELECT id FROM journalled")]
    if had and known.isdisjoint(had):
        raise Unsound(
            f"the journal in {journal.folder()} is not the one of this backup: what was ended or taken back since "
            "would come undone. Set MAATJE_JOURNAL to the right folder; or, if it is lost, say --without-journal."
        )


async def _begun_anew(book: Journal, above: int) -> tuple[int, Replayed]:
    """Two restores from one copy are two generations, else a device of the first would believe the second."""
    number = max(above, generation_told(book), await generation()) + 1
    await Generation.update_or_create(id=THE_ONE, defaults={"number": number})
    await journal.note([journal.line(journal.RESTORED, generation=number)])
    await Login.filter(ended_at=None).update(ended_at=clock.now(), ended_why="signed_out")
    return number, await replay(book)


def _put_files(archive: Reader, folder: Path | None) -> None:
    """Before the database names them. What is there already and is the same is left alone."""
    for name in archive.manifest["files"] if folder else []:
        target, part = _inside(folder, name), f"files/{name}"
        if _is_there(target, archive.manifest["parts"][part]):
            continue
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = target.with_name(f"{target.name}.restoring")
        with draft.open("wb") as out:
            for piece in archive.pieces(part):
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(target)


def _is_there(file: Path, digest: str) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest() == digest


def _inside(folder: Path | None, name: str) -> Path:
    assert folder
    target = (folder / name).resolve()
    if not target.is_relative_to(folder.resolve()):
        raise ValueError(f"a file that would lie outside {folder}: {name}")
    return target
