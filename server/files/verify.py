"""What the bytes are, once all are there: judged by nothing but the bytes. Pure."""

import hashlib
import re
from collections.abc import Callable

from server.errors import Malformed, Refusal, TooLarge
from server.files.limits import LARGEST_PICTURE, LONGEST_SIDE
from server.files.location import tells_where
from server.files.pictures import JPEG, PNG, Broken, picture

# Beginnings of sound in MP4; the same container also holds films and Apple's photos, under other names.
MP4 = re.compile(rb"....ftyp(M4A |mp4[12]|iso[m2-9]|dash)", re.DOTALL)
OGG = re.compile(rb"OggS.{23,60}?(OpusHead|\x01vorbis)", re.DOTALL)
WEBM = re.compile(rb"\x1a\x45\xdf\xa3.{0,60}?\x42\x82.{1,8}?webm", re.DOTALL)

TYPES: dict[str, Callable[[bytes], object]] = {
    "image/jpeg": lambda data: data.startswith(JPEG),
    "image/png": lambda data: data.startswith(PNG),
    "image/webp": lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP",
    "audio/webm": WEBM.match,
    "audio/mp4": MP4.match,
    "audio/ogg": OGG.match,
}


def verified(data: bytes, hash: str) -> str:
    """Its type, if it is what it is called and something that we keep."""
    if hashlib.sha256(data).hexdigest() != hash:
        raise Malformed(code="hash_wrong")
    type = next((type for type, looks in TYPES.items() if looks(data)), None)
    if type is None:
        raise Refusal(code="type_wrong")
    if type.startswith("image/"):
        _look_at(data)
    return type


def _look_at(data: bytes) -> None:
    if len(data) > LARGEST_PICTURE:
        raise TooLarge
    try:
        found = picture(data)
    except Broken as error:
        raise Refusal(code="type_wrong") from error
    if max(found.width, found.height) > LONGEST_SIDE:
        raise TooLarge
    if tells_where(found.notes):
        raise Malformed(code="tells_where")
