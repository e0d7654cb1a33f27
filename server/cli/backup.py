"""Copy everything into one file, while the server goes on serving.

The file can be put back by `restore`, here or elsewhere, into SQLite or PostgreSQL.
"""

import argparse
import asyncio
from pathlib import Path
from typing import Any

from server import db
from server.cli.say import complain, say
from server.config import Config
from server.safekeeping import backup


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the new file; one that is there already is left as it is")
    parser.add_argument("--without-files", action="store_true", help="leave photos and voice notes out")


def run(config: Config, given: argparse.Namespace) -> int:
    return asyncio.run(_run(config, given))


async def _run(config: Config, given: argparse.Namespace) -> int:
    if pending := await db.pending(config.database_url):
        return complain(f"the database lacks {', '.join(pending)}: run python -m server migrate first")
    manifest = await made(config, given.file, not given.without_files)
    rows = sum(table["rows"] for table in manifest["tables"])
    say(f"{given.file}: {rows} rows and {len(manifest['files'])} files, as they were at {manifest['at']}.")
    say(f"Not in it: {_left_out(config, given.without_files)}.")
    return 0


async def made(config: Config, file: Path, with_files: bool = True) -> dict[str, Any]:
    await db.open_database(config.database_url)
    try:
        return await backup(file, config.files_folder if with_files else None)
    finally:
        await db.close_database()


def _left_out(config: Config, without_files: bool) -> str:
    """So that nobody finds out on the day they need it."""
    parts = [
        "the secret, which signs invitations (MAATJE_SECRET, or the file secret in the data folder)",
        f"the journal ({config.journal}), which a restore needs beside it",
        "mails that wait as files",
    ]
    left = without_files or not config.files_folder
    return "; ".join([*parts, "photos and voice notes"] if left else parts)
