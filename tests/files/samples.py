"""Small files of every sort that is taken, made by hand so that each part of them can be wrong on purpose."""

import hashlib
import struct
import zlib
from collections.abc import Iterator

PIECE = 512 * 1024


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def jpeg(width: int = 1600, height: int = 1200, *segments: bytes, scan: bytes = b"\x12\x34\x56") -> bytes:
    frame = b"\x08" + struct.pack(">HH", height, width) + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
    head = b"\xff\xd8" + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    body = b"".join(segments) + segment(0xC0, frame) + segment(0xDA, b"\x03\x01\0\x02\x11\x03\x11\0\x3f\0")
    return head + body + scan + b"\xff\xd9"


def segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def exif(*tags: int, order: str = ">") -> bytes:
    """A directory with these entries, in a JPEG's segment."""
    entries = b"".join(struct.pack(order + "HHII", tag, 4, 1, 8) for tag in tags)
    head = {">": b"MM\0*", "<": b"II*\0"}[order] + struct.pack(order + "I", 8)
    return b"Exif\0\0" + head + struct.pack(order + "H", len(tags)) + entries + struct.pack(order + "I", 0)


def png(width: int = 800, height: int = 600, *chunks: bytes) -> bytes:
    rows = zlib.compress((b"\0" + b"\x11" * 10) * 10)
    head = chunk(b"IHDR", struct.pack(">II", width, height) + b"\x08\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def webp(width: int = 1600, height: int = 900, *chunks: bytes, picture: bytes = b"") -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return in_riff(riff(b"VP8X", b"\x08\0\0\0" + sides), picture or vp8(width, height), *chunks)


def in_riff(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def vp8(width: int, height: int) -> bytes:
    return riff(b"VP8 ", b"\x30\x01\0\x9d\x01\x2a" + struct.pack("<HH", width, height) + b"\x00\x47\x08\x85\x85")


def riff(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def webm(size: int = 3000, seed: int = 1) -> bytes:
    head = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm"
    return head + noise(size - len(head), seed)


def m4a(brand: bytes = b"M4A ") -> bytes:
    return b"\0\0\0\x1cftyp" + brand + b"\0\0\x02\0isomiso2mp41" + noise(2000)


def ogg(codec: bytes = b"OpusHead") -> bytes:
    return b"OggS\0\x02" + b"\0" * 20 + b"\x01\x13" + codec + noise(2000)


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes that repeat nowhere, the same every time."""
    return b"".join(_blocks(size, seed))[:size]


def _blocks(size: int, seed: int) -> Iterator[bytes]:
    for n in range(size // 32 + 1):
        yield hashlib.sha256(f"{seed} {n}".encode()).digest()
