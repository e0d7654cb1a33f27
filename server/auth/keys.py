"""Signatures and keyed hashes, by purpose: what was made for one purpose is worth nothing for another.

MAATJE_SECRET holds one key, or several with the newest first. The newest makes, all of them are believed, so
that a key can be replaced without a code, link or invitation dying of it.
"""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from itsdangerous import BadData, Signer, TimestampSigner, URLSafeSerializer, URLSafeTimedSerializer

from server import clock

HOW: dict[str, Any] = {"key_derivation": "hmac", "digest_method": hashlib.sha256}


class OurClock(TimestampSigner):
    """itsdangerous with the clock that everybody here reads."""

    def get_timestamp(self) -> int:
        return int(clock.now().timestamp())


class Keys:
    def __init__(self, newest_first: Sequence[str]) -> None:
        self._oldest_first = list(reversed(newest_first))

    def sign(self, purpose: str, data: dict[str, str]) -> str:
        """A token that carries the data, readable by anyone and made by nobody else; it dates itself."""
        return self._timed(purpose).dumps(data)

    def opened(self, purpose: str, token: str, within: timedelta) -> dict[str, str] | None:
        """What sign() was given, unless the token is not ours, was made for another purpose, or is too old."""
        try:
            data: dict[str, str] = self._timed(purpose).loads(token, max_age=int(within.total_seconds()))
        except BadData:  # every way in which a token can be wrong is the same answer
            return None
        return data

    def name(self, purpose: str, text: str) -> str:
        """A token that only carries a text and never ends by itself; what it names has an end of its own."""
        return self._untimed(purpose).dumps(text)

    def named(self, purpose: str, token: str) -> str | None:
        try:
            text: str = self._untimed(purpose).loads(token)
        except BadData:  # as above
            return None
        return text

    def hashes(self, purpose: str, text: str) -> list[str]:
        """Keyed hashes of the text, the newest key's first: keep the first, look up by any."""
        return [Signer(key, salt=_salt(purpose), **HOW).get_signature(text).decode() for key in self._newest_first]

    def fits(self, purpose: str, text: str, kept: str) -> bool:
        """Whether `kept` is a hash of the text, compared in constant time."""
        return Signer(self._oldest_first, salt=_salt(purpose), **HOW).verify_signature(text, kept)

    @property
    def _newest_first(self) -> list[str]:
        return self._oldest_first[::-1]

    def _timed(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._oldest_first, salt=_salt(purpose), signer=OurClock, signer_kwargs=HOW)

    def _untimed(self, purpose: str) -> URLSafeSerializer:
        return URLSafeSerializer(self._oldest_first, salt=_salt(purpose), signer_kwargs=HOW)


def _salt(purpose: str) -> str:
    return f"maatje/{purpose}"
