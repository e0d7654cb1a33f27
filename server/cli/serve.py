"""Serve the app; brings the database up to date first. Stops on ^C."""

import argparse
import asyncio
import gc
import io
import signal
from contextlib import suppress
from dataclasses import replace
from functools import partial
from types import FrameType
from typing import Any

import segno
import uvicorn
from starlette.applications import Starlette
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from server import db
from server.app import DIST, make_app
from server.auth.demo_mode import is_demo
from server.cli import certificate
from server.cli.say import complain, say
from server.config import Config, read
from server.db.setup import can_be_shared
from server.people.models import Person
from server.records import poke

ANYWHERE = "0.0.0.0"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tls",
        action="store_true",
        help="serve https to the whole local network with a certificate of our own, and show a QR code for a phone",
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="so many processes; needs PostgreSQL")


def run(config: Config, given: argparse.Namespace) -> int:
    if given.workers < 1:
        return complain("--workers must be at least 1", 2)
    if given.workers > 1 and not can_be_shared(config.database_url):
        return complain("several workers need PostgreSQL: set DATABASE_URL to postgresql://… (docs/operating.md)", 2)
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
    return _serve(config, tls, given.workers)


def worker() -> Starlette:
    """What each process serves; uvicorn calls this in each of them."""
    _end_streams_first()
    app = make_app(read())
    gc.freeze()  # what was loaded stays; to look through it for garbage costs a sixth of a push
    return app


def _serve(config: Config, tls: certificate.Files | None, workers: int) -> int:
    served = uvicorn.Config(
        "server.cli.serve:worker",
        factory=True,
        workers=workers,
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
    with suppress(KeyboardInterrupt, SystemExit):  # ^C is how one stops it; exit is how uvicorn gives up
        return _with_several(served) if workers > 1 else _with_one(served)
    return 1


def _with_one(served: uvicorn.Config) -> int:
    server = uvicorn.Server(served)
    with suppress(KeyboardInterrupt):
        server.run()
    return 0 if server.started else 1


def _with_several(served: uvicorn.Config) -> int:
    """uvicorn's supervisor: it starts again what dies, and stops all when told to."""
    supervisor = Multiprocess(served, sockets=[served.bind_socket()])
    supervisor.run()
    return 1 if STARTUP_FAILURE in [process.exitcode for process in supervisor.processes] else 0


def _end_streams_first() -> None:
    """uvicorn waits for open answers when it stops, and an event stream has no end of its own."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, partial(_stopped, signal.getsignal(number)))


def _stopped(then: Any, number: int, frame: FrameType | None) -> None:
    poke.end_all()
    if callable(then):
        then(number, frame)


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
