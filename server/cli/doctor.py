"""Look whether all is well: settings, database, checksums. Changes nothing. Exit code 1 if something is not."""

import argparse
import asyncio
import hashlib
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

from server import db
from server.app import DIST
from server.cli.say import say, table
from server.config import SHORTEST_SECRET, Config

Finding = tuple[str, str]  # what was looked at, and what is wrong with it; "" for nothing


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(config: Config, given: argparse.Namespace) -> int:
    findings = [*_settings(config), *asyncio.run(_database(config))]
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


async def _database(config: Config) -> list[Finding]:
    if not db.exists(config.database_url):
        return [("database", "there is none yet: run python -m server migrate")]
    if pending := await db.pending(config.database_url):
        return [("migrations", f"pending: {', '.join(pending)}")]
    await db.open_database(config.database_url)
    try:
        return await db.read(_looked_at)
    finally:
        await db.close_database()


async def _looked_at() -> list[Finding]:
    broken = [row["integrity_check"] for row in await db.rows("PRAGMA integrity_check")]
    dangling = await db.rows("PRAGMA foreign_key_check")
    wrong_sums = [scope async for scope in _wrong_scopes()]
    differences = (await db.rows('SELECT coalesce(sum("count"), 0) AS n FROM difference'))[0]["n"]
    return [
        ("migrations", ""),
        ("integrity", "" if broken == ["ok"] else "; ".join(broken[:3])),
        ("references", f"{len(dangling)} rows point nowhere" if dangling else ""),
        ("checksums", f"wrong in {', '.join(wrong_sums[:5])}" if wrong_sums else ""),
        ("second check", f"{differences} differences between the two ways to ask who reads" if differences else ""),
    ]


async def _wrong_scopes() -> AsyncIterator[str]:
    """Scopes whose counter says otherwise than their placements; computed here anew, sharing no code with store.py."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for placed in await db.rows("SELECT scope, record, rev FROM placement WHERE state = 'in'"):
        digest = hashlib.sha256(f"{placed['record']}{placed['rev']}".encode()).digest()
        found[placed["scope"]][0] += 1
        found[placed["scope"]][1] ^= int.from_bytes(digest[:8])
    counted: list[dict[str, Any]] = await db.rows('SELECT name, "count", "sum" FROM scope')
    for scope in counted:
        count, total = found.pop(scope["name"], [0, 0])
        if (scope["count"], scope["sum"]) != (count, f"{total:016x}"):
            yield scope["name"]
    for name in found:
        yield name
