"""The cookie, and the middleware that makes it an actor."""

import asyncio
import logging
from http.cookies import CookieError, SimpleCookie
from uuid import UUID

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server import db
from server.auth import sessions
from server.errors import Refusal

NAME = "maatje"
LIFETIME = int(sessions.LIFETIME.total_seconds())
