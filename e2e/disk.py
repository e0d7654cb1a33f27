"""What lies on a device: everything that its browser keeps of this app, as text to look for words in."""

from playwright.sync_api import Page

KEPT = """async () => {
  const done = (request) => new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
  const kept = { local: { ...localStorage }, tab: { ...sessionStorage } };
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


def wait_until_on_disk(page: Page, words: str) -> None:
    """Typed words are there within 250 ms; a second is what is promised."""
    page.wait_for_function(f"async (words) => (await ({KEPT})()).includes(words)", arg=words, timeout=1_000)


def wait_until_gone_from_disk(page: Page, words: str) -> None:
    page.wait_for_function(f"async (words) => !(await ({KEPT})()).includes(words)", arg=words)
