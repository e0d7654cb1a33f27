"""What nobody names goes in time, with its bytes; what somebody names stays; and who is erased is erased at once."""

from pathlib import Path

import pytest
from starlette.applications import Starlette

from server import clock, db
from server.files.clearing import clear, forget_person, forget_records, sweep
from server.records.files import Naming, Upload
from tests.conftest import Clock
from tests.files.conftest import PhoneOf, kept_in
from tests.files.phone import Phone, cut, photo, under
from tests.files.samples import PIECE, jpeg, sha256, webm
from tests.people import Cast
from tests.sync.device import mutation, over
from tests.sync.places import own

PHOTO = jpeg()
HASH = sha256(PHOTO)
KEY = "file.a"


@pytest.fixture
def tidied(app: Starlette, clock: Clock) -> "Tidied":
    return Tidied(app, clock)


class Tidied:
    def __init__(self, app: Starlette, clock: Clock) -> None:
        self.store, self.clock = app.state.files, clock

    async def after(self, days: float) -> None:
        self.clock.forward(days=days)
        while await db.write(lambda: clear(clock.now())):
            pass
        await sweep(self.store)


async def test_a_file_that_no_record_names_goes_after_thirty_days(
    cast: Cast, bram: Phone, tidied: Tidied, folder: Path
) -> None:
    await bram.send(PHOTO)
    await tidied.after(days=29)
    there = await bram.missing(HASH), len(kept_in(folder))
    await tidied.after(days=2)

    assert there == (None, 1)
    assert (await bram.missing(HASH), kept_in(folder)) == ("all", [])


async def test_a_file_that_a_record_names_stays_and_its_days_count_from_when_the_name_went(
    cast: Cast, bram: Phone, tidied: Tidied
) -> None:
    logboek = await bram.write(cast, "bram", a=photo(PHOTO))
    await bram.send(PHOTO)
    await tidied.after(days=100)
    named = await bram.reads(HASH)
    await bram.push(over(logboek, {KEY: None}))
    await tidied.after(days=29)
    lately = await bram.reads(HASH)
    await tidied.after(days=2)

    assert (named, lately, await bram.reads(HASH)) == (True, True, False)


async def test_a_file_in_a_draft_that_could_not_be_taken_in_stays(
    cast: Cast, bram: Phone, tidied: Tidied, joris: Phone
) -> None:
    """It is somebody's words, and the photo belongs to them."""
    held = mutation("logboek", {"mood": 4} | under({"a": photo(PHOTO)}), scope=own(cast.joris))
    [answer] = await bram.push(held)
    await bram.send(PHOTO)
    await tidied.after(days=100)
    there = await bram.reads(HASH)
    await bram.http.delete(f"/api/held/{held['mid']}")
    await tidied.after(days=1)

    assert answer["status"] == "held"
    assert (there, await bram.reads(HASH)) == (True, False)


async def test_a_name_given_without_a_right_keeps_nothing_alive(
    cast: Cast, bram: Phone, joris: Phone, tidied: Tidied, folder: Path
) -> None:
    await bram.send(PHOTO)
    await joris.write(cast, "joris", a=photo(PHOTO))
    await tidied.after(days=31)

    assert kept_in(folder) == []


async def test_what_is_unfinished_goes_seven_days_after_its_last_piece(
    bram: Phone, tidied: Tidied, folder: Path
) -> None:
    voice = webm(2 * PIECE + 5)
    await bram.put(sha256(voice), 0, 3, cut(voice)[0])
    await tidied.after(days=6)
    await bram.put(sha256(voice), 1, 3, cut(voice)[1])
    await tidied.after(days=6)
    lately = await bram.missing(sha256(voice))
    await tidied.after(days=2)

    assert (lately, await bram.missing(sha256(voice)), kept_in(folder)) == ("2", "all", [])


async def test_who_is_erased_is_erased_with_their_bytes_and_not_with_those_of_others(
    cast: Cast, bram: Phone, cora: Phone, joris: Phone, app: Starlette, folder: Path
) -> None:
    await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await bram.send(PHOTO)
    await joris.send(PHOTO)
    shared = await cora.reads(HASH)
    await db.write(lambda: forget_person(str(cast.bram.id)))
    closed = await cora.reads(HASH)
    await sweep(app.state.files)

    assert (shared, closed) == (True, False)
    assert await joris.reads(HASH)
    assert [str(cast.joris.id) in str(file) for file in kept_in(folder)] == [True]


async def test_the_files_of_an_erased_record_go_at_once_save_what_another_names(
    cast: Cast, bram: Phone, app: Starlette, folder: Path
) -> None:
    other = jpeg(640, 480)
    both = await bram.write(cast, "bram", a=photo(PHOTO), b=photo(other))
    await bram.write(cast, "bram", a=photo(other))
    await bram.send(PHOTO)
    await bram.send(other)
    await db.write(lambda: forget_records([both["id"]]))
    await sweep(app.state.files)

    assert (await bram.reads(HASH), await bram.reads(sha256(other))) == (False, True)
    assert len(kept_in(folder)) == 1
    assert await db.read(lambda: Naming.filter(record=both["id"]).count()) == 0


async def test_a_file_goes_with_an_erased_record_also_when_another_is_about_to_name_it_and_is_asked_for_again(
    cast: Cast, bram: Phone
) -> None:
    """Why a phone asks again when its record has arrived: `pwa/src/sync/upload.test.ts`."""
    first = await bram.write(cast, "bram", a=photo(PHOTO))
    await bram.send(PHOTO)
    safe = await bram.missing(HASH)
    await db.write(lambda: forget_records([first["id"]]))
    await bram.write(cast, "bram", a=photo(PHOTO))

    assert (safe, await bram.missing(HASH), await bram.reads(HASH)) == (None, "all", False)
    await bram.send(PHOTO)
    assert (await bram.missing(HASH), await bram.reads(HASH)) == (None, True)


async def test_what_was_cleared_away_can_be_sent_again_and_an_old_sweep_does_not_take_it(
    bram: Phone, app: Starlette, tidied: Tidied, clock: Clock
) -> None:
    await bram.send(PHOTO)
    clock.forward(days=31)
    await db.write(lambda: clear(clock.at))
    await bram.send(PHOTO)
    await sweep(app.state.files)

    assert (await bram.open(HASH)).content == PHOTO


async def test_a_sweep_that_cannot_delete_tries_again_another_time(
    bram: Phone, app: Starlette, clock: Clock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise ConnectionError

    await bram.send(PHOTO)
    await db.write(lambda: forget_person(str(bram_of(folder))))
    with monkeypatch.context() as patch:
        patch.setattr(app.state.files, "delete", fails)
        with pytest.raises(ConnectionError):
            await sweep(app.state.files)
    left = len(kept_in(folder))
    await sweep(app.state.files)

    assert (left, kept_in(folder)) == (1, [])
    assert await db.read(lambda: Upload.all().count()) == 0


async def test_nobody_is_robbed_when_two_who_sent_the_same_part(
    cast: Cast, bram: Phone, phone_of: PhoneOf, tidied: Tidied
) -> None:
    senna = await phone_of(cast.senna)
    await bram.write(cast, "bram", a=photo(PHOTO))
    await bram.send(PHOTO)
    await senna.send(PHOTO)
    await tidied.after(days=31)

    assert (await bram.reads(HASH), await senna.reads(HASH)) == (True, False)


def bram_of(folder: Path) -> str:
    """The folder of whoever sent the one file that there is."""
    return kept_in(folder)[0].relative_to(folder).parts[0]
