"""Bodies that are none, at every route that reads one: refused by a plain code, and nothing has changed."""

import gzip
import json
import zlib

import httpx2
import pytest

from tests.hostile.surface import READING, TAKING, Json, Route, fingerprint, fitting, is_good, is_plain_refusal
from tests.people import Cast

BOMB = gzip.compress(b"[" + b"0," * 20_000_000 + b"0]")  # 40 MB in 40 kB
NO_JSON: dict[str, bytes] = {
    "nothing": b"",
    "half an object": b'{"email": "sanne@scho',
    "a list": b"[]",
    "a null": b"null",
    "a number": b"7",
    "a text": b'"email"',
    "two objects": b"{}{}",
    "single quotes": b"{'email': 'x'}",
    "a comment": b'{"email": "x" /* y */}',
    "a trailing comma": b'{"email": "x",}',
    "not a number": b'{"email": NaN}',
    "infinity": b'{"limit": Infinity, "email": -Infinity}',
    "a number without end": b'{"email": 1' + b"0" * 100_000 + b"}",
    "an exponent without end": b'{"n": 1e999999999}',
    "bytes that are no UTF-8": b'{"email": "\xff\xfe\xfa"}',
    "UTF-16": '{"email": "sanne@school.nl"}'.encode("utf-16"),
    "a mark of byte order": b'\xef\xbb\xbf{"email": 7}',
    "ten thousand levels of lists": b"[" * 10_000 + b"]" * 10_000,
    "ten thousand levels of objects": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "levels that never close": b'{"email":' * 5_000,
    "a form": b"email=sanne%40school.nl&code=1",
    "a page": b"<!doctype html><p>email</p>",
    "nulls": b"\x00" * 1000,
    "a key twice": b'{"email": 1, "email": 2, "token": 1, "token": 2, "n": 1, "n": "x"}',
}


@pytest.mark.parametrize("route", TAKING, ids=" ".join)
async def test_what_is_no_fitting_json_is_refused_and_changes_nothing(route: Route, cora: httpx2.AsyncClient) -> None:
    before = await fingerprint()

    for name, body in NO_JSON.items():
        answered = await cora.request(*route, content=body)
        if route == ("PATCH", "/api/auth/me") and is_good(route, answered):
            continue  # an object without one of its keys asks for no change
        assert is_plain_refusal(answered), name

    assert await fingerprint() == before


ENCODINGS: dict[str, tuple[str, bytes]] = {
    "a gzip bomb": ("gzip", BOMB),
    "half a gzip": ("gzip", gzip.compress(b"{}" * 1000)[:30]),
    "gzip in name only": ("gzip", b"{}"),
    "deflate": ("deflate", zlib.compress(b"{}")),
    "brotli": ("br", b"\x0b\x02\x80{}\x03"),
    "gzip twice": ("gzip, gzip", gzip.compress(gzip.compress(b"{}"))),
    "an encoding of nobody's": ("x" * 5000, b"{}"),
}


@pytest.mark.parametrize("route", TAKING, ids=" ".join)
async def test_what_cannot_be_unpacked_is_refused_and_changes_nothing(route: Route, cora: httpx2.AsyncClient) -> None:
    before = await fingerprint()

    for name, (encoding, body) in ENCODINGS.items():
        answered = await cora.request(*route, content=body, headers={"content-encoding": encoding})
        assert is_plain_refusal(answered), name
        assert answered.status_code in (400, 404, 413), name

    assert await fingerprint() == before


@pytest.mark.parametrize("route", READING, ids=" ".join)
async def test_eight_megabytes_are_the_end(route: Route, cora: httpx2.AsyncClient) -> None:
    answered = await cora.request(*route, content=b'{"x": "' + b"y" * 9_000_000 + b'"}')

    assert is_good(route, answered) or is_plain_refusal(answered)


@pytest.mark.parametrize("route", TAKING, ids=" ".join)
async def test_the_type_that_a_body_claims_to_have_says_nothing(
    cast: Cast, route: Route, cora: httpx2.AsyncClient
) -> None:
    body = json.dumps(fitting(cast)[route[1]]).encode()

    answers = [
        await cora.request(*route, content=body, headers={"content-type": kind})
        for kind in ("application/json", "text/plain", "multipart/form-data; boundary=x", "x/" + "y" * 1000)
    ]

    for answered in answers:
        assert is_good(route, answered) or is_plain_refusal(answered)
    assert len({answered.status_code for answered in answers}) == 1 or "code" in route[1] or "email" in route[1]


WRONG: dict[str, object] = {
    "null": None,
    "yes": True,
    "a number": 7,
    "a huge number": 10**40,
    "a negative number": -1,
    "half": 0.5,
    "a list": ["sanne@school.nl"],
    "an object": {"$ne": ""},
    "an empty text": "",
    "spaces": "   ",
    "200 kB": "é" * 100_000,
    "a null in a text": "sanne@school.nl\x00",
    "a lone surrogate": "\ud83d@school.nl",
    "four-byte characters": "👩‍👩‍👧‍👦@👨🏾‍🚀.nl",
    "a new line": "sanne@school.nl\r\nBcc: iedereen@school.nl",
    "SQL": "' OR 1=1 --",
    "a path": "../../../../etc/passwd",
    "the year 1": "0001-01-01T00:00:00+14:00",
    "the year 9999": "9999-12-31T23:59:59-12:00",
    "right to left": "\u202egnal\u202c@school.nl",
}


@pytest.mark.parametrize("route", [route for route in TAKING if route[1] != "/api/sync"], ids=" ".join)
async def test_each_key_in_each_wrong_way_is_taken_well_or_refused_plainly(
    cast: Cast, route: Route, cora: httpx2.AsyncClient
) -> None:
    good = fitting(cast)[route[1]]

    for key in good:
        for name, wrong in WRONG.items():
            before = await fingerprint()
            answered = await cora.request(*route, content=json.dumps(good | {key: wrong}))
            if not is_good(route, answered):
                assert is_plain_refusal(answered), (key, name)
                assert _kept(before, await fingerprint()), (key, name)


def _kept(before: Json, after: Json) -> bool:
    """Askings and tries of a code are counted; nothing else moves when something is refused."""
    return {name for name in before if before[name] != after[name]} <= {"asked", "code", "try", "login"}
