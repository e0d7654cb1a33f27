"""A browser of the coordinator, who may do the most, and one of the outsider."""

import httpx2
import pytest

from tests.conftest import SignedIn
from tests.people import Cast


@pytest.fixture
async def cora(cast: Cast, signed_in: SignedIn) -> httpx2.AsyncClient:
    return await signed_in(cast.cora)


@pytest.fixture
async def joris(cast: Cast, signed_in: SignedIn) -> httpx2.AsyncClient:
    return await signed_in(cast.joris)
