"""POST /api/sync: push, then pull."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from server import clock, db
from server.errors import Refusal
from server.records.generation import generation
from server.records.models import Held
from server.records.mutation import mid_of
from server.sync import differences
from server.sync.instants import instant
from server.sync.pull import Pulled, pull
from server.sync.push import Answers, is_stale, push
from server.sync.request import PROTOCOLS, SyncRequest, read
from server.web import LARGEST, Actor, actor_of, answer, body_of

LEASE = timedelta(days=14)
WIRE = ("records", "outs", "cursors", "drop", "reset", "more", "check")


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
    async def look(again: frozenset[str] = frozenset()) -> tuple[Pulled, int, int]:
        gen = await generation()
        pulled = await pull(actor.person, asked, is_stale(asked.gen, gen), told, again)
        return pulled, gen, await Held.filter(person=str(actor.person)).count()

    pulled, gen, held = await db.read(look)
    if pulled.withheld:
        again = await differences.counted(actor.person, pulled.withheld)
        pulled, gen, held = await db.read(lambda: look(again)) if again else (pulled, gen, held)
    now = clock.now()
    about = {"n": asked.n, "gen": f"g{gen}", "stale": is_stale(asked.gen, gen), "now": instant(now)}
    rest = {key: value for key, value in asdict(pulled).items() if key in WIRE}
    return about | {"lease": instant(now + LEASE), "held": held, "results": answers} | rest | {"erased": []}
