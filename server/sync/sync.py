"""POST /api/sync: push, then pull."""

from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server import clock, db
from server.errors import Refusal
from server.records.mutation import mid_of
from server.sync import differences
from server.sync.instants import instant
from server.sync.pull import pull
from server.sync.push import Answers, push
from server.sync.request import PROTOCOLS, SyncRequest, read
from server.web import LARGEST, Actor, actor_of, answer, body_of

LEASE = timedelta(days=14)
WIRE = ("stale", "held", "records", "outs", "cursors", "drop", "reset", "erased", "more", "check")


async def sync(request: Request) -> Response:
    """Hand in what was typed and get what is new."""
    actor, asked = actor_of(request), read(await body_of(request, LARGEST))
    answers = await push(actor, asked.device, asked.gen, asked.mutations)
    if asked.proto not in PROTOCOLS:  # only now: what an old app still has to say is safe
        raise Refusal("upgrade_required")
    told = {str(one.get("id")) for one in asked.mutations if _is_told(answers, mid_of(one))}
    return answer(await _answered(actor, asked, answers, told))


def _is_told(answers: Answers, mid: str) -> bool:
    return mid in answers and "rev" in answers[mid]


async def _answered(actor: Actor, asked: SyncRequest, answers: Answers, told: set[str]) -> dict[str, Any]:
    pulled = await db.read(lambda: pull(actor.person, asked, told))
    if pulled.withheld:
        again = await differences.counted(actor.person, pulled.withheld)
        pulled = await db.read(lambda: pull(actor.person, asked, told, again)) if again else pulled
    now = clock.now()
    about = {"n": asked.n, "gen": f"g{pulled.gen}", "now": instant(now), "lease": instant(now + LEASE)}
    rest = {key: getattr(pulled, key) for key in WIRE}
    return about | {"results": answers} | rest
