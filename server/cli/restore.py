"""Put a backup back. The server must not run meanwhile.

Everybody signs in again, and phones hand in what the backup lacks. What the journal knows is done again: roles that
ended, what was taken back or erased, logins that were ended.
"""

import argparse
import asyncio
from pathlib import Path

from server import clock, db, journal
from server.cli import backup, doctor
from server.cli.say import complain, say
from server.config import Config
from server.db import whole
from server.files.settling import settle
from server.files.store import Store
from server.records.generation import generation
from server.safekeeping import restore
from server.safekeeping.archive import opened
from server.safekeeping.restore import Restored
from server.safekeeping.tables import tables


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="what `backup` made")
    parser.add_argument("--replace", action="store_true", help="also over data, which is backed up beside FILE")
    lost = "also if the journal is lost: what was ended or taken back since the backup comes undone"
    parser.add_argument("--without-journal", action="store_true", help=lost)


def run(config: Config, given: argparse.Namespace) -> int:
    code = asyncio.run(_run(config, given))
    return code or doctor.deep(config)


async def _run(config: Config, given: argparse.Namespace) -> int:
    if await whole.has_company(config.database_url):
        return complain("a server, or another command, has the database open: stop it first")
    with opened(given.file):  # whole, before anything else is done
        journal.open_journal(config.journal)
    above = await _there(config)
    if above and not given.replace:
        return complain("this database is not empty. With --replace what is there is backed up first, and then goes.")
    if above:
        aside = given.file.with_name(f"{given.file.name}.replaced-{clock.now():%Y%m%dT%H%M%S}")
        await backup.made(config, aside)
        say(f"What was there is in {aside}.")
    lost: bool = given.without_journal
    _tell(await restore(given.file, config.database_url, config.files_folder, above, without_journal=lost))
    await _settled(config)
    return 0


async def _there(config: Config) -> int:
    """The generation of what is there; 0 if nothing is."""
    if await whole.is_new(config.database_url):
        return 0
    if pending := await db.pending(config.database_url):
        raise ValueError(f"the database lacks {', '.join(pending)}: run python -m server migrate first")
    await db.open_database(config.database_url)
    try:
        return await db.read(_generation_of_what_is_there)
    finally:
        await db.close_database()


async def _generation_of_what_is_there() -> int:
    full = [table for table in tables() if await db.rows(f'SELECT 1 AS found FROM "{table.name}" LIMIT 1')]
    return await generation() if full else 0


async def _settled(config: Config) -> None:
    """With the bytes of the files; and what was replaced is not in the free pages either."""
    await db.open_database(config.database_url)
    try:
        if lost := await settle(Store(config.files)):
            say(f"{lost} files of the copy are not here. A phone that still has one sends it again.")
        await db.scrub()
    finally:
        await db.close_database()


def _tell(restored: Restored) -> None:
    done, told = restored.replayed.done, []
    for what, one, many in WORDS:
        if done[what]:
            told.append(f"{done[what]} {one if done[what] == 1 else many}")
    say(f"{restored.rows} rows of {restored.made_at} are back, as generation {restored.generation}.")
    say(f"From the journal: {', '.join(told) or 'nothing that they did not have'}. Everybody signs in again.")
    if restored.replayed.cut_off:
        say(f"{restored.replayed.cut_off} lines of the journal were cut off by a crash, before they could count.")


WORDS = (
    (journal.ENDED, "role ended", "roles ended"),
    (journal.TAKEN_BACK, "record taken back", "records taken back"),
    (journal.ERASED, "record erased", "records erased"),
    (journal.PERSON_ERASED, "person erased", "people erased"),
    (journal.LOGIN_ENDED, "login that had been ended", "logins that had been ended"),
)
