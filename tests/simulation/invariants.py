"""What SYNC.md §5 promises, looked for after each step: by searching for words, and by asking the oracle."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import httpx2

from tests.simulation import deeds, shown
from tests.simulation.device import Device, Json
from tests.simulation.oracle import checksum, content_of, visible
from tests.simulation.readers import readable
from tests.simulation.tables import Tables
from tests.simulation.words import words_in
from tests.sync.device import fits

if TYPE_CHECKING:
    from tests.simulation.world import World


def after_request(
    world: World, device: Device, body: Json, response: httpx2.Response, before: Tables, after: Tables
) -> Json:
    """Everything that can be said right after the server has answered."""
    assert response.status_code == 200, response.text
    answer = fits("answer", response.json())
    _hidden(device.person, answer, after)
    _lent(answer)
    assert not (answer["stale"] and answer["results"]), "I9: a stale request was taken before it was made ready"
    _travels_along(device.person, body, answer, after)
    _checked(answer, after)
    shown.stays(world, before, after)
    shown.arrives(world, device, body, answer["results"], after)
    shown.follows(before, after)
    _once(world, device.person, answer, after)
    _in_order(before, after)
    deeds.allowed(device.person, before, after)
    deeds.as_seen(world.shared, device.person, before, after)
    _kept(world, after)
    return answer


def after_round(device: Device, seen: dict[str, Json]) -> None:
    """I2, I3, I5: a device that has finished holds what its person may see, that and nothing else, as it is."""
    assert not device.confirmed.keys() - seen.keys(), f"I2: {device.name} still holds what is hidden"
    assert not seen.keys() - device.confirmed.keys(), f"I5: {device.name} has missed a record"
    differing = [id for id, record in seen.items() if device.confirmed[id] != record]
    assert not differing, f"I3: {device.name} holds {device.confirmed[differing[0]]} for {seen[differing[0]]}"


def after_restore(world: World, before: Tables, after: Tables) -> None:
    """Answers that the backup does not know may be given anew; what no device keeps any more is gone."""
    known = {(row["person"], row["mid"]) for row in after["applied"]}
    world.answers = {key: answer for key, answer in world.answers.items() if key in known}
    cleared = {word for device in world.devices for word in device.given_up}
    world.given_up |= (stored(before) - stored(after)) & cleared


def in_the_end(world: World) -> None:
    """When all is quiet."""
    tables = world.tables()
    for device in world.devices:
        seen = visible(tables, device.person)
        after_round(device, seen)
        _mine(world, device, tables)
        deeds.histories(world, device, tables)
    lost = world.words.wanted() - stored(tables) - world.given_up
    assert not lost, f"I1: {sorted(lost)} came nowhere"
    assert not tables["difference"], "I2: the two checks disagreed"


def stored(tables: Tables) -> set[str]:
    """Every word that the server keeps: current, siblings, revisions, held."""
    rows = [row["data"] for row in tables["record"]]
    return words_in(*rows, *(row["set"] for name in ("sibling", "revision", "held") for row in tables[name]))


def _kept(world: World, tables: Tables) -> None:
    """I1. What was acknowledged is on the server, save where a device has yet to hear of a restore."""
    boxes = [typed.mutation["set"] for device in world.devices for typed in device.outbox.values()]
    for device in world.devices:
        if device.gen != world.gen:
            boxes += [typed.mutation["set"] for typed in device.sent.values()]
    lost = world.words.wanted() - stored(tables) - words_in(*boxes) - world.given_up
    assert not lost, f"I1: {sorted(lost)} lost"


def _hidden(person: str, answer: Json, tables: Tables) -> None:
    """I2: an answer tells of nothing that its reader may not see at that moment, and what it tells is so."""
    scopes, seen = readable(tables, person), visible(tables, person)
    told = {*answer["cursors"], *answer["check"], *answer["reset"], *(scope for scope, _ in answer["outs"])}
    assert told <= scopes, f"I2: told of {told - scopes}"
    assert not scopes & set(answer["drop"]), "I5: a scope was dropped that is granted"
    for record in answer["records"]:
        assert record["id"] in seen, f"I2: {record['kind']} in {record['scope']} is none of theirs"
        assert record == seen[record["id"]], f"I3: {record} is {seen[record['id']]}"
    assert words_in(answer) <= words_in(*seen.values()), "I2: an answer holds a hidden word"


def _lent(answer: Json) -> None:
    """I2: a device may show what others wrote for two weeks after it was answered, and not longer."""
    lasts = datetime.fromisoformat(answer["lease"]) - datetime.fromisoformat(answer["now"])
    assert lasts == timedelta(days=14), f"I2: lent for {lasts}"


def _travels_along(person: str, body: Json, answer: Json, tables: Tables) -> None:
    """I3: what was acknowledged comes with its acknowledgement, else it would be seen as it was before."""
    told = {one["id"] for one in body["mutations"] if "rev" in answer["results"].get(one["mid"], {})}
    missing = (told & visible(tables, person).keys()) - {record["id"] for record in answer["records"]}
    assert not missing, f"I3: {missing} was acknowledged and did not come along"


def digested(world: World, device: Device, scope: str) -> None:
    """I2, I3: the digest of a scope is that of its rows, and nothing at all to who does not read it."""
    told, tables = world.call(device, "POST", "/api/digest", {"scope": scope}), world.tables()
    if scope not in readable(tables, device.person):
        assert told.status_code == 404, f"I2: {device.name} is told of {scope}"
        return
    pairs = [list(pair) for pair in sorted(content_of(tables, scope).items())]
    assert told.json()["pairs"] == pairs, f"I3: the digest of {scope} is wrong"


def _checked(answer: Json, tables: Tables) -> None:
    """I3: count and sum are those of the rows."""
    for scope, check in answer["check"].items():
        revs = content_of(tables, scope)
        assert (check["count"], check["sum"]) == (len(revs), checksum(revs)), f"I3: the check of {scope} is wrong"


def _once(world: World, person: str, answer: Json, tables: Tables) -> None:
    """I4: the same answer for ever, and one line of history for each mutation and record."""
    for mid, result in answer["results"].items():
        first = world.answers.setdefault((person, mid), result)
        assert first == result, f"I4: {mid} was answered {first} and now {result}"
    lines = [(row["record"], row["author"], row["mid"]) for row in tables["revision"]]
    assert len(lines) == len(set(lines)), "I4: a mutation was done twice"


def _in_order(before: Tables, after: Tables) -> None:
    """I5: what is placed anew stands above everything that was there, each at a place of its own."""
    position = {row["name"]: row["position"] for row in before["scope"]}
    was = {(row["scope"], row["record"]): row["pos"] for row in before["placement"]}
    revs = {(row["scope"], row["record"]): (row["rev"], row["state"]) for row in before["placement"]}
    taken: set[tuple[str, int]] = set()
    for row in after["placement"]:
        pair = row["scope"], row["record"]
        moved = revs.get(pair) != (row["rev"], row["state"])
        assert not moved or row["pos"] > position.get(row["scope"], 0), f"I5: {pair} was slipped in below"
        assert moved or row["pos"] == was[pair], f"I5: {pair} jumped"
        assert (row["scope"], row["pos"]) not in taken, f"I5: two at one place of {row['scope']}"
        taken.add((row["scope"], row["pos"]))


def _mine(world: World, device: Device, tables: Tables) -> None:
    """I8: one reads one's own held drafts, all of them, and nobody else's."""
    told = fits("held", world.call(device, "GET", "/api/held").json())["held"]
    own = [row for row in tables["held"] if row["person"] == device.person]
    assert [row["mid"] for row in told] == [row["mid"] for row in own], "I8: not their held drafts"
