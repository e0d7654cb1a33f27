"""I6 as far as a server can keep it: a word that is shown stays before somebody's eyes until a person takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.device import Device, Json
from tests.simulation.oracle import visible
from tests.simulation.tables import Tables
from tests.simulation.words import words_in

if TYPE_CHECKING:
    from tests.simulation.world import World


def stays(world: World, before: Tables, after: Tables) -> None:
    """What a record showed, in its fields or in a version that waits, it shows still, or its author has it back."""
    held = words_in(*(row["set"] for row in after["held"]))
    now = {row["id"]: _shown_by(row["id"], after) for row in after["record"]}
    for row in before["record"]:
        gone = _shown_by(row["id"], before) - now.get(row["id"], set()) - held - world.words.removed
        assert not gone, f"I6: {sorted(gone)} vanished from a {row['kind']}"


def arrives(world: World, device: Device, body: Json, results: Json, after: Tables) -> None:
    """What was taken in just now is shown to whoever typed it."""
    seen, held = visible(after, device.person), words_in(*(row["set"] for row in after["held"]))
    for mutation in body["mutations"]:
        status = results.get(mutation["mid"], {}).get("status", "held")
        if status == "held" or (device.person, mutation["mid"]) in world.answers or mutation["id"] not in seen:
            continue
        new = {word for word in words_in(mutation["set"]) if word in world.words.wanted()}
        gone = new - _shown_by(mutation["id"], after) - held
        assert not gone, f"I6: {sorted(gone)} was taken in ({status}) and is shown nowhere"


def follows(before: Tables, after: Tables) -> None:
    """What belongs to a record of the same author is shared with it, and taken back with it."""
    lay = {row["id"]: row["scope"] for row in before["record"]}
    lies = {row["id"]: (row["scope"], row["author"]) for row in after["record"]}
    for row in after["record"]:
        scope, author = lies.get(row["parent"], (row["scope"], row["author"]))
        moved = author == row["author"] and lay.get(row["parent"], scope) != scope
        if moved or not row["scope"].startswith("self:"):
            assert row["scope"] == scope, f"I11: a {row['kind']} stayed behind in {row['scope']}"


def _shown_by(id: str, tables: Tables) -> set[str]:
    row = tables.record(id)
    siblings = [s["set"] for s in tables["sibling"] if s["record"] == id]
    return words_in(row["data"] if row else "", *siblings)
