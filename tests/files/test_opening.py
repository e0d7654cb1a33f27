"""A file is opened by who sent it and by who reads a record that rightly names it, as long as that is so."""

import pytest

from server import db
from server.people.models import CoachSeat
from server.permissions import changes
from server.records.files import Naming
from tests.files.conftest import PhoneOf
from tests.files.phone import Phone, photo, under
from tests.files.samples import PIECE, jpeg, sha256, webm
from tests.people import Cast
from tests.sync.device import after, mutation, over
from tests.sync.places import coaching, own

PHOTO = jpeg()
HASH = sha256(PHOTO)
KEY = "file.a"


@pytest.mark.row("F11")
async def test_whoever_reads_the_logboek_opens_its_photo_and_nobody_else(
    cast: Cast, bram: Phone, phone_of: PhoneOf
) -> None:
    readers = {name: await phone_of(getattr(cast, name)) for name in ("senna", "cora", "joris", "sanne", "lot", "ada")}
    logboek = await bram.write(cast, "bram", a=photo(PHOTO))
    await bram.send(PHOTO)
    before = {name for name, phone in readers.items() if await phone.reads(HASH)}
    await bram.hand_in(cast, logboek)
    after = {name for name, phone in readers.items() if await phone.reads(HASH)}

    assert before == set()
    assert after == {"senna", "cora"}
    assert await bram.reads(HASH)


@pytest.mark.row("F11")
async def test_a_logboek_that_is_taken_back_closes_its_photo_for_the_others_at_once(
    cast: Cast, bram: Phone, cora: Phone
) -> None:
    logboek = await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await bram.send(PHOTO)
    shared = await cora.reads(HASH)
    await bram.take_back(cast, logboek)

    assert (shared, await cora.reads(HASH), await bram.reads(HASH)) == (True, False, True)


@pytest.mark.row("F11")
async def test_an_ended_role_closes_the_photo_at_once(cast: Cast, bram: Phone, phone_of: PhoneOf) -> None:
    senna = await phone_of(cast.senna)
    await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await bram.send(PHOTO)
    before = await senna.reads(HASH)
    await db.write(lambda: end_everything_of_senna(cast))

    assert (before, await senna.reads(HASH)) == (True, False)


async def test_a_second_coach_opens_it_until_their_seat_ends(cast: Cast, bram: Phone, phone_of: PhoneOf) -> None:
    seat = await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    joris = await phone_of(cast.joris)
    await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await bram.send(PHOTO)
    before = await joris.reads(HASH)
    await db.write(lambda: changes.end_seat(seat.id))

    assert isinstance(seat, CoachSeat)
    assert (before, await joris.reads(HASH)) == (True, False)


@pytest.mark.row("F11")
async def test_naming_the_hash_of_another_is_no_way_to_read_it(cast: Cast, bram: Phone, joris: Phone) -> None:
    """The attack: whoever learns a hash writes it into a record of their own."""
    await bram.write(cast, "bram", a=photo(PHOTO))
    await bram.send(PHOTO)
    stolen = await joris.write(cast, "joris", a=photo(PHOTO))

    assert stolen["fields"][KEY]["hash"] == HASH
    assert not await joris.reads(HASH)


async def test_nor_is_sending_a_part_of_it_or_other_bytes_under_its_name(cast: Cast, bram: Phone, joris: Phone) -> None:
    voice = webm(2 * PIECE)
    await bram.send(voice)
    await joris.write(cast, "joris", a=photo(voice))
    await joris.put(sha256(voice), 0, 2, b"x" * PIECE)
    part = await joris.reads(sha256(voice))
    answered = await joris.put(sha256(voice), 1, 2, b"x" * PIECE)

    assert answered.json()["error"] == "hash_wrong"
    assert (part, await joris.reads(sha256(voice))) == (False, False)


async def test_nor_handing_in_what_names_it_so_that_a_friend_may_look(
    cast: Cast, bram: Phone, joris: Phone, cora: Phone
) -> None:
    await bram.send(PHOTO)
    logboek = await joris.write(cast, "joris", a=photo(PHOTO))
    await joris.push(over(logboek, {}, scope=f"coaching:{cast.other_coaching.id}"))
    await cora.full()

    assert logboek["id"] in cora.records
    assert not await cora.reads(HASH)


async def test_a_name_given_before_its_bytes_were_sent_counts_from_when_they_are(
    cast: Cast, bram: Phone, cora: Phone
) -> None:
    await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    before = await cora.reads(HASH)
    await bram.send(PHOTO)

    assert (before, await cora.reads(HASH)) == (False, True)


async def test_who_read_it_when_naming_it_passes_it_on_and_that_lasts(
    cast: Cast, bram: Phone, cora: Phone, phone_of: PhoneOf
) -> None:
    """A co-coach who takes over a photo into a logboek of their own had a right to do so."""
    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    joris = await phone_of(cast.joris)
    await bram.send(PHOTO)
    logboek = await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    taken_over = await joris.write(cast, "joris", a=photo(PHOTO))
    await joris.push(over(taken_over, {}, scope=coaching(cast)))
    await bram.take_back(cast, logboek)

    assert await cora.reads(HASH)
    assert await joris.reads(HASH)


async def test_whoever_words_the_description_of_what_was_smuggled_in_does_not_vouch_for_it(
    cast: Cast, bram: Phone, phone_of: PhoneOf
) -> None:
    """Joris puts the hash of a photo that Bram keeps to himself into a logboek that both write. Bram, tidying up,
    writes a description under it: that must not open his photo to Joris."""
    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    joris = await phone_of(cast.joris)
    await bram.send(PHOTO)
    fields = {"mood": 4, "coaches": [str(cast.bram.id), str(cast.joris.id)]}
    ours = mutation("logboek", fields, scope=own(cast.bram))
    await bram.push(ours, after(ours, {}, scope=coaching(cast)))
    await joris.full()
    await joris.push(over(joris.records[ours["id"]], under({"a": photo(PHOTO)})))
    await bram.full()
    [answer] = await bram.push(over(bram.records[ours["id"]], under({"a": photo(PHOTO, about="de poster")})))

    assert answer["status"] == "ok"
    assert not await joris.reads(HASH)


async def test_a_photo_that_was_removed_cannot_be_put_back_by_who_may_not_have_it(
    cast: Cast, bram: Phone, phone_of: PhoneOf
) -> None:
    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    joris = await phone_of(cast.joris)
    await bram.send(PHOTO)
    fields = {"mood": 4, "coaches": [str(cast.bram.id), str(cast.joris.id)]} | under({"a": photo(PHOTO)})
    ours = mutation("logboek", fields, scope=own(cast.bram))
    await bram.push(ours, after(ours, {}, scope=coaching(cast)))
    shown = await joris.reads(HASH)
    await bram.push(over(bram.records[ours["id"]], {KEY: None}))
    removed = await joris.reads(HASH)
    await joris.full()
    [answer] = await joris.push(over(joris.records[ours["id"]], under({"a": photo(PHOTO)})))

    assert answer["status"] == "ok"
    assert (shown, removed, await joris.reads(HASH)) == (True, False, False)


async def test_a_deleted_logboek_closes_its_photo_and_bringing_it_back_opens_it(
    cast: Cast, bram: Phone, cora: Phone
) -> None:
    logboek = await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await bram.send(PHOTO)
    [gone] = await bram.push(over(logboek, {"deleted": True}))
    closed = await cora.reads(HASH)
    await bram.push(over(bram.records[logboek["id"]], {"mood": 3} | under({"a": photo(PHOTO)})))

    assert gone["status"] == "ok"
    assert (closed, await cora.reads(HASH)) == (False, True)


async def test_a_photo_in_a_version_that_waits_for_a_choice_is_open_to_who_has_to_choose(
    cast: Cast, bram: Phone, phone_of: PhoneOf
) -> None:
    tablet, cora = await phone_of(cast.bram), await phone_of(cast.cora)
    logboek = await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await tablet.full()
    other = jpeg(640, 480)
    await bram.push(over(logboek, under({"a": photo(PHOTO, about="een")})))
    [answer] = await tablet.push(over(tablet.records[logboek["id"]], under({"a": photo(other)})))
    await bram.send(PHOTO)
    await bram.send(other)
    waiting = await cora.reads(sha256(other))
    await bram.full()
    settled = over(
        bram.records[logboek["id"]], {"mood": 4}, resolves=[bram.records[logboek["id"]]["siblings"][0]["mid"]]
    )
    await bram.push(settled)

    assert answer["status"] == "conflict"
    assert (waiting, await cora.reads(sha256(other)), await cora.reads(HASH)) == (True, False, True)


async def test_what_the_history_tells_of_opens_nothing(cast: Cast, bram: Phone, cora: Phone) -> None:
    logboek = await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await bram.send(PHOTO)
    await bram.push(over(logboek, {KEY: None}))
    told = (await cora.http.get(f"/api/history/{logboek['id']}")).json()["revisions"]

    assert HASH in str(told)
    assert not await cora.reads(HASH)


async def test_a_file_key_of_another_kind_names_nothing(cast: Cast, bram: Phone, phone_of: PhoneOf) -> None:
    """The server keeps keys that it does not know; only where a schema says so are they files."""
    sanne = await phone_of(cast.sanne)
    await sanne.send(PHOTO)
    goal = mutation("goal", {"text": "x"} | under({"a": photo(PHOTO)}), scope=own(cast.sanne))
    [answer] = await sanne.push(goal)

    assert answer["status"] == "ok"
    assert await db.read(lambda: Naming.all().count()) == 0


async def test_the_second_check_is_asked_too(
    cast: Cast, bram: Phone, cora: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nobody(*_: object) -> bool:
        return False

    await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await bram.send(PHOTO)
    before = await cora.reads(HASH)
    monkeypatch.setattr("server.permissions.opening.may_see", nobody)

    assert (before, await cora.reads(HASH)) == (True, False)


@pytest.mark.row("F11")
async def test_a_file_is_never_shown_as_a_page(bram: Phone) -> None:
    """Even one whose picture holds a script: the type is ours, nobody sniffs, and a tab offers it for saving."""
    polyglot = jpeg(scan=b"<!doctype html><script>alert(document.cookie)</script>")
    await bram.send(polyglot)
    headers = (await bram.open(sha256(polyglot))).headers

    assert headers["content-type"] == "image/jpeg"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-disposition"].startswith("attachment")
    assert "sandbox" in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-", 206, slice(0, None)),
        ("bytes=0-0", 206, slice(0, 1)),
        (f"bytes={PIECE - 2}-{PIECE + 1}", 206, slice(PIECE - 2, PIECE + 2)),
        (f"bytes={PIECE}-", 206, slice(PIECE, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=5-99999999", 206, slice(5, None)),
        ("bytes=-99999999", 206, slice(0, None)),
        ("bytes=9999999-", 200, slice(0, None)),
        ("bytes=7-3", 200, slice(0, None)),
        ("bytes=-0", 200, slice(0, None)),
        ("bytes=-", 200, slice(0, None)),
        ("bytes=0-1,4-5", 200, slice(0, None)),
        ("bytes=x-y", 200, slice(0, None)),
        ("lines=0-1", 200, slice(0, None)),
        ("bytes=0-" + "9" * 5000, 200, slice(0, None)),
    ],
)
async def test_a_player_jumps_about_in_a_voice_note(bram: Phone, asked: str, status: int, part: slice) -> None:
    voice = webm(2 * PIECE + 77)
    await bram.send(voice)
    answered = await bram.open(sha256(voice), range=asked)

    assert (answered.status_code, answered.content == voice[part]) == (status, True)
    assert int(answered.headers["content-length"]) == len(voice[part])


async def end_everything_of_senna(cast: Cast) -> None:
    for row in await db.rows("SELECT id FROM mentoring WHERE senior_id = ?", [str(cast.senna.id)]):
        await changes.end_mentoring(row["id"])
