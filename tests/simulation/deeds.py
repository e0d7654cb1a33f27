"""Whether what a request did was the person's to do, and whether what it showed was what they saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.device import Device, Json
from tests.simulation.oracle import visible
from tests.simulation.readers import coaches, coordinates, readable
from tests.simulation.tables import Row, Tables
from tests.simulation.words import words_in
from tests.sync.device import fits

if TYPE_CHECKING:
    from tests.simulation.world import World


def allowed(person: str, before: Tables, after: Tables) -> None:
    """I8: nobody but its author writes, moves or deletes a record, save by a row of the table."""
    was = {row["id"]: row for row in before["record"]}
    for row in after["record"]:
        old = was.get(row["id"])
        if old is None:
            assert row["author"] == person, f"I8: {row['kind']} was made in another's name"
            assert row["scope"] in readable(after, person), f"I8: {row['kind']} was put where its author reads nothing"
        elif row != old:
            _change(person, old, row, before)


def _change(person: str, old: Row, new: Row, before: Tables) -> None:
    assert new["author"] == old["author"], "I8: the author changed"
    assert old["scope"] in readable(before, person), f"I8: a hidden {old['kind']} was written to"
    assert not _is_closed(old, before), "I8: a logboek that was reviewed has changed"
    if old["author"] == person:
        return
    assert new["scope"] == old["scope"], f"I8: another's {old['kind']} was moved"
    assert new["deleted"] == old["deleted"], f"I8: another's {old['kind']} was deleted"
    assert _may_edit(person, old, before), f"I8: another's {old['kind']} was edited"


def _may_edit(person: str, row: Row, tables: Tables) -> bool:
    kind, _, subject = row["scope"].partition(":")
    if (row["kind"], kind) == ("session", "agenda"):
        return coaches(tables, person, subject) or coordinates(tables, person, subject)
    return (row["kind"], kind) == ("logboek", "coaching") and person in row["data"].get("coaches", [])


def _is_closed(row: Row, tables: Tables) -> bool:
    """A review in the same place says that it is finished."""
    return row["kind"] == "logboek" and any(
        r["kind"] == "review"
        and r["scope"] == row["scope"]
        and not r["deleted"]
        and (r["data"].get("logboek"), r["data"].get("state")) == (row["id"], "done")
        for r in tables["record"]
    )


def as_seen(shared: dict[str, Json], person: str, before: Tables, after: Tables) -> None:
    """I11: what was shared just now is what its author saw, and nothing older, newer or beside it."""
    known = {(row["record"], row["version"]) for row in before["revision"]}
    for row in after["revision"]:
        new = (row["record"], row["version"]) not in known
        if new and row["mid"] in shared and row["author"] == person and _moved(row, after):
            assert row["set"] == shared[row["mid"]], f"I11: {shared[row['mid']]} was seen, {row['set']} is shared"


def _moved(row: Row, tables: Tables) -> bool:
    """Whether the version before lay somewhere else. What follows its parent was not shared by itself."""
    earlier = [r for r in tables["revision"] if r["record"] == row["record"] and r["version"] < row["version"]]
    lay = max(earlier, key=lambda r: int(r["version"]), default=row)["scope"]
    return bool(lay != row["scope"] and row["outcome"] != "moved")


def histories(world: World, device: Device, tables: Tables) -> None:
    """I2, I11: the past of a record is its author's; a reader is told what was shared with them, and later."""
    seen = visible(tables, device.person)
    others = [row for row in tables["record"] if row["author"] not in (device.person, None)]
    logboeken = [row for row in others if row["kind"] == "logboek" and row["id"] in seen]
    hidden = [row for row in others if row["id"] not in seen]
    for row in logboeken[-2:] + hidden[-1:]:
        response = world.call(device, "GET", f"/api/history/{row['id']}")
        if row["id"] not in seen:
            assert response.status_code == 404, "I2: the history of a hidden record"
            continue
        extra = words_in(fits("history", response.json())["revisions"]) - _told(row, tables)
        assert not extra, f"I11: history tells {extra}"


def _told(row: Row, tables: Tables) -> set[str]:
    """Words that were in a logboek when it came here, or came later."""
    lines = [line for line in tables["revision"] if line["record"] == row["id"]]
    moved_by = next(by.partition(" ")[2] for by, keys in row["field_rev"].items() if "scope" in keys)
    came = next(line["version"] for line in lines if line["mid"] == moved_by)
    return words_in(*(line["set"] for line in lines if line["version"] >= came))
