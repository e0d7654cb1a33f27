"""A page that one left for another site and came back to: it was asleep all the while, and missed what happened."""

import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from e2e.chromium import LAPTOP
from e2e.conftest import NewDevice
from e2e.device import Device

BEGUN = "Elke zondag"
REMEMBER = "addEventListener('pageshow', (event) => { window.slept = event.persisted; })"


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Another site."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class _Elsewhere(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Elsewhere</title>")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.row("F5", "F103")
def test_a_page_that_one_comes_back_to_has_every_word_shows_what_is_new_and_hears_of_more(
    phone: Device, device: NewDevice, elsewhere: str
) -> None:
    phone.enter_demo_as("Sanne")
    phone.open("/doelen/nieuw")
    wish = phone.page.get_by_role("textbox", name="Wat wil je bereiken?")
    wish.fill(BEGUN)
    wish.blur()
    expect(phone.page.get_by_text("veilig bewaard", exact=True)).to_be_visible()
    laptop = device("laptop", LAPTOP)
    laptop.enter_demo_as("Sanne")
    laptop.page.goto(phone.page.url.replace(phone.url, laptop.url))
    wish_there = laptop.page.get_by_role("textbox", name="Wat wil je bereiken?")
    expect(wish_there).to_have_value(BEGUN)

    wish.press("End")
    wish.press_sequentially(" opruimen")
    phone.page.evaluate(REMEMBER)
    phone.page.goto(elsewhere)
    add(wish_there, "Samen. ", at="Home")
    expect(laptop.page.get_by_text("veilig bewaard", exact=True)).to_be_visible()
    phone.page.go_back(wait_until="commit")

    expect(wish).to_have_value(f"Samen. {BEGUN} opruimen")
    assert phone.page.evaluate("window.slept") is True
    expect(wish_there).to_have_value(f"Samen. {BEGUN} opruimen")
    add(wish_there, ",", at="End")
    expect(wish).to_have_value(f"Samen. {BEGUN} opruimen,")
    phone.page.goto(elsewhere)
    add(wish_there, " om tien uur", at="End")
    expect(laptop.page.get_by_text("veilig bewaard", exact=True)).to_be_visible()
    phone.page.go_back(wait_until="commit")
    expect(wish).to_have_value(f"Samen. {BEGUN} opruimen, om tien uur")


def add(field: Locator, words: str, at: str) -> None:
    field.press(at)
    field.press_sequentially(words)
    field.blur()
