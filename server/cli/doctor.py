"""Look whether all is well: settings, database, checksums. Changes nothing. Exit code 1 if something is not."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable

from server import db
from server.app import DIST
from server.cli.say import say, table
from server.config import SHORTEST_SECRET, Config
from server.files.store import Store
from server.safekeeping.look import Finding, look, wrong_scopes
from server.safekeeping.look_files import look_at_files

Look = Callable[[], Awaitable[list[Finding]]]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--deep", action="store_true", help="also read every row: whether what is stored fits together")


def run(config: Config, given: argparse.Namespace) -> int:
    looked = _deeply(config) if given.deep else lambda: db.read(_looked_at)
    return _told([*_settings(config), *asyncio.run(_database(config, looked))])


def deep(config: Config) -> int:
    """The long look at the database alone; the exit code."""
    return _told(asyncio.run(_database(config, _deeply(config))))


def _deeply(config: Config) -> Look:
    async def both() -> list[Finding]:
        return [*await _looked_at(), *await look()]

    async def all() -> list[Finding]:
        return [*await db.read(both), await look_at_files(Store(config.files))]

    return all


def _told(findings: list[Finding]) -> int:
    say(table([("TROUBLE" if wrong else "ok", what, wrong) for what, wrong in findings]))
    return 1 if any(wrong for _, wrong in findings) else 0


def _settings(config: Config) -> list[Finding]:
    short = any(len(secret) < SHORTEST_SECRET for secret in config.secrets)
    open_to_all = config.host not in ("127.0.0.1", "localhost", "::1")
    return [
        ("secret", f"shorter than {SHORTEST_SECRET} characters: it can be guessed" if short else ""),
        ("address", "MAATJE_URL is not set, so mails cannot name it" if open_to_all and not config.url else ""),
        ("page", "" if (DIST / "index.html").is_file() else "not built: run make build"),
    ]


async def _database(config: Config, looked: Look) -> list[Finding]:
    if not await db.exists(config.database_url):
        return [("database", "there is none yet: run python -m server migrate")]
    if pending := await db.pending(config.database_url):
        return [("migrations", f"pending: {', '.join(pending)}")]
    await db.open_database(config.database_url)
    try:
        return await looked()
    finally:
        await db.close_database()


async def _looked_at() -> list[Finding]:
    damage = await db.damage()
    wrong_sums = [scope async for scope in wrong_scopes()]
    differences = (await db.rows('SELECT coalesce(sum("count"), 0) AS n FROM difference'))[0]["n"]
    return [
        ("migrations", ""),
        ("integrity", "; ".join(damage[:3])),
        ("checksums", f"wrong in {', '.join(wrong_sums[:5])}" if wrong_sums else ""),
        ("second check", f"{differences} differences between the two ways to ask who reads" if differences else ""),
    ]
