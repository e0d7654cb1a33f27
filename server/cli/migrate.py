"""Bring the database up to this version of Maatje. All of it happens, or nothing."""

import argparse
import asyncio

from server import db
from server.cli.say import say
from server.config import Config


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="only say what is pending; exit code 1 if anything is")


def run(config: Config, given: argparse.Namespace) -> int:
    return asyncio.run(_check(config) if given.check else _migrate(config))


async def _check(config: Config) -> int:
    names = await db.pending(config.database_url)
    say("\n".join(f"pending: {name}" for name in names) or "The database is up to date.")
    return 1 if names else 0


async def _migrate(config: Config) -> int:
    await db.migrate(config.database_url, lambda name: say(f"migrating: {name}"))
    say("The database is up to date.")
    return 0
