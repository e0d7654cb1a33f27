"""What SYNC.md §5 promises, looked for by searching for words in screens, disks, answers and tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.crossing import pages
from tests.crossing.network import Json
from tests.crossing.words import words_in
from tests.simulation.oracle import checksum, content_of, visible
from tests.simulation.readers import readable
from tests.simulation.tables import Tables
from tests.sync.device import fits

if TYPE_CHECKING:
    from tests.crossing.world import Device, World


LEASE = 14 * 86_400_000
RELATIONS = ("membership", "coach_seat", "mentoring", "appointment")


def after_answer(world: World, device: Device, text: str, before: Tables, after: Tables) -> set[str]:
    """I2, I4, I11 of what the server has just said and done. The ids that its reader can see now."""
    seen = visible(after, device.who)
    answer = fits("answer", json.loads(text))
    hidden = words_in(answer) - words_in(*seen.values())
    assert not hidden, f"I2: {device.name} is told {hidden}"
    for mid, result in answer["results"].items():
        first = world.answers.setdefault((device.who, mid), result)
        assert first == result, f"I4: {mid} was answered {first} and now {result}"
    _as_seen(world, device, before, after)
    return set(seen)


def _as_seen(world: World, device: Device, before: Tables, after: Tables) -> None:
    """I11: what was shared just now is no more than its author saw when it left."""
    known = {(row["record"], row["version"]) for row in before["revision"]}
    for row in after["revision"]:
        told = row["outcome"] in ("ok", "merged") and not row["scope"].startswith("self:")
        shared = row["mid"] in world.shared and row["author"] == device.who
        if told and shared and (row["record"], row["version"]) not in known:
            beside = words_in(row["set"]) - world.shared[row["mid"]]
            assert not beside, f"I11: {device.name} shares {beside}"


def to_be_shared(world: World, screen: Json, beside: list[Json]) -> None:
    """What its author has seen, from the tap on, of what waits to be shared; it may grow until it leaves.

    What they are typing in it goes along, also in another page.
    """
    shown = {record["id"]: words_in(record["fields"]) for record in screen["records"]}
    for field in [field for page in (screen, *beside) for field in page["typing"]]:
        shown.get(field["id"], set()).update(words_in(field["text"]))
    for row in screen["outbox"]:
        shares = not row["mutation"].get("scope", "self:").startswith("self:")
        if not shares:
            world.shared.pop(row["mid"], None)
        elif "base" in row["mutation"] and not row["sent"] and row["id"] in shown:
            world.shared.setdefault(row["mid"], set()).update(shown[row["id"]])


def leased(world: World, device: Device, screen: Json) -> None:
    """I2: after two weeks without contact, by its own clock, a device shows nothing that others wrote."""
    if world.server.ms + device.browser.skew <= device.browser.contact + LEASE:
        return
    others = [record for record in screen["records"] if record["rev"] and record["author"] != device.who]
    typed = [row["mutation"]["set"] for row in screen["outbox"]] + [field["text"] for field in screen["typing"]]
    hidden = words_in(*(record["fields"] for record in others)) - words_in(*typed)
    assert not hidden, f"I2: {device.name} still shows {hidden}, though its lease is over"


def on_screen(screen: Json) -> dict[str, str]:
    """Each word that can be seen, and the record in which it is seen."""
    found: dict[str, str] = {}
    for record in screen["records"]:
        found |= dict.fromkeys(words_in(record["fields"], record["siblings"]), record["id"])
    for some in (screen["typing"], screen["held"]):
        for one in some:
            found |= dict.fromkeys(words_in(one.get("text"), one.get("set"), one.get("added")), one["id"])
    return found


def stays(world: World, device: Device, before: Json, after: Json) -> None:
    """I6: an own word stays on the screen, unless somebody took it away or its record is no longer one's to see."""
    if after["person"] != before["person"]:
        return  # signed out, which can be seen
    was, now, words = on_screen(before), on_screen(after), world.words
    lost = (was.keys() & words.of(device.who)) - now.keys() - words.removed - words.elsewhere - words.given_up
    lost -= _beneath_typing(world, device, after) | _held_for(world, device) if lost else set()
    if not lost:
        return
    seen = [visible(world.server.tables(), device.who).keys(), *device.browser.snapshots[-10:]]
    gone = {word for word in lost if all(was[word] in ids for ids in seen)}
    assert not gone, f"I6: {gone} vanished from the screen of {device.name}"


def _beneath_typing(world: World, device: Device, screen: Json) -> set[str]:
    """What came in under a field in which somebody types: it is joined with what they type when they pause."""
    rows = world.keeps(device).get(f"maatje-{device.who}", {}).get("confirmed", [])
    typed = {field["id"] for field in screen["typing"]}
    return words_in(*(row["fields"] for row in rows if row["id"] in typed))


def _held_for(world: World, device: Device) -> set[str]:
    """A version that waited where the record has left becomes a held draft; the next request fetches it."""
    rows = world.server.tables()["held"]
    return words_in(*(row["set"] for row in rows if row["person"] == device.who))


def can_be_handed_in_again(world: World, device: Device, before: Json) -> None:
    """I9: what has left the outbox is in the sent-box, or did not arrive, for as long as its record is here."""
    left = [row for row in before["outbox"] if row["sent"] and row["id"] not in world.erased]
    base = world.keeps(device).get(f"maatje-{device.who}", {}) if left else {}
    kept = {row["mid"] for name in ("outbox", "sent", "held") for row in base.get(name, [])}
    here = {row["id"] for row in base.get("confirmed", [])}
    gone = {row["mid"] for row in left if row["id"] in here} - kept
    assert not gone, f"I9: {device.name} could not hand in {gone} again"


def stays_hidden(before: Tables, after: Tables) -> None:
    """I9: what was ended, taken back or erased since the backup stays so, and nobody sees again what they did not."""
    known = {row["id"] for row in before["record"]}
    for person in before["person"]:
        again = visible(after, person["id"]).keys() & known - visible(before, person["id"]).keys()
        assert not again, f"I9: after a restore {person['name']} sees {again} again"
    own = {row["id"]: row["scope"] for row in before["record"] if row["scope"].startswith("self:")}
    shared = {row["id"] for row in after["record"] if row["scope"] != own.get(row["id"], row["scope"])}
    assert not shared, f"I9: a restore shares {shared} again"
    for relation in RELATIONS:
        begun = {row["id"] for row in before[relation]} - {row["id"] for row in before.active(relation)}
        again = begun & {row["id"] for row in after.active(relation)}
        assert not again, f"I9: a restore gives the {relation} {again} again"
    revoked = {row["token_hash"] for row in before["login"] if row["ended_why"] == "revoked"}
    told = {row["token_hash"] for row in after["login"] if row["ended_why"] == "revoked"}
    assert revoked <= told, "I9: a phone that was signed out from elsewhere is not told so after a restore"
    assert {row["id"] for row in before["erased"]} <= {row["id"] for row in after["erased"]}, "I9: erased, and back"


def after_turn(world: World, device: Device) -> None:
    """I2: a device that has just finished keeps nothing that its person may not see, save in what they wrote."""
    tables, base = world.server.tables(), world.keeps(device).get(f"maatje-{device.who}", {})
    scopes, seen = readable(tables, device.who), visible(tables, device.who)
    past = [row["set"] for row in tables["revision"] if row["scope"] in scopes and row["record"] in seen]
    may = words_in(*seen.values(), *past) | world.words.of(device.who)
    hidden = _read(base) - may
    assert not hidden, f"I2: {device.name} keeps {hidden}"
    stray = {row["scope"] for row in base.get("confirmed", [])} - scopes
    assert not stray, f"I2: {device.name} keeps records of {stray}"
    left = world.words_on(device) & world.words.erased
    assert not left, f"I10: {left} was erased and is on {device.name}"


async def erased(world: World) -> None:
    """I10: no table has a word of what was erased."""
    left = await world.server.words() & world.words.erased
    assert not left, f"I10: {left} was erased and is in a table"


def after_signing_out(world: World, device: Device) -> None:
    """I2: nothing is left of what others wrote, on the disk and in any page."""
    hidden = _read(world.keeps(device).get(f"maatje-{device.who}", {})) - world.words.of(device.who)
    assert not hidden, f"I2: {device.name} keeps {hidden} after its login was ended"
    for page in world.beside(device):
        left = on_screen(world.screen(page))
        assert not left, f"I2: {page.name} still shows {left} after the login was ended on {device.name}"


def _read(base: Json) -> set[str]:
    """The words on a disk that were read there: all but what was typed, in drafts, outbox and held."""
    typed = [text for name in ("outbox", "held") for row in base.get(name, []) for text in _set(row).values()]
    over = [row["over"] for row in base.get("drafts", []) if row["over"] not in typed]
    fields = [row["baseFields"] or {} for row in base.get("outbox", [])]
    under = [[value for one in fields for value in one.values() if value not in typed], over]
    return words_in(*(base.get(name) for name in ("confirmed", "sent", "meta")), *under)


def _set(row: Json) -> Json:
    fields: Json = row["mutation"]["set"] if "mutation" in row else row["set"]
    return fields


def current(tables: Tables) -> set[str]:
    """What people can find on the server: in records, in versions that wait, and in what did not arrive."""
    rows = [row["data"] for row in tables["record"]]
    return words_in(*rows, *(row["set"] for name in ("sibling", "held") for row in tables[name]))


def stored(tables: Tables) -> set[str]:
    """Every word that the server keeps, also in old revisions."""
    return current(tables) | words_in(*(row["set"] for row in tables["revision"]))


def present(world: World) -> set[str]:
    """Every word that anything holds: the server's tables, and whatever is on the disks of the devices."""
    return stored(world.server.tables()).union(*map(world.words_on, world.disks()))


def at_hand(world: World) -> set[str]:
    """What devices can hand in once more: what was typed there, sent or not. What was only read is no copy of it."""
    found: set[str] = set()
    for device in world.disks():
        keeps = world.keeps(device)
        base = {} if device.browser.clearing else keeps.get(f"maatje-{device.who}", {})
        queued = [row["mutation"] for store in ("outbox", "sent") for row in base.get(store, [])]
        found |= words_in(*queued, *base.get("drafts", []), *base.get("held", []), keeps["localStorage"])
    return found


def kept(world: World) -> None:
    """I1: no word that was once on a disk is nowhere."""
    lost = world.words.wanted() - present(world)
    assert not lost, f"I1: {lost} is lost"


def goes_with_what_is_erased(world: World) -> None:
    """Every word of those records, on the server and wherever somebody was still writing in one of them."""
    if not world.erased:
        return
    found = _about(world.erased, *world.server.tables().rows.values())
    for device in world.disks():
        found |= _about(world.erased, *world.keeps(device).get(f"maatje-{device.who}", {}).values())
        for page in world.beside(device):
            found |= _about(world.erased, world.screen(page)["typing"])
    world.words.erased |= found
    world.words.removed |= found


def _about(ids: set[str], *stores: list[Json]) -> set[str]:
    rows = [row for rows in stores if isinstance(rows, list) for row in rows if isinstance(row, dict)]
    return words_in(*(row for row in rows if row.get("id") in ids or row.get("record") in ids))


def in_the_end(world: World) -> None:
    """I1, I3, I4, I7, when all is quiet."""
    tables = world.server.tables()
    for device in world.disks():
        screen = world.screen(device)
        assert not screen["outbox"], f"I7: {device.name} never gets rid of {screen['outbox']}"
        _same(world, device, tables)
    pages.agree(world)
    lines = [(row["record"], row["author"], row["mid"]) for row in tables["revision"] if row["mid"]]
    assert len(lines) == len(set(lines)), "I4: a mutation was done twice"
    assert not tables["difference"], "I2: the two checks disagreed"
    kept(world)
    back = world.words.erased & present(world)
    assert not back, f"I10: {back} was erased, and is there"
    _not_buried(world, tables)


def at_rest(world: World, device: Device) -> None:
    """I3, I4, I7 of one device that has just said all and heard all."""
    tables = world.server.tables()
    assert not world.screen(device)["outbox"], f"I7: {device.name} never gets rid of it"
    _same(world, device, tables)
    lines = [(row["record"], row["author"], row["mid"]) for row in tables["revision"] if row["mid"]]
    assert len(lines) == len(set(lines)), "I4: a mutation was done twice"


def _not_buried(world: World, tables: Tables) -> None:
    """I1, more strictly: a word that nobody took away is where people can find it, and not in old revisions alone."""
    own = [screen["held"] for screen in map(world.screen, world.devices.values())]
    buried = world.words.wanted() - current(tables) - words_in(*own)
    assert not buried, f"I1: {buried} can only be found in old revisions"


def _same(world: World, device: Device, tables: Tables) -> None:
    """I3: the device holds what its person may see, as it is."""
    base = world.keeps(device)[f"maatje-{device.who}"]
    here = {row["id"]: {key: row[key] for key in row if key != "round"} for row in base["confirmed"]}
    there = visible(tables, device.who)
    assert here.keys() == there.keys(), f"I3: {device.name} differs in {here.keys() ^ there.keys()}"
    for id, row in there.items():
        assert here[id] == row, f"I3: {device.name} holds {here[id]} for {row}"
    for row in tables["scope"]:
        revs = content_of(tables, row["name"])
        assert (row["count"], row["sum"]) == (len(revs), checksum(revs)), f"I3: the checksum of {row['name']}"
    held = {row["mid"] for row in base["held"] if not row["here"]}
    own = {row["mid"] for row in tables["held"] if row["person"] == device.who}
    assert held == own, f"I8: {device.name} shows {held ^ own} wrongly as not arrived"
