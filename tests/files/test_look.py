"""The deep look reads every file: a piece that is lost or altered is found."""

from pathlib import Path

import pytest
from starlette.applications import Starlette

from server.safekeeping.look_files import look_at_files
from tests.files.conftest import kept_in
from tests.files.phone import Phone
from tests.files.samples import PIECE, jpeg, sha256, webm

VOICE = webm(2 * PIECE + 5)


@pytest.mark.row("F11", "F123")
async def test_a_piece_that_is_lost_or_altered_is_found(bram: Phone, folder: Path, app: Starlette) -> None:
    await bram.send(VOICE)
    await bram.send(jpeg())
    await bram.put(sha256(b"begun and not done"), 0, 2, b"x" * PIECE)
    store = app.state.files
    well = await look_at_files(store)
    piece = next(file for file in kept_in(folder) if file.stat().st_size == 5)
    content = piece.read_bytes()
    piece.write_bytes(b"other")
    altered = await look_at_files(store)
    piece.unlink()
    lost = await look_at_files(store)
    piece.write_bytes(content)

    assert well == await look_at_files(store) == ("files", "")
    assert altered == lost == ("files", f"1 whose bytes are lost or altered: {sha256(VOICE)[:12]}")
