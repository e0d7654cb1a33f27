"""Whatever comes in: no 500, nothing changed that may not change, and every typed word kept."""

import json
from typing import Any

import pytest

from server import db
from server.records.models import Record
from server.records.store import save
from tests.people import Cast
from tests.sync.conftest import DeviceOf
from tests.sync.device import Device, Json, after, fits, mutation, new_id, over
from tests.sync.places import own


def nested(levels: int, word: str) -> Any:
    value: Any = word
    for _ in range(levels):
        value = [value]
    return value


BAD: dict[str, Json] = {
    "an id that is none": {"id": "not-a-uuid"},
    "an id in capitals": {"id": "0198F2C1-0000-7000-8000-000000000001"},
    "an id that is a number": {"id": 7},
    "no id": {"id": None},
    "an endless id": {"id": "x" * 5000},
    "an unknown kind": {"kind": "secret_weapon"},
    "a kind that is a list": {"kind": ["goal"]},
    "an endless kind": {"kind": "k" * 5000},
    "the kind of the directory": {"kind": "person"},
    "a key in capitals": {"set": {"Text": "typed"}},
    "a key too long": {"set": {"k" * 41: "typed"}},
    "a key of three parts": {"set": {"a.b.c": "typed"}},
    "an empty key": {"set": {"": "typed"}},
    "a key that is reserved": {"set": {"scope": "typed"}},
    "deleted that is not true": {"set": {"deleted": "typed"}},
    "set that is null": {"set": None},
    "set that is a list": {"set": ["typed"]},
    "set that is a text": {"set": "typed"},
    "a value of the wrong type": {"set": {"text": {"typed": 1}}},
    "a value out of the list": {"set": {"text": "typed", "state": "typed"}},
    "a huge number as state": {"set": {"text": "typed", "state": 10**300}},
    "a base of both": {"base": {"rev": "g1.1", "mid": "x"}},
    "a base that is empty": {"base": {}},
    "a base that is a text": {"base": "g1.1"},
    "a base with an absurd rev": {"base": {"rev": "g1.99999999999999999999999999"}},
    "a base with a negative rev": {"base": {"rev": "g1.-1"}},
    "a base of something unknown": {"base": {"mid": new_id()}},
    "a base that does not exist": {"base": {"rev": "g1.1"}},
    "a scope that is none": {"scope": "nonsense"},
    "a scope with a null": {"scope": "self:\u0000"},
    "a scope that is a number": {"scope": 4},
    "a scope of nobody": {"scope": f"member:{new_id()}:shared"},
    "no scope": {"scope": None},
    "resolves that is a text": {"resolves": "all"},
    "replay that is a text": {"replay": "yes"},
    "at that is a number": {"at": 1},
    "a value a hundred levels deep": {"set": {"unknown": nested(100, "typed")}},
    "a value nine hundred levels deep": {"set": {"unknown": nested(900, "typed")}},
    "a mid that is endless": {"mid": "m" * 5000, "set": {"text": "typed", "state": "no"}},
    "a mid that is empty": {"mid": "", "set": {"text": "typed", "state": "no"}},
}


@pytest.mark.row("F104")
async def test_one_bad_mutation_is_held_and_the_rest_goes_on(cast: Cast, sanne: Device) -> None:
    await sanne.sync()
    for count, (name, wrong) in enumerate(BAD.items(), 1):
        good = mutation("goal", {"text": "goed"}, scope=own(cast.sanne))
        bad = mutation("goal", {"text": f"typed {count}"}, scope=own(cast.sanne)) | wrong
        late = after(good, {"why": "ook goed"})

        response = await sanne.http.post("/api/sync", content=json.dumps(sanne.body(good, bad, late)))

        assert response.status_code == 200, name
        results = fits("answer", response.json())["results"]
        assert [results[one["mid"]]["status"] for one in (good, bad, late)] == ["ok", "held", "ok"], name
        assert await db.read(lambda: Record.filter(kind="goal").count()) == count, name
    held = await sanne.held()
    assert len(held) == len(BAD)
    assert sum("typed" in str(one["set"]) for one in held) == len(BAD) - 1  # one had set: null


@pytest.mark.row("F104")
@pytest.mark.parametrize("mid", [None, 7, ["a"], "absent"])
async def test_what_has_no_name_is_held_once_however_often_it_comes(cast: Cast, sanne: Device, mid: Any) -> None:
    nameless = mutation("goal", {"text": "typed"}, scope=own(cast.sanne)) | {"mid": mid}
    if mid == "absent":
        del nameless["mid"]
    good = mutation("goal", {"text": "goed"}, scope=own(cast.sanne))

    first = await sanne.http.post("/api/sync", content=json.dumps(sanne.body(nameless, good)))
    second = await sanne.http.post("/api/sync", content=json.dumps(sanne.body(nameless)))

    assert first.status_code == second.status_code == 200
    assert fits("answer", first.json())["results"][good["mid"]]["status"] == "ok"
    assert [(one["set"]["text"], one["reason"]) for one in await sanne.held()] == [("typed", "malformed")]


ODD: dict[str, Json] = {
    "the year 1": {"at": "0001-01-01T00:00:00+14:00"},
    "the year 9999": {"at": "9999-12-31T23:59:59-12:00"},
    "no date at all": {"at": "gisteren"},
    "the 31st of February": {"at": "2026-02-31T10:00:00Z"},
    "no at": {"at": None},
    "four-byte characters": {"set": {"text": "👩‍👩‍👧‍👦 👨🏾‍🚀"}},
    "a lone surrogate": {"set": {"text": "\ud83d typed"}},
    "a null in a text": {"set": {"text": "typ\u0000ed"}},
    "a text of 200 kB": {"set": {"unknown": "é" * 100_000}},
    "an empty set": {"set": {}},
    "resolves of nothing": {"resolves": [new_id(), "", "x" * 5000]},
    "a huge number": {"set": {"unknown": 10**30}},
    "a small number": {"set": {"unknown": 1e-320}},
    "keys of the future": {"set": {"a.b": {"c": [None]}}},
    "a base of null": {"base": None},
    "more than we know": {"extra": {"a": 1}},
}


async def test_what_is_odd_but_sound_is_taken(cast: Cast, sanne: Device) -> None:
    for name, strange in ODD.items():
        odd = mutation("goal", {"text": "typed"}, scope=own(cast.sanne)) | strange

        response = await sanne.http.post("/api/sync", content=json.dumps(sanne.body(odd)))

        assert response.status_code == 200, name
        assert fits("answer", response.json())["results"][odd["mid"]]["status"] == "ok", name


async def test_texts_are_mended_and_not_refused(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "a\ud83d b\u0000c"}, scope=own(cast.sanne))

    await sanne.http.post("/api/sync", content=json.dumps(sanne.body(goal)))
    await sanne.sync()

    assert sanne.records[goal["id"]]["fields"]["text"] == "a\ufffd bc"


async def test_a_failing_write_is_done_again_one_by_one(
    cast: Cast, sanne: Device, device_of: DeviceOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = (mutation("goal", {"text": text}, scope=own(cast.sanne)) for text in ("goed", "slecht"))

    async def failing(world: Any, *rest: Any) -> set[str]:
        if any(record.fields.get("text") == "slecht" for record in world.records.values()):
            await save(world, *rest)
            raise RuntimeError("the disk bites")
        return await save(world, *rest)

    monkeypatch.setattr("server.sync.push.save", failing)
    results = await sanne.push(good, bad)
    again = await sanne.push(good, bad)

    assert results == again == [{"status": "ok", "rev": "g1.1"}, {"status": "held", "reason": "failed"}]
    assert [held["set"] for held in await sanne.held()] == [{"text": "slecht"}]
    phone = await device_of(cast.sanne)
    await phone.full()
    assert [record["fields"]["text"] for record in phone.all("goal")] == ["goed"]


@pytest.mark.row("F105")
async def test_two_devices_edit_the_same_fields_and_every_word_is_kept(
    cast: Cast, bram: Device, device_of: DeviceOf
) -> None:
    logboek = mutation("logboek", {"depth": "begin"}, scope=own(cast.bram))
    await bram.push(logboek)
    tablet = await device_of(cast.bram)
    await tablet.full()

    await bram.push(over(bram.records[logboek["id"]], {"depth": "op de telefoon", "mood": 4}))
    await tablet.push(over(tablet.records[logboek["id"]], {"depth": "op de tablet", "energy": "full"}))
    await bram.full()

    for device in (bram, tablet):
        record = device.records[logboek["id"]]
        assert record["fields"] == {"depth": "op de telefoon", "mood": 4, "energy": "full"}
        assert [sibling["set"] for sibling in record["siblings"]] == [{"depth": "op de tablet"}]


@pytest.mark.sqlite
async def test_a_full_disk_is_told_and_nothing_is_half_taken(cast: Cast, sanne: Device) -> None:
    await sanne.sync()
    small = mutation("goal", {"text": "klein"}, scope=own(cast.sanne))
    large = mutation("goal", {"text": "groot", "x": "x" * 500_000}, scope=own(cast.sanne))
    pages = (await db.write(lambda: db.rows("PRAGMA page_count")))[0]["page_count"]

    await db.write(lambda: db.rows(f"PRAGMA max_page_count = {pages + 8}"))
    full = await sanne.http.post("/api/sync", json=sanne.body(small, large))
    held = await sanne.held()
    await db.write(lambda: db.rows("PRAGMA max_page_count = 1000000"))
    results = await sanne.push(small, large)

    assert (full.status_code, full.json()["error"]) == (507, "storage_full")
    assert held == []
    assert [result["status"] for result in results] == ["ok", "ok"]


@pytest.mark.parametrize("strange", ["x", "x" * 400, "%00", "%ff", "0198f2c1-0000-7000-8000-000000000001x"])
async def test_an_address_that_names_nothing_is_not_found(cast: Cast, sanne: Device, strange: str) -> None:
    history = await sanne.http.get(f"/api/history/{strange}")
    held = await sanne.http.delete(f"/api/held/{strange}")

    assert (history.status_code, history.json()["error"]) == (404, "not_found")
    assert (held.status_code, held.json()["error"]) == (404, "not_found")


async def test_a_held_draft_is_thrown_away_by_the_mid_it_was_sent_with(cast: Cast, sanne: Device) -> None:
    await sanne.push(mutation("goal", {"text": "typed", "state": "no"}, scope=own(cast.sanne)) | {"mid": "m" * 90})

    response = await sanne.http.delete("/api/held/" + "m" * 90)

    assert response.status_code == 204
    assert await sanne.held() == []


async def test_more_names_than_a_statement_can_take(cast: Cast, sanne: Device) -> None:
    goal = mutation("goal", {"text": "een"}, scope=own(cast.sanne), resolves=[str(n) for n in range(40_000)])

    [result] = await sanne.push(goal, cursors={f"self:{n}": n for n in range(40_000)})

    assert result["status"] == "ok"
