"""Erase for good: records by their ids, or all that a person wrote and what they are called. Nothing brings it back.

The server may run. Phones clear it at their next contact. Backups that were made before keep it until they are thrown
away; a restore from one erases it again, if the journal is there.
"""

import argparse
import asyncio
import sys

from server import db, journal
from server.auth import addresses
from server.auth.whose import whose
from server.cli.say import complain, say
from server.config import Config
from server.errors import Busy
from server.files.clearing import sweep
from server.files.store import Store
from server.records.models import Record
from server.safekeeping.erase import erase_person, erase_record


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--record", nargs="+", metavar="ID", help="these records, with their history")
    what.add_argument("--person", metavar="MAIL", help="all that this person wrote, their name and their mailbox")
    what.add_argument("--traces", action="store_true", help="only clear the files of what was erased before")
    parser.add_argument("--yes", action="store_true", help="do not ask whether it is meant")


def run(config: Config, given: argparse.Namespace) -> int:
    return asyncio.run(_run(config, given))


async def _run(config: Config, given: argparse.Namespace) -> int:
    journal.open_journal(config.journal)
    await db.open_database(config.database_url)
    try:
        if not given.traces:
            question = await db.read(lambda: _question(given))
            if not (given.yes or _is_meant(question)):
                return complain("nothing was erased")
            done = await db.write(lambda: _erased(given))
            say(f"Erased: {done}. Phones clear it at their next contact. Backups made before today still have it.")
        return await _cleared(config)
    finally:
        await db.close_database()


async def _cleared(config: Config) -> int:
    """No file has it any more."""
    try:
        await sweep(Store(config.files))
        await db.scrub()
    except Busy:  # nothing is lost by it; whoever erases has to know
        return complain("busy: its traces are still in the files. Run erase --traces when no backup or doctor runs.")
    return 0


async def _question(given: argparse.Namespace) -> str:
    """What it will be; a mistake in writing is found before anything goes."""
    if given.person:
        person = await whose(addresses.tidy(given.person))
        if person is None:
            raise ValueError(f"nobody here has the mailbox {given.person}")
        count = await Record.filter(author=str(person.id)).count()
        return f"{person.name}, and {count} records that they wrote"
    for id in given.record:
        row = await Record.get_or_none(id=id)
        if row is None or row.author is None:
            raise ValueError(f"there is no record {id} that somebody wrote")
    return f"{len(given.record)} records"


def _is_meant(question: str) -> bool:
    sys.stderr.write(f"Erase {question}, for good? Type yes: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() == "yes"


async def _erased(given: argparse.Namespace) -> str:
    if given.person:
        person = await whose(addresses.tidy(given.person))
        assert person
        await erase_person(person.id)
        return "one person"
    return f"{[await erase_record(id) for id in given.record].count(True)} records"
