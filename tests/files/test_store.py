"""A folder and a bucket keep files alike. The bucket is a server that speaks S3, on loopback."""

import asyncio
import http.client
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from server import config, db
from server.app import make_app
from server.auth.sessions import open_session
from server.config import Bucket
from server.errors import Busy
from server.files.clearing import forget_person, sweep
from server.files.models import Piece
from server.files.store import Store
from tests.conftest import browser
from tests.files.conftest import kept_in
from tests.files.phone import Phone
from tests.files.samples import PIECE, noise, sha256, webm
from tests.people import Cast

KEYS = {"AWS_ACCESS_KEY_ID": "a-key", "AWS_SECRET_ACCESS_KEY": "a-secret"}


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """Its address. Imported here, because it takes a second."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    connection = http.client.HTTPConnection(host, port)
    connection.request("PUT", "/maatje")
    assert connection.getresponse().status == 200
    connection.close()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def in_bucket(s3: str, tmp_path: Path) -> config.Config:
    data = {
        "MAATJE_DATA": str(tmp_path / "data"),
        "MAATJE_FILES": f"s3://maatje/some/where?endpoint={s3}&region=eu-west-1",
    }
    return config.read(data | KEYS)


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    place: Path | Bucket = tmp_path / "files"
    if request.param == "bucket":
        place = request.getfixturevalue("in_bucket").files
    return Store(place)


async def test_what_was_put_is_there_until_it_is_deleted(store: Store) -> None:
    await store.put("p/u/0-a", noise(PIECE))
    await store.put("p/u/1-b", b"x")
    read = await store.get("p/u/0-a")
    await store.delete(["p/u/0-a"])

    assert read == noise(PIECE)
    assert await store.get("p/u/1-b") == b"x"
    with pytest.raises(FileNotFoundError):
        await store.get("p/u/0-a")


async def test_deleting_what_is_gone_is_no_trouble(store: Store) -> None:
    await store.put("p/u/0-a", b"x")
    for _ in range(2):
        await store.delete(["p/u/0-a", "p/u/never"])
    await store.delete([])

    with pytest.raises(FileNotFoundError):
        await store.get("p/u/0-a")


@pytest.mark.row("F11")
async def test_a_voice_note_is_kept_in_a_bucket_and_erased_from_it(
    cast: Cast, in_bucket: config.Config, tmp_path: Path
) -> None:
    voice = webm(2 * PIECE + 9)
    app: Starlette = make_app(in_bucket)
    async with browser(app) as client:
        client.cookies.set("maatje", await db.write(lambda: open_session(cast.bram.id, "test")))
        bram = Phone(client)
        sent = await bram.send(voice)
        opened = await bram.open(sha256(voice))
        [path] = [row.path for row in await db.read(lambda: Piece.filter(number=2).all())]
        there = await app.state.files.get(path)
        await db.write(lambda: forget_person(str(cast.bram.id)))
        await sweep(app.state.files)

    assert (sent.status_code, opened.content == voice, there) == (204, True, voice[2 * PIECE :])
    with pytest.raises(FileNotFoundError):
        await app.state.files.get(path)
    assert kept_in(tmp_path / "data" / "files") == []


async def test_a_bucket_that_cannot_be_reached_is_busy_and_the_phone_tries_later() -> None:
    store = Store(Bucket("maatje", "", "http://127.0.0.1:9", "eu-west-1", "a", "b"))

    with pytest.raises(Busy):
        await store.put("p/u/0-a", b"x")


def test_a_folder_is_written_to_disk_with_every_name_on_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut would leave a file without its folder, after it was answered."""
    synced: list[str] = []
    real = os.fsync

    def note(opened: int) -> None:
        synced.append(os.readlink(f"/proc/self/fd/{opened}"))
        real(opened)

    monkeypatch.setattr(os, "fsync", note)
    asyncio.run(Store(tmp_path).put("p/u/0-a", b"x"))

    assert synced == [str(tmp_path / part) for part in ("p/u/0-a", "p/u", "p", "")]


def test_where_files_are_kept_is_said_in_one_setting(tmp_path: Path) -> None:
    data = {"MAATJE_DATA": str(tmp_path / "data")}
    there = "s3://fotos/maatje/een?endpoint=https://s3.example.org&region=nl-1"

    assert config.read(data).files == tmp_path / "data" / "files"
    assert config.read(data | {"MAATJE_FILES": there} | KEYS).files == Bucket(
        "fotos", "maatje/een", "https://s3.example.org", "nl-1", "a-key", "a-secret"
    )
    assert config.read(data | {"MAATJE_FILES": "s3://fotos"}).files == Bucket("fotos", "", None, None, None, None)


@pytest.mark.parametrize(
    "wrong", ["fotos", "/var/files", "s3://", "https://s3.example.org/fotos", "s3://fotos?endpont=x"]
)
def test_a_place_that_cannot_be_meant_is_refused_in_words(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(config.Unfit, match="MAATJE_FILES must look like s3://"):
        config.read({"MAATJE_DATA": str(tmp_path / "data"), "MAATJE_FILES": wrong})
