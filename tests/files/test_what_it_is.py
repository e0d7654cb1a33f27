"""What bytes are is seen from the bytes, and a picture that tells where it was taken is not kept."""

import pytest

from server.errors import Refusal
from server.files.verify import verified
from tests.files import samples
from tests.files.samples import chunk, exif, in_riff, jpeg, png, riff, segment, sha256, vp8, webp

GPS = 0x8825
XMP = b"http://ns.adobe.com/xap/1.0/\0"
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0"

GOOD = {
    "a photo": ("image/jpeg", jpeg()),
    "a photo that says how to hold it": ("image/jpeg", jpeg(800, 600, segment(0xE1, exif(0x0112, 0x8769)))),
    "as iPhones write it": (
        "image/jpeg",
        jpeg(800, 600, segment(0xE1, exif(0x0112, order="<")), segment(0xED, IPTC + b"\0\0" + b"8BIM\x04\x25\0\0")),
    ),
    "a drawing": ("image/png", png()),
    "a drawing with a size in words": ("image/png", png(800, 600, chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"))),
    "a photo in WebP": ("image/webp", webp()),
    "the simplest WebP": ("image/webp", in_riff(vp8(640, 480))),
    "lossless WebP": ("image/webp", webp(640, 480, picture=riff(b"VP8L", b"\x2f\x7f\xc2\x77\0\0"))),
    "a voice from Chrome": ("audio/webm", samples.webm()),
    "a voice from Safari": ("audio/mp4", samples.m4a()),
    "a voice from Safari in pieces": ("audio/mp4", samples.m4a(b"iso5")),
    "a voice from Firefox": ("audio/ogg", samples.ogg()),
}
HTML = b"<!doctype html><script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
NOT_TAKEN = {
    "a page called a photo": HTML,
    "a page behind spaces": b"   \n" + HTML,
    "an SVG": SVG,
    "an SVG with a declaration": b'<?xml version="1.0"?>' + SVG,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + samples.noise(500),
    "a GIF": b"GIF89a" + samples.noise(500),
    "a zip": b"PK\x03\x04" + samples.noise(500),
    "a program": b"\x7fELF\x02\x01\x01" + samples.noise(500),
    "Apple's photo": samples.m4a(b"heic"),
    "an AVIF": samples.m4a(b"avif"),
    "a Matroska film": samples.webm().replace(b"webm", b"matr", 1),
    "a film in Ogg": samples.ogg(b"\x80theora"),
    "a sound in RIFF": b"RIFF\x24\x08\0\0WAVEfmt " + samples.noise(500),
    "one byte": b"\xff",
    "the beginning of a JPEG alone": b"\xff\xd8\xff",
    "a JPEG cut in its head": jpeg()[:40],
    "a JPEG cut in its picture": jpeg()[:-2],
    "a JPEG with a page behind it": jpeg() + HTML,
    "a JPEG with a zip behind it": jpeg() + b"PK\x03\x04" + samples.noise(100),
    "a JPEG without a size": b"\xff\xd8" + segment(0xDA, b"\0") + b"\xff\xd9",
    "a JPEG of no width": jpeg(0, 100),
    "a PNG with a page behind it": png() + HTML,
    "a PNG without an end": png()[:-12],
    "a WebP with a page behind it": webp() + HTML,
    "a WebP whose last chunk leads beyond it": in_riff(vp8(640, 480)[:-4]),
}
TELLS_WHERE = {
    "EXIF": jpeg(800, 600, segment(0xE1, exif(0x0112, GPS))),
    "EXIF the other way round": jpeg(800, 600, segment(0xE1, exif(GPS, order="<"))),
    "EXIF that cannot be read": jpeg(800, 600, segment(0xE1, b"Exif\0\0MM\0*\0\0\xff\xff")),
    "EXIF of no known order": jpeg(800, 600, segment(0xE1, b"Exif\0\0XX\0*" + b"\0" * 20)),
    "a second EXIF": jpeg(800, 600, segment(0xE1, exif(0x0112)), segment(0xE1, exif(GPS))),
    "XMP": jpeg(800, 600, segment(0xE1, XMP + b'<x exif:GPSLatitude="52,22N"/>')),
    "the name of a city": jpeg(800, 600, segment(0xE1, XMP + b"<photoshop:City>Delft</photoshop:City>")),
    "IPTC": jpeg(800, 600, segment(0xED, IPTC + b"\0\x0c\x1c\x02\x5a\0\x05Delft\0\0")),
    "EXIF in PNG": png(800, 600, chunk(b"eXIf", exif(GPS)[6:])),
    "XMP in PNG": png(800, 600, chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<exif:GPSLatitude/>")),
    "packed XMP in PNG": png(800, 600, chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + b"packed")),
    "packed text in PNG": png(800, 600, chunk(b"zTXt", b"Comment\0\0" + b"packed")),
    "a raw profile in PNG": png(800, 600, chunk(b"tEXt", b"Raw profile type exif\0" + b"45786966")),
    "EXIF in WebP": webp(800, 600, riff(b"EXIF", exif(GPS))),
    "EXIF in WebP without its name": webp(800, 600, riff(b"EXIF", exif(GPS)[6:])),
    "XMP in WebP": webp(800, 600, riff(b"XMP ", b"<exif:GPSLongitude/>")),
}
TOO_LARGE = {
    "a photo of more than 2 MB": jpeg(scan=b"\x11" * (2 * 1024 * 1024)),
    "a wall of pixels in a small PNG": png(50_000, 50_000),
    "a wall of pixels in a JPEG": jpeg(65_000, 65_000),
    "a wall of pixels in a WebP": webp(10, 10, picture=riff(b"VP8L", b"\x2f\xff\xff\xff\x0f\0")),
    "a wall of pixels behind a small canvas": webp(10, 10, picture=vp8(16_383, 16_383)),
    "a long thin picture": png(4097, 1),
}


@pytest.mark.row("F11")
@pytest.mark.parametrize("name", GOOD)
def test_what_phones_make_is_taken_for_what_it_is(name: str) -> None:
    type, data = GOOD[name]

    assert verified(data, sha256(data)) == type


@pytest.mark.row("F11")
@pytest.mark.parametrize("name", NOT_TAKEN)
def test_anything_else_is_refused_whatever_it_is_called(name: str) -> None:
    assert refused(NOT_TAKEN[name]) == "type_wrong"


@pytest.mark.row("F11")
@pytest.mark.parametrize("name", TELLS_WHERE)
def test_a_picture_that_tells_where_it_was_taken_is_refused(name: str) -> None:
    assert refused(TELLS_WHERE[name]) == "tells_where"


@pytest.mark.parametrize("name", TOO_LARGE)
def test_what_a_phone_has_no_room_to_show_is_refused(name: str) -> None:
    assert refused(TOO_LARGE[name]) == "too_large"


def test_other_bytes_than_their_name_says_are_refused_before_anything_else() -> None:
    with pytest.raises(Refusal) as refusal:
        verified(HTML, sha256(jpeg()))

    assert refusal.value.code == "hash_wrong"


@pytest.mark.parametrize("data", [jpeg(), png(), webp()], ids=["JPEG", "PNG", "WebP"])
def test_wherever_a_picture_is_cut_it_is_refused_and_nothing_breaks(data: bytes) -> None:
    for end in range(len(data)):
        assert refused(data[:end]) == "type_wrong"


@pytest.mark.parametrize("data", [jpeg(800, 600, segment(0xE1, exif(0x0112))), png(), webp()])
def test_whatever_byte_is_wrong_there_is_a_plain_answer(data: bytes) -> None:
    for at in range(len(data)):
        for wrong in (0x00, 0x7F, 0xFF):
            assert refused(data[:at] + bytes([wrong]) + data[at + 1 :]) in {
                "",
                "type_wrong",
                "too_large",
                "tells_where",
            }


def refused(data: bytes) -> str:
    try:
        verified(data, sha256(data))
    except Refusal as refusal:
        return refusal.code
    return ""
