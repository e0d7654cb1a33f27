"""The cookie: given, taken back, made an actor, and kept alive as long as it is used."""

import asyncio
import logging
from uuid import UUID

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server import db
from server.auth import sessions
from server.errors import Refusal

NAME = "maatje"
MAX_AGE = int(sessions.LIFETIME.total_seconds())


class WhoIsThis:
    """Puts the `actor` in the state of every request to the API, or the `refusal` for routes that need one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._noting: dict[UUID, asyncio.Task[None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            return await self.app(scope, receive, send)
        connection = HTTPConnection(scope)
        token = connection.cookies.get(NAME, "")
        known = await _recognised(token)
        connection.state.actor, connection.state.refusal = known.actor, known.refusal
        if known.actor and known.contact_due:
            self._note(known.actor.login)
            send = _renewing(token, scope["scheme"], send)
        await self.app(scope, receive, send)

    def _note(self, login: UUID) -> None:
        """Write the contact down behind the answer's back, once however many requests come together."""
        if login in self._noting:
            return
        task = asyncio.create_task(_noted(login))
        self._noting[login] = task
        task.add_done_callback(lambda _: self._noting.pop(login))


def give(response: Response, token: str, scheme: str) -> None:
    """Secure exactly on https, so that a laptop without a certificate can be tried out over http."""
    secure = scheme == "https"
    response.set_cookie(NAME, token, max_age=MAX_AGE, path="/", httponly=True, samesite="lax", secure=secure)


def take(response: Response, scheme: str) -> None:
    response.delete_cookie(NAME, path="/", httponly=True, samesite="lax", secure=scheme == "https")


async def _recognised(token: str) -> sessions.Recognised:
    if not token:
        return sessions.Recognised()
    try:
        return await db.read(lambda: sessions.recognise(token))
    except Refusal as refusal:  # a busy database is told by routes that must know who it is, as "try again"
        return sessions.Recognised(refusal=refusal)


async def _noted(login: UUID) -> None:
    try:
        await db.write(lambda: sessions.note_contact(login))
    except Refusal as refusal:  # it is noted with the next request
        logging.getLogger(__name__).warning("a contact was not noted: %s", refusal.code)


def _renewing(token: str, scheme: str, send: Send) -> Send:
    """Sends the cookie again with the answer, so that it lives on; unless the answer says something else about it."""
    renewed = Response()
    give(renewed, token, scheme)

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if not any(value.startswith(f"{NAME}=") for value in headers.getlist("set-cookie")):
                headers.append("set-cookie", renewed.headers["set-cookie"])
        await send(message)

    return sending
