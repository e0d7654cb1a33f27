"""Whatever somebody sends to where they may not write, or in a way that does not fit: it is theirs still, as held."""

import json
from pathlib import Path
from typing import Any

import orjson
import pytest

from server.records.kinds import SCHEMAS, derived_id, kinds
from tests.conftest import SignedIn
from tests.hostile.surface import fingerprint
from tests.people import Cast
from tests.sync.device import Device, Json, fits, mutation, new_id, over
from tests.sync.places import goal_of, handed_in, own

WRITTEN = {"held", "applied", "scope"}  # all that may change; claiming a scope's name gives it a counter


def examples() -> dict[str, Json]:
    """Each kind with the fields of its first example."""
    files: dict[str, Path] = {kind: sorted((SCHEMAS / "examples" / kind).glob("valid-*.json"))[0] for kind in kinds()}
    return {kind: orjson.loads(file.read_bytes()) for kind, file in files.items()}


def scopes_of(cast: Cast) -> list[str]:
    m, c, g, r = cast.membership.id, cast.community.id, cast.coaching.id, cast.programme.id
    people = [f"self:{cast.sanne.id}", f"mentor:{cast.bram.id}"]
    return [*people, f"member:{m}:shared", f"member:{m}:record", f"agenda:{c}", f"community:{c}", f"coaching:{g}",
            f"staff:{r}", f"programme:{r}", "case:x", "desk:x", "circle:x", "", "self:", "self"]  # fmt: skip


@pytest.mark.row("F104")
async def test_an_outsider_writes_nowhere_and_keeps_every_word(cast: Cast, signed_in: SignedIn) -> None:
    joris = Device(await signed_in(cast.joris))
    await joris.sync()
    before = await fingerprint()
    batch = [
        mutation(kind, fields | {"own-key": f"typed {n}"}, _id(kind, fields), scope=scope)
        for kind, fields in examples().items()
        if not kinds()[kind].parent  # those lie in one's own self when they lie nowhere else
        for n, scope in enumerate(scopes_of(cast))
    ]

    results = await joris.push(*batch)

    assert {result["status"] for result in results} == {"held"}
    held = await joris.held()
    assert [draft["set"] for draft in held] == [one["set"] for one in batch]
    after = await fingerprint()
    assert {name for name in before if before[name] != after[name]} <= WRITTEN


def _id(kind: str, fields: Json) -> str:
    parts = kinds()[kind].id_parts
    return derived_id(kind, [fields.get(part, "x") for part in parts]) if parts else new_id()


@pytest.mark.row("F104")
async def test_other_peoples_records_stay_as_they_are(cast: Cast, signed_in: SignedIn) -> None:
    sanne, bram, joris = [Device(await signed_in(person)) for person in (cast.sanne, cast.bram, cast.joris)]
    records = [await goal_of(cast, sanne), await handed_in(cast, bram)]
    await joris.sync()
    before = await fingerprint()
    tried: list[Json] = []
    for record in records:
        tried += [
            over(record, {"text": "typed"}),
            over(record, {"deleted": True}),
            over(record, {}, scope=own(cast.joris)),
            over(record, {"text": "typed"}, scope=f"coaching:{cast.other_coaching.id}"),
            over(record, {"text": "typed"}, replay=True),
            mutation(record["kind"], {"text": "typed"}, record["id"], scope=own(cast.joris)),
            over(record | {"kind": "reflection"}, {"text": "typed"}),
        ]

    results = await joris.push(*tried)
    absent = await joris.push(over(records[0] | {"id": new_id()}, {"text": "typed"}))

    assert results == absent * len(tried)  # as if there were no such thing
    assert len(await joris.held()) == len(tried) + 1
    after = await fingerprint()
    assert {name for name in before if before[name] != after[name]} <= WRITTEN


FIELDS: dict[str, tuple[str, Json]] = {
    "a session of the year 1": ("session", {"kind": "community", "starts": "0001-01-01T00:00:00Z", "note": "typed"}),
    "a session of the year 9999": ("session", {"kind": "community", "starts": "9999-12-31T23:59:59Z", "note": "typed"}),
    "a session at no time": ("session", {"kind": "community", "starts": "straks", "note": "typed"}),
    "a text beyond what fits": ("goal", {"text": "typed " + "é" * 100_001}),
    "a mood of six": ("logboek", {"mood": 6, "depth": "typed"}),
    "a mood as a text": ("logboek", {"mood": "5", "depth": "typed"}),
    "a mood of a half": ("logboek", {"mood": 3.5, "depth": "typed"}),
    "a list where a text belongs": ("goal", {"text": ["typed"]}),
    "an object where a text belongs": ("goal", {"text": {"typed": True}}),
    "chips that are sentences": ("logboek", {"done": ["Wij hebben typed"]}),
    "a thousand chips": ("logboek", {"done": [f"typed-{n}" for n in range(1000)]}),
    "another as oneself": ("goal", {"text": "typed", "member": "0198a000-0000-7000-8000-00000000000a"}),
    "a family as a whole": ("logboek", {"worked": {"spel": "typed"}}),
    "a year 1 on the calendar": ("logboek", {"on": "0001-01-01", "depth": "typed"}),
    "a version below one": ("logboek", {"template_version": 0, "depth": "typed"}),
}


async def test_what_does_not_fit_its_field_is_held_with_every_word(cast: Cast, signed_in: SignedIn) -> None:
    bram = Device(await signed_in(cast.bram))
    await bram.sync()
    places = {"session": f"agenda:{cast.community.id}"}
    batch = {name: mutation(kind, set, scope=places.get(kind, own(cast.bram))) for name, (kind, set) in FIELDS.items()}

    response = await bram.http.post("/api/sync", content=json.dumps(bram.body(*batch.values())))

    results: dict[str, Any] = fits("answer", response.json())["results"]
    assert [name for name, one in batch.items() if results[one["mid"]]["status"] != "held"] == ["a family as a whole"]
    held = {draft["mid"]: draft["set"] for draft in await bram.held()}
    assert all(held[one["mid"]] == one["set"] for one in batch.values() if one["mid"] in held)
