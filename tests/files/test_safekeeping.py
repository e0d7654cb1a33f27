"""Files are in the backup and come back with it; what is erased takes its files along."""

import shutil
from functools import partial
from pathlib import Path

import pytest
from starlette.applications import Starlette

from server import db
from server.files.clearing import sweep
from server.files.settling import settle
from server.files.store import Store
from server.permissions import changes
from server.safekeeping import backup, restore
from server.safekeeping.erase import erase_person, erase_record
from tests.conftest import Clock
from tests.files.conftest import PhoneOf, kept_in
from tests.files.phone import Phone, photo, under
from tests.files.samples import PIECE, jpeg, sha256, webm
from tests.people import Cast
from tests.sync.device import after, mutation, over
from tests.sync.places import coaching, own

PHOTO = jpeg()
VOICE = webm(2 * PIECE + 5)


@pytest.mark.row("F11")
async def test_files_come_back_with_the_backup(
    cast: Cast, bram: Phone, phone_of: PhoneOf, database: str, folder: Path, tmp_path: Path
) -> None:
    await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(VOICE)))
    await bram.send(VOICE)
    manifest = await backup(tmp_path / "copy.zip", folder)
    shutil.rmtree(folder)
    await db.close_database()
    await restore(tmp_path / "copy.zip", database, folder)
    await db.open_database(database)
    cora = await phone_of(cast.cora)

    assert len(manifest["files"]) == 3
    assert (await cora.open(sha256(VOICE))).content == VOICE


async def test_what_was_sent_after_the_backup_is_missing_and_can_be_sent_again(
    cast: Cast, bram: Phone, phone_of: PhoneOf, database: str, folder: Path, tmp_path: Path
) -> None:
    await backup(tmp_path / "copy.zip", folder)
    await bram.send(VOICE)
    await db.close_database()
    await restore(tmp_path / "copy.zip", database, folder)
    await db.open_database(database)
    bram = await phone_of(cast.bram)
    missing = await bram.missing(sha256(VOICE))
    await bram.send(VOICE)

    assert (missing, await bram.missing(sha256(VOICE))) == ("all", None)


async def test_a_file_that_is_swept_while_a_backup_is_made_does_not_stop_it(
    bram: Phone, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bram.send(VOICE)
    first = kept_in(folder)[0]
    real = Path.open

    def gone(self: Path, *given: object) -> object:
        if self == first:
            raise FileNotFoundError
        return real(self, *given)  # type: ignore[call-overload]  # handed on as it came

    monkeypatch.setattr(Path, "open", gone)
    manifest = await backup(tmp_path / "copy.zip", folder)

    assert manifest["files"] == [str(file.relative_to(folder)) for file in kept_in(folder)[1:]]


@pytest.mark.row("F11")
async def test_an_erased_logboek_takes_its_photo_along(
    cast: Cast, bram: Phone, cora: Phone, app: Starlette, folder: Path
) -> None:
    logboek = await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(PHOTO)))
    await bram.send(PHOTO)
    before = await cora.reads(sha256(PHOTO))
    await db.write(partial(erase_record, logboek["id"]))
    closed = await cora.reads(sha256(PHOTO)), await bram.reads(sha256(PHOTO))
    await sweep(app.state.files)

    assert (before, *closed) == (True, False, False)
    assert kept_in(folder) == []


async def test_of_an_erased_person_no_bytes_stay_not_even_such_as_the_database_has_forgotten(
    cast: Cast, bram: Phone, cora: Phone, app: Starlette, folder: Path
) -> None:
    await bram.send(PHOTO)
    await cora.send(PHOTO)
    await app.state.files.put(f"{cast.bram.id}/of-a-sending/0-before-a-restore", b"x")
    await db.write(partial(erase_person, cast.bram.id))
    await sweep(app.state.files)

    assert [file.relative_to(folder).parts[0] for file in kept_in(folder)] == [str(cast.cora.id)]


async def test_what_a_restore_takes_back_closes_the_photos_that_others_had_laid_beside_it(
    cast: Cast, bram: Phone, phone_of: PhoneOf, database: str, tmp_path: Path
) -> None:
    """As taking back does: the version of the other goes to the other, and so does its photo."""
    await db.write(lambda: changes.seat_coach(cast.joris.id, cast.community.id))
    joris = await phone_of(cast.joris)
    fields = {"mood": 4, "coaches": [str(cast.bram.id), str(cast.joris.id)]} | under({"a": photo(jpeg(640, 480))})
    ours = mutation("logboek", fields, scope=own(cast.bram))
    await bram.push(ours, after(ours, {}, scope=coaching(cast)))
    await joris.full()
    await bram.push(over(bram.records[ours["id"]], under({"a": photo(jpeg(640, 480), about="een")})))
    [answer] = await joris.push(over(joris.records[ours["id"]], under({"a": photo(PHOTO)})))
    await joris.send(PHOTO)
    before = await bram.reads(sha256(PHOTO))
    await backup(tmp_path / "copy.zip")
    await bram.full()
    await bram.take_back(cast, bram.records[ours["id"]])
    taken_back = await bram.reads(sha256(PHOTO))
    await db.close_database()
    await restore(tmp_path / "copy.zip", database)
    await db.open_database(database)
    bram, joris = await phone_of(cast.bram), await phone_of(cast.joris)

    assert answer["status"] == "conflict"
    assert (before, taken_back, await bram.reads(sha256(PHOTO))) == (True, False, False)
    assert await joris.reads(sha256(PHOTO))


async def put_back(copy: Path, database: str, store: Store, folder: Path | None = None) -> int:
    """As the command does. How many files were not there."""
    await db.close_database()
    await restore(copy, database, folder)
    await db.open_database(database)
    return await settle(store)


@pytest.mark.row("F11")
async def test_a_phone_is_asked_for_a_file_of_which_the_bytes_did_not_come_back(
    cast: Cast, bram: Phone, phone_of: PhoneOf, app: Starlette, database: str, folder: Path, tmp_path: Path
) -> None:
    """Else it would let go of the only copy there is."""
    await bram.hand_in(cast, await bram.write(cast, "bram", a=photo(VOICE)))
    await bram.send(VOICE)
    await bram.send(PHOTO)
    await backup(tmp_path / "copy.zip")
    kept_in(folder / str(cast.bram.id))[1].unlink()
    lost = await put_back(tmp_path / "copy.zip", database, app.state.files)
    bram, cora = await phone_of(cast.bram), await phone_of(cast.cora)
    missing = [await bram.missing(sha256(data)) for data in (VOICE, PHOTO)]
    await bram.send(VOICE)

    assert (lost, missing) == (1, ["all", None])
    assert (await cora.open(sha256(VOICE))).content == VOICE


@pytest.mark.row("F11")
async def test_bytes_that_the_copy_knows_nothing_of_go_in_time(
    cast: Cast,
    bram: Phone,
    phone_of: PhoneOf,
    app: Starlette,
    database: str,
    folder: Path,
    tmp_path: Path,
    clock: Clock,
) -> None:
    """Else they would outlive the record that is erased."""
    await bram.send(VOICE)
    await backup(tmp_path / "copy.zip", folder)
    await bram.send(PHOTO)
    lost = await put_back(tmp_path / "copy.zip", database, app.state.files, folder)
    await sweep(app.state.files)
    at_first = len(kept_in(folder))
    clock.forward(days=30)
    await sweep(app.state.files)

    assert (lost, at_first, len(kept_in(folder))) == (0, 4, 3)
    assert (await (await phone_of(cast.bram)).open(sha256(VOICE))).content == VOICE


async def test_a_file_that_was_damaged_is_as_it_was_after_the_restore(
    cast: Cast, bram: Phone, phone_of: PhoneOf, database: str, folder: Path, tmp_path: Path
) -> None:
    await bram.send(PHOTO)
    await backup(tmp_path / "copy.zip", folder)
    kept_in(folder)[0].write_bytes(b"")
    await db.close_database()
    await restore(tmp_path / "copy.zip", database, folder)
    await db.open_database(database)

    assert (await (await phone_of(cast.bram)).open(sha256(PHOTO))).content == PHOTO
