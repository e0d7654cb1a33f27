"""The file that a backup is: a zip of the tables as lines of JSON, the files, and a manifest that says what is in it.

The manifest is written last and read first; it has the SHA-256 of each part. Nothing is unpacked before all of it was
read once and found whole.
"""

import hashlib
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import orjson

from server import clock
from server.disk import flush

FORMAT = 1
MANIFEST = "manifest.json"
PIECE = 1024 * 1024
Manifest = dict[str, Any]


class Unsound(ValueError):
    """Not a backup, or not whole. The message is for whoever wanted to put it back."""


@dataclass
class Writer:
    """A new archive; what was added so far is in `parts`."""

    zip: zipfile.ZipFile
    parts: dict[str, str] = field(default_factory=dict)  # name → SHA-256

    @contextmanager
    def part(self, name: str, packs: bool = True) -> Iterator["Part"]:
        info = zipfile.ZipInfo(name, clock.now().timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
        info.external_attr = 0o600 << 16
        with self.zip.open(info, "w", force_zip64=True) as out:
            part = Part(out)
            yield part
        self.parts[name] = part.digest.hexdigest()

    def seal(self, manifest: Manifest) -> None:
        with self.part(MANIFEST) as part:
            part.write(orjson.dumps(manifest | {"format": FORMAT, "parts": dict(self.parts)}))


@dataclass
class Part:
    out: IO[bytes]
    digest: Any = field(default_factory=hashlib.sha256)

    def write(self, data: bytes) -> None:
        self.out.write(data)
        self.digest.update(data)


@contextmanager
def new_archive(path: Path) -> Iterator[Writer]:
    """Under its name only when it is whole and on the disk; what is there already is never written over."""
    if path.exists():
        raise FileExistsError(f"{path} is there already, and is left as it is")
    half = path.with_name(f"{path.name}.half")
    half.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(half, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            with zipfile.ZipFile(file, "w") as zip:
                yield Writer(zip)
            file.flush()
            os.fsync(file.fileno())
        os.link(half, path)
    finally:
        half.unlink(missing_ok=True)
    with suppress(OSError):  # some network folders cannot; the file itself is on the disk
        flush(path.parent)


@dataclass
class Reader:
    zip: zipfile.ZipFile
    manifest: Manifest

    def lines(self, name: str) -> Iterator[list[Any]]:
        with self.zip.open(name) as part:
            for line in part:
                yield orjson.loads(line)

    def pieces(self, name: str) -> Iterator[bytes]:
        with self.zip.open(name) as part:
            while piece := part.read(PIECE):
                yield piece


@contextmanager
def opened(path: Path) -> Iterator[Reader]:
    """One that is whole: every part was read."""
    if not path.is_file():
        raise FileNotFoundError(f"there is no file {path}")
    try:
        zip = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Unsound(f"{path} is no backup of Maatje, or is cut off") from error
    with zip:
        yield _checked(path, zip)


def _checked(path: Path, zip: zipfile.ZipFile) -> Reader:
    try:
        reader = Reader(zip, orjson.loads(zip.read(MANIFEST)))
        if reader.manifest["format"] > FORMAT:
            raise Unsound(f"{path} was made by a newer Maatje")
        damaged = [name for name, digest in reader.manifest["parts"].items() if _digest(reader, name) != digest]
        strange = {*zip.namelist()} ^ {MANIFEST, *reader.manifest["parts"]}
    except Unsound:
        raise
    except Exception as error:  # a damaged zip raises whatever its decompressor comes upon
        raise Unsound(f"{path} is damaged: {error}") from error
    if damaged or strange:
        raise Unsound(f"{path} is damaged: {', '.join(sorted([*damaged, *strange])[:3])}")
    return reader


def _digest(reader: Reader, name: str) -> str:
    digest = hashlib.sha256()
    for piece in reader.pieces(name):
        digest.update(piece)
    return digest.hexdigest()
