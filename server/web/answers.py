"""What goes out: data, refusals, and the headers that every answer carries."""

import logging
from typing import Any

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.errors import CODES, Malformed, Refusal

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "media-src blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
# What the API says is no page. Should anybody ever make a browser show it as one, it may do nothing at all.
API_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
}
HTTPS_HEADERS = {"strict-transport-security": "max-age=31536000"}
log = logging.getLogger(__name__)


def answer(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Data as JSON. Instants as they are compared everywhere: in UTC, with a Z."""
    return Response(orjson.dumps(data, option=orjson.OPT_UTC_Z), status, headers, "application/json")


def nothing() -> Response:
    """Done, and nothing to say."""
    return Response(status_code=204)


def refused(request: Request, error: Exception) -> Response:
    """The one place where a refusal becomes an answer."""
    assert isinstance(error, Refusal)
    return answer({"error": error.code, "fields": error.fields}, error.status, error.headers)


def not_routed(request: Request, error: Exception) -> Response:
    """Starlette's own refusals, in our words: 404 and 405."""
    assert isinstance(error, HTTPException)
    code = next((code for code, status in CODES.items() if status == error.status_code), Malformed.code)
    return answer({"error": code, "fields": {}}, error.status_code, dict(error.headers or {}))


class Envelope:
    """Around everything: the headers of each answer, and a plain `internal` for what nobody foresaw.

    Pure ASGI, because Starlette's BaseHTTPMiddleware holds up streams.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _add_headers(scope, message)
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if begun:  # half an answer is out; only breaking off can tell
                raise
            log.exception("%s %s", scope["method"], scope["path"])
            await answer({"error": "internal", "fields": {}}, 500)(scope, receive, send_with_headers)


def _add_headers(scope: Scope, message: Message) -> None:
    headers = HEADERS | (HTTPS_HEADERS if scope["scheme"] == "https" else {})
    if scope["path"].startswith("/api/"):
        headers = headers | API_HEADERS
    kept = [(name, value) for name, value in message["headers"] if name.decode().lower() not in headers]
    message["headers"] = [*kept, *((name.encode(), value.encode()) for name, value in headers.items())]
