"""The parts of a JPEG, PNG or WebP: its size, and what is written in it beside the picture.

Read to the very end, so that nothing hides behind a picture; no pixel is decoded.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

JPEG, PNG, WEBP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"
SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # markers of a JPEG that say how large it is
ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without content
START_OF_SCAN, END_OF_IMAGE = 0xDA, b"\xff\xd9"
JPEG_NOTES = (
    (0xE1, b"Exif\0\0", "exif"),
    (0xE1, b"http://ns.adobe.com/x", "xmp"),
    (0xED, b"", "iptc"),
)
PNG_NOTES = {b"eXIf": "exif", b"iTXt": "xmp", b"tEXt": "xmp", b"zTXt": "packed"}
WEBP_NOTES = {b"EXIF": "exif", b"XMP ": "xmp"}


class Broken(ValueError):
    """Not what it begins as."""


@dataclass
class Picture:
    width: int = 0
    height: int = 0
    notes: list[tuple[str, bytes]] = field(default_factory=list)  # exif, xmp, iptc, packed


def picture(data: bytes) -> Picture:
    """Its parts; Broken if they do not fit together."""
    read = _jpeg if data.startswith(JPEG) else _png if data.startswith(PNG) else _webp
    try:
        found = read(data)
    except (struct.error, IndexError) as error:  # it ends in the middle of something
        raise Broken from error
    if not found.width or not found.height:
        raise Broken
    return found


def _jpeg(data: bytes) -> Picture:
    found = Picture()
    for marker, content in _segments(data):
        if marker in SIZES:
            found.height, found.width = struct.unpack_from(">HH", content, 1)
        for of, begins, note in JPEG_NOTES:
            if marker == of and content.startswith(begins):
                found.notes.append((note, content))
    if not data.endswith(END_OF_IMAGE):
        raise Broken
    return found


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 2
    while True:
        if data[at] != 0xFF:
            raise Broken
        marker, at = data[at + 1], at + 2
        if marker == START_OF_SCAN:
            return
        if marker == 0xFF:  # filling
            at -= 1
        elif marker not in ALONE:
            (length,) = struct.unpack_from(">H", data, at)
            yield marker, data[at + 2 : at + length]
            at += max(length, 2)


def _png(data: bytes) -> Picture:
    found, at, name = Picture(), len(PNG), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        content = data[at + 8 : at + 8 + length]
        at += length + 12
        if name == b"IHDR":
            found.width, found.height = struct.unpack_from(">II", content)
        if name in PNG_NOTES:
            found.notes.append((PNG_NOTES[name], content))
    if at != len(data):
        raise Broken
    return found


def _webp(data: bytes) -> Picture:
    (size,) = struct.unpack_from("<I", data, 4)
    if data[8:12] != b"WEBP" or size + 8 != len(data):
        raise Broken
    found, at = Picture(), 12
    while at < len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        content = data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
        _measure(found, name, content)
        if name in WEBP_NOTES:
            found.notes.append((WEBP_NOTES[name], content))
    if at != len(data):
        raise Broken
    return found


def _measure(found: Picture, name: bytes, content: bytes) -> None:
    """The largest of what the chunks say: the canvas and the picture on it."""
    width = height = 0
    if name == b"VP8X":
        width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (4, 7))
    elif name == b"VP8 ":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", content, 6))
    elif name == b"VP8L":
        (bits,) = struct.unpack_from("<I", content, 1)
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    found.width, found.height = max(found.width, width), max(found.height, height)
