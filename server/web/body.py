"""What a request brings, read with care: its size is counted while it streams, its texts are mended."""

import json
import math
import zlib
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request

from server.errors import Malformed, TooLarge
from server.text import mend

# After inflating: a small gzip can hide a large body.
LARGEST = 8 * 1024 * 1024
USUAL = 256 * 1024  # a form: a stranger's megabytes would keep everybody waiting while they are read


async def body_of(request: Request, largest: int = USUAL) -> Any:
    """The JSON of a request."""
    raw = await raw_body_of(request, largest)
    try:
        return parsed(raw)
    except (ValueError, RecursionError) as error:
        raise Malformed from error


async def raw_body_of(request: Request, largest: int) -> bytes:
    """The bytes of a request, inflated."""
    inflate = _inflater(request.headers.get("content-encoding", "identity").lower())
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += inflate(chunk, largest + 1 - len(body))
            if len(body) > largest:
                raise TooLarge
    except (zlib.error, ClientDisconnect) as error:  # neither can be read on
        raise Malformed from error
    return bytes(body)


def parsed(raw: bytes) -> Any:
    """What JSON says. orjson refuses all of it for one lone surrogate, and a text is worth more than that."""
    try:
        value = orjson.loads(raw)
    except orjson.JSONDecodeError:
        text = raw.decode("utf-8", "surrogatepass")
        return mend(json.loads(text, parse_constant=_no_number, parse_float=_float, parse_int=_int))
    return mend(value) if b"\\u0000" in raw else value


class _Inflater:
    def __init__(self) -> None:
        self._gzip = zlib.decompressobj(wbits=31)

    def __call__(self, chunk: bytes, room: int) -> bytes:
        return self._gzip.decompress(chunk, room)


def _inflater(encoding: str) -> Any:
    if encoding == "gzip":
        return _Inflater()
    if encoding == "identity":
        return lambda chunk, room: chunk
    raise Malformed


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is not JSON")


def _float(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _no_number(text)


def _int(text: str) -> int | float:
    return int(text) if len(text) < 19 else _float(text)  # as orjson: beyond 64 bits it is a float
