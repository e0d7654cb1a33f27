"""Pictures as a phone's camera makes them: large, held sideways, and telling where they were taken."""

import base64
import struct

from playwright.sync_api import Page

DRAWN = """([width, height]) => {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  const picture = pen.createImageData(width, height);
  const numbers = new Uint32Array(picture.data.buffer);
  for (let at = 0, seed = 1; at < numbers.length; at++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    numbers[at] = 0xff000000 | (seed >>> 8);
  }
  pen.putImageData(picture, 0, 0);
  pen.fillStyle = "teal";
  pen.fillRect(0, 0, width / 3, height / 2);
  return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
}"""
MAKER = b"A phone's maker\0"
HELD_UPRIGHT = 6  # turn a quarter to the right to look at it
TEXT, SHORT, LONG, RATIO = 2, 3, 4, 5
LATITUDE, LONGITUDE = ((52, 1), (4, 1), (4188, 100)), ((4, 1), (18, 1), (3600, 100))


def photo(page: Page, width: int = 2400, height: int = 1800) -> bytes:
    """A JPEG with a place in it, as the camera of a phone makes them."""
    drawn = base64.b64decode(page.evaluate(DRAWN, [width, height]))
    assert drawn[:2] == b"\xff\xd8"
    return drawn[:2] + _told_with(_exif()) + drawn[2:]


def tells_anything(jpeg: bytes) -> bool:
    """Whether a segment in it holds places, days or names: APP1 (EXIF, XMP), APP13 (IPTC) or a comment."""
    at = 2
    while jpeg[at : at + 2] != b"\xff\xda":
        marker, length = struct.unpack(">HH", jpeg[at : at + 4])
        if marker in (0xFFE1, 0xFFED, 0xFFFE):
            return True
        at += 2 + length
    return False


def _told_with(content: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


def _exif() -> bytes:
    """Two directories: how it was held, and where; little-endian, as most phones write it."""
    maker = 8 + _size(3)
    place = maker + len(MAKER)
    degrees = place + _size(4)
    first = _directory([(0x010F, TEXT, len(MAKER), maker), (0x0112, SHORT, 1, HELD_UPRIGHT), (0x8825, LONG, 1, place)])
    second = _directory(
        [(1, TEXT, 2, ord("N")), (2, RATIO, 3, degrees), (3, TEXT, 2, ord("E")), (4, RATIO, 3, degrees + 24)]
    )
    numbers = b"".join(struct.pack("<II", *part) for part in (*LATITUDE, *LONGITUDE))
    return b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + first + MAKER + second + numbers


def _size(entries: int) -> int:
    return 2 + 12 * entries + 4


def _directory(entries: list[tuple[int, int, int, int]]) -> bytes:
    rows = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<H", len(entries)) + rows + struct.pack("<I", 0)
