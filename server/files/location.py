"""Whether what is written in a picture tells where it was taken. The phone strips it; this does not trust the phone.

It is meant for a phone that forgot, not for somebody who hides their own address from us: what cannot be read counts
as a place.
"""

import re
import struct
from collections.abc import Callable

GPS = 0x8825  # the entry of EXIF that leads to the position
MOST_DIRECTORIES = 4
# In XMP and in texts, by word: the fields of every vocabulary that names places have one of these in their name.
WORDS = re.compile(rb"gps|latitude|longitude|location|city|country|raw profile", re.IGNORECASE)
# IPTC: phones write this block empty; one with anything in it may hold a city.
FILLED_IPTC = re.compile(rb"8BIM\x04\x04(?!\0\0\0\0\0\0)")


def tells_where(notes: list[tuple[str, bytes]]) -> bool:
    return any(LOOKS[kind](content) for kind, content in notes)


def _in_exif(content: bytes) -> bool:
    tiff = content.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    try:
        return order is None or any(tag == GPS for tag in _tags(tiff, order))
    except struct.error:  # it leads beyond its end
        return True


def _tags(tiff: bytes, order: str) -> list[int]:
    found: list[int] = []
    (at,) = struct.unpack_from(order + "I", tiff, 4)
    for _ in range(MOST_DIRECTORIES):
        if not at:
            break
        (count,) = struct.unpack_from(order + "H", tiff, at)
        found += [struct.unpack_from(order + "H", tiff, at + 2 + 12 * n)[0] for n in range(count)]
        (at,) = struct.unpack_from(order + "I", tiff, at + 2 + 12 * count)
    return found


LOOKS: dict[str, Callable[[bytes], bool]] = {
    "exif": _in_exif,
    "xmp": lambda content: WORDS.search(content) is not None or _is_packed(content),
    "iptc": lambda content: FILLED_IPTC.search(content) is not None,
    "packed": lambda content: True,
}


def _is_packed(content: bytes) -> bool:
    """A text of a PNG: its keyword, then whether what follows is compressed."""
    keyword, _, rest = content.partition(b"\0")
    return keyword == b"XML:com.adobe.xmp" and rest[:1] == b"\1"
