"""The raw limit: sqlite3 used straight. JSON is parsed and written once, 200 records a transaction."""

import sqlite3
import time
from pathlib import Path

import orjson

TABLE = "CREATE TABLE raw (id TEXT PRIMARY KEY, fields TEXT)"


class Raw:
    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(TABLE)

    def write(self, bodies: list[bytes]) -> float:
        """Seconds for the mutations of these requests, each request a transaction."""
        begun = time.perf_counter()
        for body in bodies:
            rows = [(one["id"], orjson.dumps(one["set"]).decode()) for one in orjson.loads(body)["mutations"]]
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT INTO raw VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")
        return time.perf_counter() - begun

    def read(self, page: int) -> float:
        """Seconds for all records in the order of their ids, this many at a time, parsed and written once."""
        begun, last = time.perf_counter(), ""
        sql = "SELECT id, fields FROM raw WHERE id > ? ORDER BY id LIMIT ?"
        while rows := self._connection.execute(sql, (last, page)).fetchall():
            orjson.dumps([{"id": id, "fields": orjson.loads(fields)} for id, fields in rows])
            last = rows[-1][0]
        return time.perf_counter() - begun

    def close(self) -> None:
        self._connection.close()
