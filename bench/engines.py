"""The same pushes on PostgreSQL and on SQLite, each on the same disk and waiting for it at each commit."""

import asyncio
import os
import statistics
from collections.abc import Iterator
from contextlib import contextmanager

from bench.installation import installation
from bench.people import enter_coaches
from bench.push import CLIENTS, ROUNDS, Client, pushed
from bench.told import tell
from tests.cluster import cluster


def main() -> None:
    with cluster(lasting=True) as made:
        asyncio.run(made.tell("CREATE DATABASE maatje"))
        on_sqlite = _rounds()
        with _on(made.url("maatje")):
            on_postgres = _rounds()
    tell("a push on PostgreSQL against SQLite", on_postgres / on_sqlite, "2 or less")


def _rounds() -> float:
    """Seconds a round."""
    with installation(lambda: enter_coaches(CLIENTS)) as installed:
        clients = [Client(installed.server.port, who) for who in installed.filled]
        return statistics.median(pushed(clients, number) for number in range(ROUNDS))


@contextmanager
def _on(url: str) -> Iterator[None]:
    os.environ["DATABASE_URL"] = url
    try:
        yield
    finally:
        del os.environ["DATABASE_URL"]
