"""What lies on a device: every database of this app in its browser, as text to look for words in."""

import json
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

PROMISED = 1.0
PATIENCE = 15.0
# For a page to run: Chromium tells every page that there is plenty.
LITTLE_LEFT = "navigator.storage.estimate = async () => ({ quota: 150_000_000, usage: 1_000_000 })"
KEPT = """async () => {
  const done = (request) => new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
  const kept = {};
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    const stores = [...db.objectStoreNames];
    const rows = stores.length ? stores.map((store) => done(db.transaction(store).objectStore(store).getAll())) : [];
    kept[name] = Object.fromEntries((await Promise.all(rows)).map((all, index) => [stores[index], all]));
    db.close();
  }
  return JSON.stringify(kept);
}"""


def on_disk(page: Page) -> str:
    return str(page.evaluate(KEPT))


def rows_on_disk(page: Page, store: str) -> list[Any]:
    """What lies in this store of the one person whose device it is."""
    return _rows(on_disk(page), store)


def wait_until_in_store(page: Page, store: str, words: str) -> None:
    _wait(page, lambda disk: words in json.dumps(_rows(disk, store), ensure_ascii=False), PATIENCE)


def wait_until_on_disk(page: Page, words: str) -> None:
    """A second after the last key is what is promised."""
    _wait(page, lambda disk: words in disk, PROMISED)


def wait_until_gone_from_disk(page: Page, words: str) -> None:
    _wait(page, lambda disk: words not in disk, PATIENCE)


def _rows(disk: str, store: str) -> list[Any]:
    [rows] = [stores[store] for stores in json.loads(disk).values() if store in stores]
    return list(rows)


def _wait(page: Page, fits: Callable[[str], bool], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not fits(on_disk(page)):
        assert time.monotonic() < until
