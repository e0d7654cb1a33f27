"""A backup put back is what was there: all of it, and nothing that is not whole."""

import os
import zipfile
from pathlib import Path
from random import Random

import pytest

from server import db, journal
from server.auth.models import Login
from server.records.generation import generation
from server.safekeeping import backup, restore
from server.safekeeping.archive import Unsound
from server.safekeeping.look import look
from tests.backup.living import everything, live, reopened, the_same
from tests.conftest import Clock
from tests.people import Cast
from tests.sync.conftest import DeviceOf


def url_of(file: Path) -> str:
    return f"sqlite://{file}"


@pytest.mark.row("F123")
@pytest.mark.parametrize("seed", [1, 3, 6])  # with versions that wait, and ends that are in the journal
async def test_what_is_put_back_is_what_was_there(
    cast: Cast, device_of: DeviceOf, clock: Clock, tmp_path: Path, seed: int
) -> None:
    await live(cast, device_of, clock, seed)
    before, copy = await the_same(), tmp_path / "copy.zip"
    await backup(copy)
    await db.close_database()
    restored = await restore(copy, url_of(tmp_path / "new.sqlite3"))
    await db.open_database(url_of(tmp_path / "new.sqlite3"))

    assert await the_same() == before
    assert restored.rows > 100
    assert [wrong for what, wrong in await db.read(look) if wrong] == []


async def test_a_backup_of_what_was_put_back_is_the_same_again(
    cast: Cast, device_of: DeviceOf, clock: Clock, tmp_path: Path
) -> None:
    await live(cast, device_of, clock, 7)
    await backup(tmp_path / "one.zip")
    await db.close_database()
    await restore(tmp_path / "one.zip", url_of(tmp_path / "new.sqlite3"))
    await db.open_database(url_of(tmp_path / "new.sqlite3"))
    await backup(tmp_path / "two.zip")

    one, two = zipfile.ZipFile(tmp_path / "one.zip"), zipfile.ZipFile(tmp_path / "two.zip")
    for part in ("record", "revision", "placement", "applied", "held", "sibling", "scope", "membership"):
        assert one.read(f"tables/{part}.jsonl") == two.read(f"tables/{part}.jsonl"), part


async def test_everybody_is_signed_out_and_two_restores_of_one_copy_are_two_generations(
    cast: Cast, device_of: DeviceOf, database: str, tmp_path: Path
) -> None:
    await device_of(cast.bram)
    await backup(tmp_path / "copy.zip")
    await db.close_database()
    first = await restore(tmp_path / "copy.zip", url_of(tmp_path / "one.sqlite3"))
    second = await restore(tmp_path / "copy.zip", url_of(tmp_path / "two.sqlite3"))
    third = await restore(tmp_path / "copy.zip", url_of(tmp_path / "three.sqlite3"), above=40)
    await db.open_database(url_of(tmp_path / "two.sqlite3"))

    assert (first.generation, second.generation, third.generation) == (2, 3, 41)
    assert await db.read(generation) == 3
    assert {row.ended_why for row in await db.read(lambda: Login.all())} == {"signed_out"}


async def test_one_that_is_cut_off_or_altered_is_refused_and_changes_nothing(
    cast: Cast, device_of: DeviceOf, clock: Clock, database: str, tmp_path: Path
) -> None:
    """Or, where the altered byte means nothing (a date in the zip), it gives back exactly what was there."""
    await live(cast, device_of, clock, 3, steps=4)
    copy, broken, chance = tmp_path / "copy.zip", tmp_path / "broken.zip", Random(1)
    await backup(copy)
    before, content = await the_same(), copy.read_bytes()
    cut = [content[: int(len(content) * part)] for part in (0, 0.1, 0.5, 0.9, 0.999)]
    spots = [chance.randrange(len(content)) for _ in range(25)]
    altered = [content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :] for at in spots]
    refused = 0
    for number, bytes_ in enumerate([*cut, *altered]):
        broken.write_bytes(bytes_)
        await db.close_database()
        try:
            await restore(broken, database)
        except Unsound:
            refused += 1
        else:
            assert number >= len(cut)
        await reopened(database)
        assert await the_same() == before

    assert refused >= len(cut) + 20


@pytest.mark.parametrize("how", ["a row less", "a part less", "a part more"])
async def test_one_that_was_packed_anew_with_something_else_in_it_is_refused(
    cast: Cast, tmp_path: Path, how: str
) -> None:
    await backup(tmp_path / "copy.zip")
    await db.close_database()
    with zipfile.ZipFile(tmp_path / "copy.zip") as one, zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        for name in one.namelist():
            content = one.read(name)
            if name == "tables/membership.jsonl" and how == "a part less":
                continue
            cut = name == "tables/record.jsonl" and how == "a row less"
            other.writestr(name, content.partition(b"\n")[2] if cut else content)
        if how == "a part more":
            other.writestr("tables/appointment2.jsonl", b"[]\n")

    with pytest.raises(Unsound, match="damaged"):
        await restore(tmp_path / "other.zip", url_of(tmp_path / "new.sqlite3"))
    assert not (tmp_path / "new.sqlite3").exists()


async def test_an_archive_of_a_newer_maatje_is_refused(cast: Cast, database: str, tmp_path: Path) -> None:
    await db.write(lambda: db.execute("UPDATE tortoise_migrations SET name = '0999_later' WHERE name LIKE '0004%'"))
    await backup(tmp_path / "copy.zip")
    await db.close_database()

    with pytest.raises(Unsound, match="newer"):
        await restore(tmp_path / "copy.zip", url_of(tmp_path / "new.sqlite3"))


async def test_a_restore_that_fails_halfway_leaves_what_was_there(
    cast: Cast, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await backup(tmp_path / "copy.zip")
    before = await everything()
    await db.close_database()

    def fails() -> journal.Journal:
        raise LookupError

    monkeypatch.setattr(journal, "read", fails)
    with pytest.raises(LookupError):
        await restore(tmp_path / "copy.zip", database)
    await db.open_database(database)

    assert await everything() == before


async def test_a_backup_never_writes_over_a_file_and_leaves_no_half(cast: Cast, tmp_path: Path) -> None:
    there = tmp_path / "copy.zip"
    there.write_text("mine")

    with pytest.raises(FileExistsError):
        await backup(there)
    assert there.read_text() == "mine"
    assert os.listdir(tmp_path) == ["copy.zip"]


async def test_files_travel_along(cast: Cast, tmp_path: Path) -> None:
    photo = tmp_path / "files" / "ab" / "abcdef"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"\x00\x01" * 700_000)
    await backup(tmp_path / "copy.zip", tmp_path / "files")
    await db.close_database()
    await restore(tmp_path / "copy.zip", url_of(tmp_path / "new.sqlite3"), tmp_path / "elsewhere")

    assert (tmp_path / "elsewhere" / "ab" / "abcdef").read_bytes() == photo.read_bytes()
