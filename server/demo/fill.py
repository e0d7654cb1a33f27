"""Carries the plan out: people first, then all that they wrote, each batch by its writer at its moment.

Everything goes in the way it does from a phone, through the judge; the clock walks along, so that what is kept of
when something came is what it would have been. All of it is one transaction: killed halfway it leaves nothing.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from typing import Any
from uuid import UUID

from server import clock, db, ids
from server.auth.demo_mode import mark_demo
from server.demo.groups import Group
from server.demo.pen import Act
from server.demo.people import populate
from server.demo.plan import year_of
from server.demo.year import Year
from server.people.models import Person, Programme
from server.records import mutation as mutations
from server.records.models import Record
from server.records.state import OK
from server.sync.push import taken
from server.web import Actor

AT_ONCE = 400
LABEL = "demo"
CONTACT = 24 * 60 * 60  # seconds: each device of the demo has contact once a day, in the night

Progress = Callable[[int, int], None]


class NotEmpty(Exception):
    """There is something in this database already."""


async def fill(communities: int, progress: Progress = lambda done, of: None) -> None:
    """Fill the empty, open database."""
    year = Year(clock.now())
    seed = f"{year.today} {communities}"

    async def work() -> None:
        if not await is_empty():
            raise NotEmpty
        groups = await populate(year, communities)
        await _written(groups, year, progress)
        clock.set_source(partial(_itself, year.now))
        await mark_demo()

    with _made_up(seed):
        await db.write(work)


async def is_empty() -> bool:
    return not (await Person.exists() or await Programme.exists() or await Record.exists())


@contextmanager
def _made_up(seed: str) -> Iterator[None]:
    """Chance is ours while this lasts, and so is the time."""
    ids.set_source(random.Random(seed).getrandbits)
    before = clock.set_source(None)
    try:
        yield
    finally:
        ids.set_source(None)
        clock.set_source(before)


async def _written(groups: list[Group], year: Year, progress: Progress) -> None:
    acts = [act for group in groups for act in year_of(group, year)]
    done = 0
    for moment, person, batch in _batches(acts, year.now):
        clock.set_source(partial(_itself, moment))
        await _Device(person, batch, await _standing(batch)).push()
        done += len(batch)
        progress(done, len(acts))


def _itself(moment: datetime) -> datetime:
    return moment


def _batches(acts: list[Act], now: datetime) -> Iterator[tuple[datetime, UUID, list[Act]]]:
    """What someone wrote between two contacts goes in together, at the second of them."""
    acts = sorted(acts, key=lambda act: (_contact(act), act.person, act.at, act.mid))
    for (contact, person), some in groupby(acts, lambda act: (_contact(act), act.person)):
        batch = list(some)
        moment = min(datetime.fromtimestamp(contact, UTC), now)
        for start in range(0, len(batch), AT_ONCE):
            yield moment, person, batch[start : start + AT_ONCE]


def _contact(act: Act) -> int:
    return int(act.at.timestamp()) // CONTACT * CONTACT + CONTACT


async def _standing(batch: list[Act]) -> dict[str, str]:
    """The revisions that a device would have pulled before."""
    named = {act.record for act in batch if not act.new} | {act.set["record"] for act in batch if act.kind == "receipt"}
    return {row.id: f"g{row.gen}.{row.version}" for row in await Record.filter(id__in=named)}


@dataclass(frozen=True)
class _Device:
    """One contact of one person: what they wrote, over what stands."""

    person: UUID
    acts: list[Act]
    revs: dict[str, str]

    async def push(self) -> None:
        batch = [mutations.read(raw) for raw in self._mutations(self.acts)]
        answers = await taken(Actor(self.person, self.person), LABEL, batch)
        for act in self.acts:
            if answers[act.mid]["status"] != OK:
                raise AssertionError(f"the server did not take {act} as it is: {answers[act.mid]}")

    def _mutations(self, batch: list[Act]) -> Iterator[dict[str, Any]]:
        last: dict[str, str] = {}
        for act in batch:
            yield self._mutation(act, last.get(act.record))
            last[act.record] = act.mid

    def _mutation(self, act: Act, before: str | None) -> dict[str, Any]:
        """Typed over one's own change that has not been sent yet, or over what stands."""
        raw: dict[str, Any] = {"mid": act.mid, "id": act.record, "kind": act.kind, "at": act.at.isoformat()}
        raw["set"] = self._receipt(act) if act.kind == "receipt" else act.set
        if act.scope:
            raw["scope"] = act.scope
        if not act.new:
            raw["base"] = {"mid": before} if before else {"rev": self.revs[act.record]}
        return raw

    def _receipt(self, act: Act) -> dict[str, Any]:
        """With the revision that was read."""
        return act.set | {"rev": self.revs[act.set["record"]]}
