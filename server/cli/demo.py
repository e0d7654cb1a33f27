"""Fill an empty database with made-up people and their year. It stays a demo: anybody can enter it as any of them."""

import argparse
import asyncio
import sys

from server import db, journal
from server.cli.say import complain, say
from server.config import Config
from server.demo.fill import NotEmpty, fill

FEWEST = 2  # Bram's and Joris'
MOST = 500


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--communities", type=_number, default=4, help="how many groups, of 8 coachees on average (4 unless said)"
    )
    parser.add_argument("--if-empty", action="store_true", help="do nothing, and say no error, if there is data")


def run(config: Config, given: argparse.Namespace) -> int:
    return asyncio.run(_run(config, given))


async def _run(config: Config, given: argparse.Namespace) -> int:
    await db.migrate(config.database_url, lambda name: say(f"migrating: {name}"))
    journal.open_journal(config.journal)
    await db.open_database(config.database_url)
    try:
        await fill(given.communities, _show)
    except NotEmpty:
        return _has_data(given.if_empty)
    finally:
        await db.close_database()
    say(f"The demo is there: {given.communities} groups and a few pairs. Tap a name on the sign-in page to enter.")
    return 0


def _has_data(fine: bool) -> int:
    if fine:
        say("There is data already; it is left as it is.")
        return 0
    return complain("this database is not empty. A demo is only ever made in an empty one: choose another MAATJE_DATA.")


def _show(done: int, of: int) -> None:
    """One line that moves, or nothing where nobody looks."""
    if sys.stderr.isatty() or done == of:
        sys.stderr.write(f"\r{done * 100 // of:3} % of {of} changes" + ("\n" if done == of else ""))
        sys.stderr.flush()


def _number(text: str) -> int:
    number = int(text)
    if not FEWEST <= number <= MOST:
        raise argparse.ArgumentTypeError(f"between {FEWEST} and {MOST}")
    return number
