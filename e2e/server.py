"""The real program as somebody installed it: a copy of its own, data of its own, a process of its own."""

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).parents[1]
PARTS = ("server", "shared", "pwa/dist")
SECRET = "a-secret-of-the-journeys-that-is-long-enough"
PATIENCE = 30.0
END_SEAT = """
import asyncio, sys
from server import config, db, journal
from server.people.models import CoachSeat
from server.permissions.changes import end_seat

async def end():
    seat = await CoachSeat.get(person__email=sys.argv[1], ends_at=None)
    await end_seat(seat.id)

async def main():
    settings = config.read()
    journal.open_journal(settings.journal)
    await db.open_database(settings.database_url)
    await db.write(end)
    await db.close_database()

asyncio.run(main())
"""


def install(folder: Path) -> Path:
    """A copy, so that a test may change the page, and nobody who builds meanwhile changes ours."""
    for part in PARTS:
        shutil.copytree(HERE / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(program: Path, data: Path, *command: str) -> str:
    """One command of the program, to its end."""
    return _python(program, data, "-m", "server", *command)


class Server:
    def __init__(self, program: Path, data: Path) -> None:
        self.program, self.data, self.port = program, data, _free_port()
        self.start()

    def start(self) -> None:
        self.data.mkdir(exist_ok=True)
        env = _env(self.data) | {"PORT": str(self.port)}
        with (self.data / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "server", "serve"], cwd=self.program, env=env, stdout=log, stderr=log
            )
        self._wait_until_it_answers()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)

    def kill(self) -> None:
        """As when the power fails."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def run(self, *command: str) -> str:
        return run(self.program, self.data, *command)

    def end_coaching_of(self, email: str) -> None:
        """By the program's own verb, for there is no screen for it yet. Phones hear of it when they ask again."""
        _python(self.program, self.data, "-c", END_SEAT, email)

    def let_logins_run_out(self) -> None:
        """As if nobody had been here for years."""
        with sqlite3.connect(self.data / "maatje.sqlite3", timeout=PATIENCE) as database:
            database.execute("UPDATE login SET last_contact = '2020-01-01 00:00:00+00:00'")
        database.close()

    def has_heard(self, words: str) -> bool:
        """Whether these words are anywhere in its database."""
        return any(words.encode() in file.read_bytes() for file in self.data.glob("*.sqlite3*"))

    def wait_until_it_heard(self, words: str) -> None:
        until = time.monotonic() + PATIENCE
        while not self.has_heard(words):
            assert time.monotonic() < until, words
            time.sleep(0.02)

    def newest_code(self, address: str) -> str:
        """Six digits, in two threes."""
        found = re.search(r"\b(\d{3}) (\d{3})\b", self.newest_letter(address))
        assert found
        return "".join(found.groups())

    def newest_letter(self, address: str) -> str:
        """The mail that was written last, once there is one to this address."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for file in sorted((self.data / "outbox").glob("*.eml"), reverse=True):
                if re.search(rf"^To:.*{re.escape(address)}", letter := file.read_text(), re.MULTILINE):
                    return letter
            time.sleep(0.02)
        raise AssertionError(f"no mail to {address}")

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz") as answer:
                    if json.load(answer)["status"] == "ok":
                        return
            except OSError:
                time.sleep(0.02)  # not listening yet
        raise AssertionError((self.data / "log.txt").read_text())


def _python(program: Path, data: Path, *arguments: str) -> str:
    called = [sys.executable, *arguments]
    done = subprocess.run(called, cwd=program, env=_env(data), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _env(data: Path) -> dict[str, str]:
    rest = {name: value for name, value in os.environ.items() if not name.startswith("MAATJE_")}
    return rest | {"MAATJE_DATA": str(data), "MAATJE_SECRET": SECRET, "PYTHONDONTWRITEBYTECODE": "1"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
