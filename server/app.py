"""The whole server on one page: its routes, and what stands around them. A newcomer starts here."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, Router

from server import VERSION, db, journal
from server.auth import routes as auth
from server.auth.cookie import WhoIsThis
from server.auth.kit import kit_for
from server.config import Config
from server.errors import Refusal
from server.files import routes as files
from server.files.store import Store
from server.housekeeping.chores import keep_house
from server.mail import Post
from server.openapi import describe
from server.records import poke
from server.sync import routes as sync
from server.web import answer
from server.web.answers import Envelope, not_routed, refused
from server.web.guard import Endpoint, guarded
from server.web.page import Page

Table = list[tuple[str, str, Endpoint]]
DIST = Path(__file__).parents[1] / "pwa" / "dist"


async def health(request: Request) -> Response:
    """Whether the server runs, and which version."""
    return answer({"status": "ok", "version": VERSION})


async def openapi(request: Request) -> Response:
    """This description."""
    return answer(describe(PUBLIC, SIGNED_IN))


PUBLIC: Table = [
    ("GET", "/healthz", health),
    ("GET", "/api/openapi.json", openapi),
    *auth.PUBLIC,
]
SIGNED_IN: Table = [
    *auth.SIGNED_IN,
    *sync.SIGNED_IN,
    *files.SIGNED_IN,
]


def make_app(config: Config, post: Post | None = None) -> Starlette:
    """The app with everything it needs from outside put in; the database is opened when it starts."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        journal.open_journal(config.journal)
        await db.open_database(config.database_url)
        house = asyncio.create_task(keep_house(app.state.files))
        try:
            yield
        finally:
            house.cancel()
            poke.end_all()
            await app.state.auth.post.close()
            await db.close_database()

    routes = _routes(PUBLIC, public=True) + _routes(SIGNED_IN, public=False)
    app = Starlette(
        routes=[
            *[route for route in routes if not route.path.startswith("/api/")],
            Mount("/api", Router([_inside_api(route) for route in routes if route.path.startswith("/api/")], False)),
            Route("/{path:path}", Page(DIST).show),
        ],
        middleware=[
            Middleware(Envelope),
            Middleware(WhoIsThis),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        ],
        exception_handlers={Refusal: refused, HTTPException: not_routed},
        lifespan=lifespan,
    )
    app.state.config = config
    app.state.auth = kit_for(config, post)
    app.state.files = Store(config.files)
    return app


def _routes(table: Table, public: bool) -> list[Route]:
    return [Route(path, guarded(endpoint, public), methods=[method]) for method, path, endpoint in table]


def _inside_api(route: Route) -> Route:
    """Mounted apart, so that an unknown address below /api is a 404 and not the page."""
    return Route(route.path.removeprefix("/api"), route.endpoint, methods=route.methods)
