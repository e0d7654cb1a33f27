"""Taking in what was typed: one transaction for a batch, each mutation answered, none lost."""

import logging
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from server import clock, db
from server.db.refusals import refusals
from server.errors import Refusal
from server.permissions.grants import grants, own_memberships
from server.permissions.opening import note
from server.permissions.rights import GrantedRights, closed_logboeken
from server.permissions.standstill import hold_still
from server.records import mutation as mutations
from server.records import poke
from server.records.generation import generation
from server.records.judge import hold, judge
from server.records.load import load
from server.records.mutation import Mutation
from server.records.store import claim, save
from server.records.world import World
from server.sync.instants import instant
from server.sync.request import is_stale
from server.web import Actor

Answers = dict[str, dict[str, str]]
log = logging.getLogger(__name__)


async def push(actor: Actor, device: str, gen: str | None, raw: list[dict[str, Any]]) -> Answers:
    """The answers; none when the request comes from before a restore, for then nothing is taken."""
    batch = [mutations.read(one) for one in raw]

    async def work() -> Answers:
        return {} if is_stale(gen, await generation()) else await taken(actor, device, batch)

    return _as_sent(raw, await db.write(work)) if batch else {}


async def taken(actor: Actor, device: str, batch: list[Mutation]) -> Answers:
    """Inside db.write(). All at once; only if that fails, one by one, so that a bad one neither stops nor undoes
    the others."""
    try:
        async with db.savepoint():
            return await _judged(actor, device, batch)
    except Exception as error:  # whatever one of them does to us, the others go on
        _give_up(error)
        log.exception("a batch of %d, once again one by one", len(batch))
    answers: Answers = {}
    for mutation in batch:
        for mid, answer in (await _alone(actor, device, mutation)).items():
            answers.setdefault(mid, answer)
    return answers


async def _alone(actor: Actor, device: str, mutation: Mutation) -> Answers:
    try:
        async with db.savepoint():
            return await _judged(actor, device, [mutation])
    except Exception as error:  # it is kept for its author instead
        _give_up(error)
        log.exception("a mutation that could not be taken in")
    async with db.savepoint():
        return await _judged(actor, device, [mutation], refused="failed")


def _give_up(error: BaseException | None) -> None:
    """A full disk or a lock is the fault of none of them: nothing is taken, and the device tries again later.

    SQLite may have ended the transaction by itself, and then the savepoint's own failure stands before the cause.
    """
    while error:
        if isinstance(error, Refusal):
            raise error
        with suppress(type(error)), refusals():
            raise error
        error = error.__context__


async def _judged(actor: Actor, device: str, batch: list[Mutation], refused: str = "") -> Answers:
    now = clock.now()
    await hold_still(actor.person)
    await claim(str(actor.person))
    world = await _world(actor, batch, now)
    if refused:
        world.answers = {one.mid: hold(world, one, refused) for one in batch if one.mid not in world.applied}
    else:
        judge(world, batch)
    await note(world, now)
    scopes = await save(world, device, now)
    await poke.poke(scopes)
    return world.answers


async def _world(actor: Actor, batch: list[Mutation], now: datetime) -> World:
    person, granted = str(actor.person), await grants(actor.person, now)
    rights = GrantedRights(person, granted)
    actors = frozenset([person, *own_memberships(granted)])
    world = World(person, actors, rights, await generation(), instant(now))
    await load(world, batch)
    world.rights = replace(rights, closed=await closed_logboeken(world.records.values()))
    return world


def _as_sent(raw: list[dict[str, Any]], answers: Answers) -> Answers:
    """Under the mid as it was sent, which may be longer than the one that is stored."""
    names = [mutations.mid_of(one) for one in raw] if answers else []
    return {name: answers[mutations.key_of(name)] for name in names}
