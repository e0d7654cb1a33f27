"""A phone or a laptop of somebody: a browser with its own profile, and a line to the server that can be cut."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Playwright, WebError, expect

from e2e import chromium
from e2e.line import Line
from e2e.server import Server

PATIENCE = 15_000
Start = Callable[[Playwright, Path, chromium.Shape], BrowserContext]
EXPECTED = "Failed to load resource"  # how a console notes an answer like "wrong code", or no network


class Device:
    def __init__(
        self,
        playwright: Playwright,
        server: Server,
        profile: Path,
        shape: chromium.Shape,
        browser: Start = chromium.start,
    ) -> None:
        self.playwright, self.server, self.profile, self.shape, self.browser = (
            playwright,
            server,
            profile,
            shape,
            browser,
        )
        self.line = Line(server.port)
        self.url = f"http://localhost:{self.line.port}"
        self.troubles: list[str] = []
        self.taps = 0
        self.start()

    def start(self) -> None:
        """The browser, from cold."""
        self.context = self.browser(self.playwright, self.profile, self.shape)
        self.context.on("weberror", self._note_error)
        self.context.on("console", self._note_console)
        self.context.tracing.start(snapshots=True)
        self.context.set_default_timeout(PATIENCE)
        self.context.set_offline(self.line.is_cut)
        self.page = self.context.pages[0]

    def restart_offline(self) -> None:
        """From cold, with no network at all."""
        self.go_offline()
        self.close()  # a browser brings its cookies to the disk within half a minute, or on closing
        self.start()
        self.open()

    def kill(self) -> None:
        """The process ends with no farewell, as when a phone needs the memory."""
        with self.context.expect_event("close"):
            os.kill(chromium.process_of(self.profile), signal.SIGKILL)

    def close(self) -> None:
        self.context.close()

    def go_offline(self) -> None:
        """Truly: the browser knows it, and the server is out of reach also for who does not ask the browser."""
        self.line.cut()
        self.context.set_offline(True)

    def go_online(self) -> None:
        self.line.mend()
        self.context.set_offline(False)

    def open(self, path: str = "/") -> None:
        self.page.goto(self.url + path)

    def tap(self, what: Locator) -> None:
        """Of a thumb or a mouse; counted."""
        self.taps += 1
        if self.shape.touch:
            what.tap()
        else:
            what.click()

    def button(self, name: str, exact: bool = False) -> Locator:
        """Or a link that looks like one."""
        return self.page.get_by_role("button", name=name, exact=exact).or_(
            self.page.get_by_role("link", name=name, exact=exact)
        )

    def enter_demo_as(self, name: str) -> None:
        """One tap on the sign-in page."""
        self.open("/inloggen")
        expect(self.page.get_by_role("region", name="Even rondkijken")).to_be_visible()
        if not self.button(name).is_visible():
            self.page.get_by_role("button", name="Toon alle").click()
        self.button(name).click()
        self.settle_in()

    def settle_in(self) -> None:
        """Somebody is signed in, and from here on the whole app is on the device."""
        expect(self.page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def _note_error(self, error: WebError) -> None:
        self.troubles.append(str(error.error))

    def _note_console(self, message: ConsoleMessage) -> None:
        if is_trouble(message):
            self.troubles.append(message.text)


def is_trouble(message: ConsoleMessage) -> bool:
    """What the console says that nobody should ever see."""
    return message.type == "error" and EXPECTED not in message.text
