"""One consistent copy of a database that goes on serving: all tables of one snapshot, and the files they name."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from server import VERSION, clock, db
from server.db import whole
from server.records.generation import generation
from server.safekeeping.archive import PIECE, Writer, new_archive
from server.safekeeping.pages import pages
from server.safekeeping.tables import Table, packed, tables


async def backup(path: Path, files: Path | None = None) -> dict[str, Any]:
    """From the open database and the folder of files, if any. What its manifest says."""
    with new_archive(path) as archive:
        manifest = await db.read(lambda: _snapshot(archive))
        manifest["files"] = _files(archive, files) if files else []
        archive.seal(manifest)
    return manifest


async def _snapshot(archive: Writer) -> dict[str, Any]:
    all = tables()
    counts = {table.name: await _table(archive, table) for table in all}
    return {
        "version": VERSION,
        "engine": db.engine(),
        "at": clock.now().isoformat(),
        "generation": await generation(),
        "migrations": await whole.applied(),
        "tables": [{"name": table.name, "columns": table.columns, "rows": counts[table.name]} for table in all],
    }


async def _table(archive: Writer, table: Table) -> int:
    count = 0
    with archive.part(f"tables/{table.name}.jsonl") as part:
        async for rows in pages(table.name, table.key, ", ".join(f'"{name}"' for name in table.columns)):
            part.write(b"".join(orjson.dumps(packed(table, row)) + b"\n" for row in rows))
            count += len(rows)
    return count


def _files(archive: Writer, folder: Path) -> list[str]:
    """After the snapshot: what it names was there before. They are as small as they get."""
    found = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    for name in found:
        with suppress(FileNotFoundError):  # swept meanwhile: nobody was to see it any more
            _file(archive, folder, name)
    return [name for name in found if f"files/{name}" in archive.parts]


def _file(archive: Writer, folder: Path, name: str) -> None:
    with (folder / name).open("rb") as file, archive.part(f"files/{name}", packs=False) as part:
        while piece := file.read(PIECE):
            part.write(piece)
