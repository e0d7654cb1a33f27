"""The guard at each route: who are you, and does this really come from our own page?"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from server.errors import Forbidden
from server.web.actor import actor_of

READING = {"GET", "HEAD"}

Endpoint = Callable[[Request], Awaitable[Response]]


def guarded(endpoint: Endpoint, public: bool) -> Endpoint:
    """The endpoint behind its checks. Whoever is not signed in learns that first and nothing else."""

    async def guard(request: Request) -> Response:
        if not public:
            actor_of(request)
        if request.method not in READING and not is_same_origin(request.headers, request.app.state.config.url):
            raise Forbidden(code="cross_origin")
        return await endpoint(request)

    guard.__doc__ = endpoint.__doc__
    return guard


def is_same_origin(headers: Headers, url: str | None) -> bool:
    """Whether a writing request comes from our own page, or from something that is no browser at all.

    Browsers put Origin on every POST, PUT and DELETE and no page can forge it.
    """
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    ours = {headers.get("host", "").lower(), urlsplit(url or "").netloc.lower()} - {""}
    return origin is None or _host_of(origin) in ours


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:  # no address at all, so not ours
        return None
