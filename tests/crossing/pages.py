"""What the pages of one device owe each other: they show the same, which is what is on their disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.crossing.world import Device, World

KEYS = {"records": "id", "outbox": "mid", "held": "mid"}


def agree(world: World) -> None:
    """I3, save where somebody is typing, and for what a page that was killed had no time to say."""
    for device in world.disks():
        aware = [page for page in world.beside(device) if not page.unaware]
        for other in aware[1:]:
            _agree(world, aware[0], other)


def _agree(world: World, first: Device, other: Device) -> None:
    one, two = world.screen(first), world.screen(other)
    if one["person"] != two["person"]:
        return  # one of them is still to sign in
    drafts = world.keeps(first).get(f"maatje-{first.who}", {}).get("drafts", [])
    typed = {row["id"] for row in [*one["typing"], *two["typing"], *drafts]}
    for name, key in KEYS.items():
        here, there = ({row[key]: row for row in screen[name] if row["id"] not in typed} for screen in (one, two))
        sides = [(here.get(it), there.get(it)) for it in here.keys() | there.keys() if here.get(it) != there.get(it)]
        assert not sides, f"I3: {first.name} and {other.name} differ in {name}: {sides}"
