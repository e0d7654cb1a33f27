"""What a journey may ask for: a server with a demo year, a phone, a laptop, or any number of devices."""

import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Playwright, expect, sync_playwright

from e2e import chromium
from e2e import server as servers
from e2e.chromium import LAPTOP, PHONE, Shape
from e2e.device import PATIENCE, Device, Start
from e2e.server import Server

RESULTS = Path("test-results")
FAILED = pytest.StashKey[bool]()
expect.set_options(timeout=PATIENCE)

NewDevice = Callable[..., Device]


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return servers.install(tmp_path_factory.mktemp("program"))


@pytest.fixture(scope="package")
def demo_year(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder filled once; every server starts with a copy."""
    data = tmp_path_factory.mktemp("demo") / "data"
    servers.run(program, data, "migrate")
    servers.run(program, data, "demo", "--communities", "4")
    return data


@pytest.fixture
def server(program: Path, demo_year: Path, tmp_path: Path) -> Iterator[Server]:
    server = Server(program, Path(shutil.copytree(demo_year, tmp_path / "data")))
    yield server
    server.stop()


@pytest.fixture
def device(
    request: pytest.FixtureRequest, playwright: Playwright, server: Server, tmp_path: Path
) -> Iterator[NewDevice]:
    with devices(request.node, playwright, server, tmp_path) as new:
        yield new


@contextmanager
def devices(node: pytest.Item, playwright: Playwright, server: Server, folder: Path) -> Iterator[NewDevice]:
    """`device("Bram's old phone", PHONE)`. Whatever its console said that a person should not see fails the test."""
    made: dict[str, Device] = {}

    def new(name: str, shape: Shape = PHONE, browser: Start = chromium.start) -> Device:
        made[name] = Device(playwright, server, folder / name, shape, browser)
        return made[name]

    yield new
    for name, one in made.items():
        if node.stash.get(FAILED, False):
            _leave_traces(one, RESULTS / quote(node.name, safe="[]"), name)
        one.close()
        one.line.cut()
    assert [(name, trouble) for name, one in made.items() for trouble in one.troubles] == []


@pytest.fixture
def phone(device: NewDevice) -> Device:
    return device("phone", PHONE)


@pytest.fixture
def laptop(device: NewDevice) -> Device:
    return device("laptop", LAPTOP)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


def _leave_traces(device: Device, folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if device.page.is_closed():
        return
    device.page.screenshot(path=folder / f"{name}.png")
    device.context.tracing.stop(path=folder / f"{name}.zip")
