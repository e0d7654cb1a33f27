"""Serve the app; brings the database up to date first. Stops on ^C."""

import argparse
import asyncio
import io
from contextlib import suppress
from dataclasses import replace
from types import FrameType

import segno
import uvicorn

from server import db
from server.app import DIST, make_app
from server.auth.demo_mode import is_demo
from server.cli import certificate
from server.cli.say import say
from server.config import Config
from server.people.models import Person
from server.records import poke

ANYWHERE = "0.0.0.0"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tls",
        action="store_true",
        help="serve https to the whole local network with a certificate of our own, and show a QR code for a phone",
    )


def run(config: Config, given: argparse.Namespace) -> int:
    if given.tls and config.host == "127.0.0.1":
        config = replace(config, host=ANYWHERE)
    asyncio.run(db.migrate(config.database_url, lambda name: say(f"migrating: {name}")))
    tls = certificate.kept(config.data / "tls") if given.tls else None
    address = config.url or _address(config, tls)
    say(f"\nMaatje is at {address}\n{asyncio.run(_how_to_sign_in(config))}\n")
    if tls:
        say(_for_a_phone(config, tls))
    if not (DIST / "index.html").is_file():
        say("The page is not built yet, so there is nothing to see: run make build.\n")
    return _serve(config, tls)


def _serve(config: Config, tls: certificate.Files | None) -> int:
    server = Server(
        uvicorn.Config(
            make_app(config),
            host=config.host,
            port=config.port,
            log_level="warning",
            proxy_headers=True,
            forwarded_allow_ips=config.proxies,
            server_header=False,
            timeout_graceful_shutdown=5,
            ssl_certfile=tls.chain if tls else None,
            ssl_keyfile=tls.key if tls else None,
        )
    )
    with suppress(KeyboardInterrupt, SystemExit):  # ^C is how one stops it; exit is how uvicorn gives up
        server.run()
    return 0 if server.started else 1


class Server(uvicorn.Server):
    """uvicorn waits for open answers when it stops, and an event stream has no end of its own."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        poke.end_all()
        super().handle_exit(sig, frame)


def _address(config: Config, tls: certificate.Files | None) -> str:
    host = "localhost" if config.host in (ANYWHERE, "127.0.0.1", "::", "::1") else config.host
    return f"{'https' if tls else 'http'}://{host}:{config.port}"


async def _how_to_sign_in(config: Config) -> str:
    await db.open_database(config.database_url)
    try:
        demo, anyone = await db.read(is_demo), await db.read(Person.exists)
    finally:
        await db.close_database()
    if demo:
        return "Sign in: tap one of the demo people on the sign-in page."
    if not anyone:
        return 'Nobody can sign in yet. Begin with: python -m server invite --programme "…" --email … --name "…"'
    mails = f"by {config.smtp_host}" if config.smtp_host else f"as files in {config.data / 'outbox'}"
    return f"Sign in: ask for a code on the sign-in page. Mails go out {mails}."


def _for_a_phone(config: Config, tls: certificate.Files) -> str:
    """Phones keep nothing offline from a certificate that they do not trust, so its authority is named too."""
    shown = io.StringIO()
    for address in tls.addresses:
        url = f"https://{address}:{config.port}"
        shown.write(f"{url}\n")
        segno.make(url, error="l").terminal(shown, compact=True)
    return f"{shown.getvalue()}For offline use, make the phone trust {tls.authority} (a CA certificate) first.\n"
