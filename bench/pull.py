"""How fast 10,000 logboeken go out: all of a person's own, page by page, against sqlite3 used straight."""

import gzip
import statistics
import time
from itertools import islice

import orjson

from bench.installation import installation
from bench.logboeken import mutations
from bench.people import SignedIn, enter_coaches
from bench.phone import Json, Phone, request
from bench.raw import Raw
from bench.told import tell

RECORDS, BATCH, PAGE = 10_000, 200, 1000
FIRST, LEVEL = 5_000, 5  # what a phone gets at its first sync, and the level at which the server compresses
ROUNDS = 5


def main() -> None:
    with installation(lambda: enter_coaches(1)) as installed:
        (who,) = installed.filled
        raw, bodies = Raw(installed.folder / "raw.sqlite3"), _fill(installed.server.port, who)
        raw.write(bodies)
        times = [(raw.read(PAGE), *(_pulled(installed.server.port, who, how) for how in HOW)) for _ in range(ROUNDS)]
        ratio = _bytes(installed.server.port, who)
        raw.close()
    for n, (how, expected) in enumerate(HOW.items(), 1):
        rate = RECORDS / statistics.median(row[n] for row in times)
        share = statistics.median(row[0] / row[n] for row in times)
        tell(f"pull, {how}: {rate:.0f} logboeken a second against sqlite3 used straight", share, expected)
    tell(f"bytes of a first sync of {FIRST} against the records alone, compressed alike", ratio, "1.15 or less")


HOW = {"identity": "0.30 or more", "gzip": "0.15 or more"}


def _fill(port: int, who: SignedIn) -> list[bytes]:
    """The requests with which it was filled."""
    phone, written = Phone(port, who), mutations(who.person)
    bodies = [request({}, list(islice(written, BATCH)), pull=False) for _ in range(RECORDS // BATCH)]
    for body in bodies:
        phone.sync(body)
    phone.close()
    return bodies


def _pulled(port: int, who: SignedIn, encoding: str) -> float:
    """Seconds from the first request to the last byte. The cursors are known, so no answer is parsed."""
    phone, pages = Phone(port, who, encoding), _pages(port, who)
    begun = time.perf_counter()
    for body in pages:
        phone.sync(body)
    taken = time.perf_counter() - begun
    phone.close()
    return taken


def _pages(port: int, who: SignedIn) -> list[bytes]:
    """Requests for one page after another, as a first round of sync asks for them."""
    phone = Phone(port, who)
    cursors, found, more = dict[str, int](), [], True
    while more:
        found.append(request(cursors, limit=PAGE))
        answer: Json = orjson.loads(phone.sync(found[-1]))
        cursors, more = cursors | answer["cursors"], answer["more"]
    phone.close()
    return found


def _bytes(port: int, who: SignedIn) -> float:
    """Whole answers as they are sent, against what they hold: the records, in one piece."""
    phone, plain = Phone(port, who, "gzip"), Phone(port, who)
    pages = _pages(port, who)[: FIRST // PAGE]
    sent = sum(len(phone.sync(page)) + phone.headers for page in pages)
    records = [record for page in pages for record in orjson.loads(plain.sync(page))["records"]]
    phone.close()
    plain.close()
    return sent / len(gzip.compress(orjson.dumps(records), LEVEL))
