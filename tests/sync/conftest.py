"""Devices of the cast."""

from collections.abc import Awaitable, Callable

import pytest

from server.people.models import Person
from tests.conftest import SignedIn
from tests.people import Cast
from tests.sync.device import Device

DeviceOf = Callable[[Person], Awaitable[Device]]


@pytest.fixture
def device_of(signed_in: SignedIn) -> DeviceOf:
    """`phone = await device_of(cast.bram)`. Each call is another device."""

    async def device(person: Person) -> Device:
        return Device(await signed_in(person))

    return device


@pytest.fixture
async def bram(cast: Cast, device_of: DeviceOf) -> Device:
    return await device_of(cast.bram)


@pytest.fixture
async def sanne(cast: Cast, device_of: DeviceOf) -> Device:
    return await device_of(cast.sanne)


@pytest.fixture
async def cora(cast: Cast, device_of: DeviceOf) -> Device:
    return await device_of(cast.cora)


@pytest.fixture
async def senna(cast: Cast, device_of: DeviceOf) -> Device:
    return await device_of(cast.senna)


@pytest.fixture
async def joris(cast: Cast, device_of: DeviceOf) -> Device:
    return await device_of(cast.joris)
