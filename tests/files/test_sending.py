"""A file is sent piece by piece, over a network that fails, and is there in the end as it was or not at all."""

import asyncio
import gzip
import random
from pathlib import Path
from urllib.parse import quote

import httpx2
import pytest
from starlette.applications import Starlette

from server import db
from server.files import uploads
from server.files.clearing import sweep
from server.files.limits import QUOTA
from server.files.models import Doomed, Piece
from server.records.files import Upload
from tests.conftest import Clock
from tests.files.conftest import PhoneOf, kept_in
from tests.files.phone import Phone, cut, photo
from tests.files.samples import PIECE, jpeg, noise, sha256, webm
from tests.people import Cast

VOICE = webm(3 * PIECE + 1000)
PHOTO = jpeg()


@pytest.mark.row("F11")
async def test_a_voice_note_comes_back_as_it_was_sent(bram: Phone) -> None:
    answered = await bram.send(VOICE)
    opened = await bram.open(sha256(VOICE))

    assert answered.status_code == 204
    assert (opened.status_code, opened.content == VOICE) == (200, True)
    assert opened.headers["content-type"] == "audio/webm"


async def test_what_is_missing_is_told_so_that_a_phone_goes_on_where_it_was(bram: Phone) -> None:
    hash = sha256(VOICE)
    told = [await bram.missing(hash)]
    for number in (1, 3, 0, 2):
        await bram.put(hash, number, 4, cut(VOICE)[number])
        told.append(await bram.missing(hash))

    assert told == ["all", "0,2-3", "0,2", "2", None]


@pytest.mark.row("F11")
@pytest.mark.parametrize("seed", range(4))
async def test_pieces_come_in_any_order_twice_and_at_once(bram: Phone, folder: Path, seed: int) -> None:
    pieces = list(enumerate(cut(VOICE))) * 3
    random.Random(seed).shuffle(pieces)

    answers = await asyncio.gather(*(bram.put(sha256(VOICE), n, 4, content) for n, content in pieces))
    opened = await bram.open(sha256(VOICE))

    assert {answered.status_code for answered in answers} == {204}
    assert opened.content == VOICE
    assert await db.read(lambda: Piece.all().count()) == 4


async def test_who_sends_a_whole_file_again_changes_nothing(bram: Phone, folder: Path) -> None:
    await bram.send(VOICE)
    before = kept_in(folder)
    again = await bram.put(sha256(VOICE), 2, 4, noise(PIECE, seed=9))

    assert again.status_code == 204
    assert kept_in(folder) == before
    assert (await bram.open(sha256(VOICE))).content == VOICE


async def test_other_bytes_than_the_hash_says_are_thrown_away_and_the_phone_starts_anew(bram: Phone) -> None:
    broken = VOICE[:PIECE] + b"x" + VOICE[PIECE + 1 :]
    answered = await bram.send(broken, sha256(VOICE))
    missing = await bram.missing(sha256(VOICE))
    mended = await bram.send(VOICE)

    assert (answered.status_code, answered.json()) == (400, {"error": "hash_wrong", "fields": {}})
    assert missing == "all"
    assert mended.status_code == 204
    assert (await bram.open(sha256(VOICE))).content == VOICE


@pytest.mark.row("F11")
@pytest.mark.parametrize(
    "data",
    [b"<!doctype html><script>alert(1)</script>", b"<svg xmlns='http://www.w3.org/2000/svg'/>", PHOTO + b"<html>"],
)
async def test_what_is_no_photo_and_no_voice_is_refused_and_leaves_nothing(bram: Phone, data: bytes) -> None:
    answered = await bram.send(data)

    assert (answered.status_code, answered.json()["error"]) == (415, "type_wrong")
    assert await bram.missing(sha256(data)) == "all"
    assert not await bram.reads(sha256(data))
    assert await db.read(lambda: Upload.all().count()) == 0
    assert await db.read(lambda: Doomed.all().count()) == 1


@pytest.mark.parametrize(
    ("path", "size", "status", "fields"),
    [
        ("0?of=2", PIECE - 1, 400, {"bytes": "invalid"}),
        ("0?of=1", 0, 400, {"bytes": "invalid"}),
        ("0?of=1", PIECE + 1, 413, {}),
        ("1?of=2", PIECE + 1, 413, {}),
        ("0?of=2", 40 * PIECE, 413, {}),
        ("0", 10, 400, {"of": "missing"}),
        ("0?of=0", 10, 400, {"of": "invalid"}),
        ("2?of=2", 10, 400, {"of": "invalid"}),
        ("0?of=-1", 10, 400, {"of": "invalid"}),
        ("0?of=1e3", 10, 400, {"of": "invalid"}),
        ("0?of=21", PIECE, 413, {}),
        ("0?of=9999", PIECE, 413, {}),
        ("0?of=99999999999999999999", PIECE, 400, {"of": "invalid"}),
        ("-1?of=2", 10, 404, {}),
        ("x?of=2", 10, 404, {}),
        ("٣?of=4", 10, 404, {}),
        ("..%2f0?of=1", 10, 404, {}),
    ],
)
async def test_pieces_that_cannot_be_meant_are_refused(
    bram: Phone, path: str, size: int, status: int, fields: dict[str, str]
) -> None:
    answered = await bram.http.put(f"/api/files/{'a' * 64}/{path}", content=b"x" * size)

    assert (answered.status_code, answered.json()["fields"]) == (status, fields)
    assert await db.read(lambda: Upload.all().count()) == 0


@pytest.mark.parametrize("name", ["../../secret", "%2e%2e", "a" * 63, "A" * 64, "a" * 65, "a" * 63 + "\n", "g" * 64])
async def test_a_name_that_is_no_hash_is_not_found(bram: Phone, folder: Path, name: str) -> None:
    path = f"/api/files/{quote(name, safe='')}"
    put = await bram.http.put(f"{path}/0?of=1", content=PHOTO)
    got = await bram.http.get(path)

    assert (put.status_code, got.status_code) == (404, 404)
    assert kept_in(folder) == []


async def test_a_zipped_piece_counts_as_large_as_it_becomes(bram: Phone) -> None:
    bomb = gzip.compress(b"\0" * (50 * 1024 * 1024))
    answered = await bram.http.put(f"/api/files/{'a' * 64}/0?of=1", content=bomb, headers={"content-encoding": "gzip"})

    assert len(bomb) < PIECE
    assert (answered.status_code, answered.json()["error"]) == (413, "too_large")


@pytest.mark.row("F11")
async def test_who_has_sent_two_hundred_megabytes_sends_no_more(
    bram: Phone, joris: Phone, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert QUOTA == 200 * 1024 * 1024
    monkeypatch.setattr(uploads, "QUOTA", len(VOICE) + 8000)
    first = await bram.send(VOICE)
    full = await bram.send(webm(9000, seed=2))
    written = len(kept_in(folder))
    small = await bram.send(webm(600, seed=3))
    others = await joris.send(webm(9000, seed=2))

    assert [one.status_code for one in (first, full, small, others)] == [204, 413, 204, 204]
    assert full.json()["error"] == "quota"
    assert written == 4


async def test_rows_count_too_so_that_nobody_fills_the_database_with_pieces_of_one_byte(
    bram: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "QUOTA", 3 * 4096)
    answers = [await bram.put(sha256(bytes([n])), 1, 2, b"x") for n in range(5)]

    assert [answered.status_code for answered in answers] == [204, 204, 204, 413, 413]


async def test_many_at_once_do_not_find_the_same_room(bram: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "QUOTA", 3 * 4096)
    answers = await asyncio.gather(*(bram.put(sha256(bytes([n])), 1, 2, b"x") for n in range(8)))

    assert sorted(answered.status_code for answered in answers) == [204] * 3 + [413] * 5


async def test_a_file_cut_in_another_way_begins_anew(bram: Phone) -> None:
    await bram.put(sha256(VOICE), 0, 7, VOICE[:PIECE])
    answered = await bram.send(VOICE)

    assert answered.status_code == 204
    assert (await bram.open(sha256(VOICE))).content == VOICE


@pytest.mark.row("F11")
@pytest.mark.parametrize("dies_at", ["put", "_kept", "_finish"])
async def test_a_server_that_dies_between_two_steps_loses_nothing_and_leaves_nothing(
    bram: Phone, app: Starlette, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, dies_at: str
) -> None:
    class Died(BaseException):
        pass

    async def dies(*_: object) -> None:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(*{"put": (app.state.files, "put")}.get(dies_at, (uploads, dies_at)), dies)
        with pytest.raises(Died):
            await bram.send(PHOTO)
    missing = await bram.missing(sha256(PHOTO))
    answered = await bram.send(PHOTO)
    clock.forward(hours=2)
    await sweep(app.state.files)

    assert missing == "0"
    assert answered.status_code == 204
    assert (await bram.open(sha256(PHOTO))).content == PHOTO
    assert len(kept_in(folder)) == 1


async def test_what_was_swept_while_it_was_written_is_not_claimed(
    bram: Phone, app: Starlette, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that takes longer than anybody waits must not become a piece without bytes."""
    put = app.state.files.put

    async def slow(path: str, content: bytes) -> None:
        await put(path, content)
        clock.forward(hours=2)
        await sweep(app.state.files)

    with monkeypatch.context() as patch:
        patch.setattr(app.state.files, "put", slow)
        answered = await bram.send(PHOTO)
    again = await bram.send(PHOTO)

    assert (answered.status_code, answered.json()["error"]) == (503, "busy")
    assert again.status_code == 204
    assert (await bram.open(sha256(PHOTO))).content == PHOTO


async def test_nobody_learns_that_another_has_sent_the_same(bram: Phone, joris: Phone, folder: Path) -> None:
    await bram.send(VOICE)
    missing = [await joris.missing(sha256(VOICE))]
    answers = []
    for number, content in enumerate(cut(VOICE)):
        answers.append(await joris.put(sha256(VOICE), number, 4, content))
        missing.append(await joris.missing(sha256(VOICE)))

    assert missing == ["all", "1-3", "2-3", "3", None]
    assert len(kept_in(folder)) == 8


async def test_the_record_does_not_wait_for_its_file(cast: Cast, bram: Phone) -> None:
    logboek = await bram.write(cast, "bram", a=photo(PHOTO))
    before = await bram.reads(sha256(PHOTO))
    await bram.send(PHOTO)

    assert logboek["fields"]["file.a"]["hash"] == sha256(PHOTO)
    assert (before, await bram.reads(sha256(PHOTO))) == (False, True)


async def test_a_second_phone_of_the_same_person_goes_on_with_what_the_first_began(
    cast: Cast, bram: Phone, phone_of: PhoneOf
) -> None:
    tablet = await phone_of(cast.bram)
    await bram.put(sha256(VOICE), 0, 4, cut(VOICE)[0])
    for number in (1, 2, 3):
        await tablet.put(sha256(VOICE), number, 4, cut(VOICE)[number])

    assert await bram.missing(sha256(VOICE)) is None


async def test_a_full_disk_is_told_as_one_and_the_phone_tries_later(
    bram: Phone, app: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("server.files.store._to_disk", full)
        answered: httpx2.Response = await bram.send(PHOTO)
    again = await bram.send(PHOTO)

    assert (answered.status_code, answered.json()["error"]) == (507, "storage_full")
    assert again.status_code == 204
