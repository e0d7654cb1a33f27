"""What comes to mind of people with devices: changes that are fine, late, refused or in each other's way."""

from random import Random

from server import clock, db
from server.people.models import CoachSeat, Person
from server.permissions import changes
from server.permissions.grants import grants
from server.records.counters import checksum
from tests.people import Cast
from tests.sync.device import Device, Json, mutation, over
from tests.sync.dump import dump


def some_mutation(chance: Random, cast: Cast, person: Person, device: Device, word: str, typed: set[str]) -> Json:
    typed.add(word)
    own, shared = f"self:{person.id}", f"member:{cast.membership.id}:shared"
    coaching, group = f"coaching:{cast.coaching.id}", f"community:{cast.community.id}"
    held = [record for record in device.records.values() if record["kind"] not in ("person", "template")]
    if held and chance.random() < 0.7:
        record = chance.choice(sorted(held, key=lambda one: str(one["id"])))
        more: Json = {"scope": chance.choice([own, shared, coaching, group])} if chance.random() < 0.4 else {}
        more |= {"resolves": [one["mid"] for one in record["siblings"]]} if chance.random() < 0.3 else {}
        if chance.random() < 0.1:
            typed.discard(word)
            return over(record, {"deleted": True})
        return over(record, {chance.choice(["text", "why", "depth", "x"]): word}, **more)
    kind, scope = chance.choice([("goal", own), ("logboek", own), ("comment", coaching), ("comment", shared)])
    goals = [record["id"] for record in device.all("goal")]
    if goals and chance.random() < 0.4:
        return mutation("step", {"goal": chance.choice(sorted(goals)), "text": word})
    return mutation(kind, {"text": word}, scope=scope)


async def change_seats(cast: Cast) -> None:
    """Joris comes to coach the community, or goes."""

    async def work() -> None:
        seat = await CoachSeat.filter(person_id=cast.joris.id, coaching_id=cast.coaching.id, ends_at=None).first()
        if seat:
            await changes.end_seat(seat.id)
        else:
            await changes.seat_coach(cast.joris.id, cast.community.id)

    await db.write(work)


async def holds_what_it_may(person: Person, device: Device) -> None:
    """After a full round: all that its person may read, and nothing else, as the counters say too."""
    kept = await dump()
    granted = await db.read(lambda: grants(person.id, clock.now()))
    theirs = {row["id"]: row for row in kept["record"] if row["scope"] in granted}
    assert device.records.keys() == theirs.keys()
    for id, record in device.records.items():
        assert record["rev"] == f"g{theirs[id]['gen']}.{theirs[id]['version']}"
    for scope in (row for row in kept["scope"] if row["name"] in granted):
        here = [record for record in device.records.values() if record["scope"] == scope["name"]]
        total = 0
        for record in here:
            total ^= checksum(record["id"], record["rev"])
        assert (scope["count"], scope["sum"]) == (len(here), f"{total:016x}")
        assert device.cursors[scope["name"]] == scope["position"]
