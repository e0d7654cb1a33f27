"""The app with a letter box instead of a mail server, and the steps that most tests begin with."""

from collections.abc import AsyncIterator

import httpx2
import pytest
from starlette.applications import Starlette

from server import db
from server.app import make_app
from server.auth.demo_mode import mark_demo
from server.config import Config
from tests.conftest import browser
from tests.fakes import LetterBox


@pytest.fixture
def letters() -> LetterBox:
    return LetterBox()


@pytest.fixture
def app(settings: Config, database: str, letters: LetterBox) -> Starlette:
    return make_app(settings, letters)


@pytest.fixture
async def laptop(app: Starlette) -> AsyncIterator[httpx2.AsyncClient]:
    """A second browser that is not signed in."""
    async with browser(app) as client:
        yield client


@pytest.fixture
async def demo(database: str) -> None:
    await db.write(mark_demo)
