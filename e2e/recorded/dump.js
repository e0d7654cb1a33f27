async () => {
  const done = (r) => new Promise((good, bad) => { r.onsuccess = () => good(r.result); r.onerror = () => bad(r.error); });
  const out = {};
  for (const { name, version } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    const stores = {};
    for (const store of db.objectStoreNames) {
      const at = db.transaction(store).objectStore(store);
      const indexes = Object.fromEntries([...at.indexNames].map((i) => [i, at.index(i).keyPath]));
      const [keys, rows] = await Promise.all([done(at.getAllKeys()), done(at.getAll())]);
      stores[store] = { keyPath: at.keyPath, indexes, keys, rows };
    }
    out[name] = { version, stores };
    db.close();
  }
  return out;
}
