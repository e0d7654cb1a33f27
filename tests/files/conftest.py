"""Phones of the cast that also send files, and the folder where their bytes end up."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from server import config
from server.people.models import Person
from tests.conftest import SignedIn
from tests.files.phone import Phone
from tests.people import Cast

PhoneOf = Callable[[Person], Awaitable[Phone]]


@pytest.fixture
def phone_of(signed_in: SignedIn) -> PhoneOf:
    async def phone(person: Person) -> Phone:
        return Phone(await signed_in(person))

    return phone


@pytest.fixture
async def bram(cast: Cast, phone_of: PhoneOf) -> Phone:
    return await phone_of(cast.bram)


@pytest.fixture
async def cora(cast: Cast, phone_of: PhoneOf) -> Phone:
    return await phone_of(cast.cora)


@pytest.fixture
async def joris(cast: Cast, phone_of: PhoneOf) -> Phone:
    return await phone_of(cast.joris)


@pytest.fixture
def folder(settings: config.Config) -> Path:
    assert isinstance(settings.files, Path)
    return settings.files


def kept_in(folder: Path) -> list[Path]:
    """Every object there is."""
    return sorted(file for file in folder.rglob("*") if file.is_file())
