"""Backup, restore and erasure as somebody types them, with a server running beside them."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from server.config import SETTINGS
from tests.files.samples import jpeg, sha256
from tests.sync.device import Json, mutation
from tests.test_cli import ROOT, free_port

FURTHER: dict[str, str] = {}


def environment(data: Path, **more: str) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return {**ours, "MAATJE_DATA": str(data), **FURTHER, **more}


def maatje(data: Path, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server", *words]
    return subprocess.run(command, cwd=ROOT, env=environment(data), input=said, capture_output=True, text=True)


@contextmanager
def serving(data: Path) -> Iterator[httpx2.Client]:
    """A server in a process of its own, and a browser of Bram of the demo."""
    port = free_port()
    command = [sys.executable, "-m", "server", "serve"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(data, PORT=str(port)), stdout=subprocess.DEVNULL)
    home = f"http://localhost:{port}"
    try:
        with httpx2.Client(base_url=home, headers={"origin": home}) as bram:
            assert any(_answers(bram) for _ in range(200))
            bram.post("/api/demo/enter", json={"email": "bram@maatje.example"}).raise_for_status()
            yield bram
    finally:
        process.terminate()
        process.wait(20)


def _answers(client: httpx2.Client) -> bool:
    try:
        return client.get("/healthz").status_code == 200
    except httpx2.TransportError:  # not yet
        time.sleep(0.1)
        return False


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Filled once; each test takes a copy."""
    data = tmp_path_factory.mktemp("demo")
    assert maatje(data, "demo", "--communities", "2").returncode == 0
    return data


@pytest.fixture
def data(demo: Path, tmp_path: Path) -> Path:
    return shutil.copytree(demo, tmp_path / "data")


def push(bram: httpx2.Client, *mutations: Json, **more: Any) -> Json:
    body = {"proto": 1, "device": "test", "n": 1, "gen": None, "schema": 1, "limit": 1000, "cursors": {}}
    answered = bram.post("/api/sync", json=body | {"mutations": mutations} | more)
    answered.raise_for_status()
    answer: Json = answered.json()
    return answer


def sign_in_and_out(home: httpx2.URL) -> None:
    """Which the journal knows of from now on."""
    with httpx2.Client(base_url=home, headers={"origin": str(home)}) as joris:
        joris.post("/api/demo/enter", json={"email": "joris@maatje.example"}).raise_for_status()
        joris.post("/api/auth/sign-out").raise_for_status()


def note(me: str, text: str) -> Json:
    return mutation("reflection", {"text": text}, scope=f"self:{me}")


@pytest.mark.row("F123")
def test_a_backup_while_people_write_has_all_that_was_acknowledged_before_it(data: Path, tmp_path: Path) -> None:
    copy, elsewhere = tmp_path / "copy.zip", tmp_path / "elsewhere"
    with serving(data) as bram:
        me = bram.get("/api/me").json()["person"]["id"]
        before = [note(me, f"voor{n}.") for n in range(20)]
        push(bram, *before)
        sign_in_and_out(bram.base_url)
        command = [sys.executable, "-m", "server", "backup", str(copy)]
        running = subprocess.Popen(command, cwd=ROOT, env=environment(data), stdout=subprocess.PIPE)
        meanwhile = 0
        while running.poll() is None:
            assert push(bram, note(me, f"tijdens{meanwhile}."))["results"]
            meanwhile += 1
        said = running.communicate()[0].decode()
        refused = maatje(data, "restore", "--replace", str(copy))
    alone = maatje(elsewhere, "restore", str(copy))
    shutil.copytree(data / "journal", elsewhere / "journal", dirs_exist_ok=True)
    restored = maatje(elsewhere, "restore", str(copy))

    assert alone.returncode == 1
    assert "--without-journal" in alone.stderr
    assert running.returncode == restored.returncode == 0, restored.stdout + restored.stderr
    assert "Not in it: the secret" in said
    assert (refused.returncode, meanwhile > 0) == (1, True)
    assert "stop it first" in refused.stderr
    assert "TROUBLE" not in restored.stdout
    with serving(elsewhere) as bram:
        texts = {record["fields"].get("text") for record in push(bram)["records"]}
        assert {one["set"]["text"] for one in before} <= texts


def test_a_backup_that_is_killed_leaves_no_file_under_its_name_and_does_not_stop_the_next(
    data: Path, tmp_path: Path
) -> None:
    copy, half = tmp_path / "copy.zip", tmp_path / "copy.zip.half"
    command = [sys.executable, "-m", "server", "backup", str(copy)]
    killed = subprocess.Popen(command, cwd=ROOT, env=environment(data))
    while killed.poll() is None and not half.exists():
        time.sleep(0.001)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    left = copy.exists(), half.exists()
    again = maatje(data, "backup", str(copy))

    assert left == (False, True)
    assert again.returncode == 0, again.stderr
    assert sorted(os.listdir(tmp_path)) == ["copy.zip", "data"]
    assert maatje(data, "backup", str(copy)).returncode == 1  # never over a file that is there


def test_what_is_replaced_is_backed_up_beside_and_phones_hand_in_what_is_missing(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.zip"
    assert maatje(data, "backup", str(copy)).returncode == 0
    with serving(data) as bram:
        me = bram.get("/api/me").json()["person"]["id"]
        later = note(me, "erna.")
        first = push(bram, later)
    refused = maatje(data, "restore", str(copy))
    restored = maatje(data, "restore", "--replace", str(copy))
    with serving(data) as bram:
        stale = push(bram, later, gen=first["gen"])
        again = push(bram, later | {"replay": True}, gen=stale["gen"])

    assert (refused.returncode, restored.returncode) == (1, 0), restored.stderr
    assert "--replace" in refused.stderr
    assert len(list(tmp_path.glob("copy.zip.replaced-*"))) == 1
    assert (first["gen"], stale["gen"], stale["stale"]) == ("g1", "g2", True)
    assert [one["status"] for one in again["results"].values()] == ["ok"]


def test_a_restore_without_the_files_says_so_and_phones_are_asked_for_them(data: Path, tmp_path: Path) -> None:
    copy, elsewhere = tmp_path / "copy.zip", tmp_path / "elsewhere"
    with serving(data) as bram:
        bram.put(f"/api/files/{sha256(jpeg())}/0?of=1", content=jpeg()).raise_for_status()
    made = maatje(data, "backup", "--without-files", str(copy))
    restored = maatje(elsewhere, "restore", "--without-journal", str(copy))
    with serving(elsewhere) as bram:
        asked = bram.head(f"/api/files/{sha256(jpeg())}")

    assert made.returncode == restored.returncode == 0, made.stderr + restored.stderr
    assert "1 files of the copy are not here." in restored.stdout
    assert asked.status_code == 404


def test_what_is_erased_is_in_no_file_although_the_server_runs(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some builds of SQLite wipe what is deleted, others leave it in free pages; here none does."""
    monkeypatch.setitem(FURTHER, "DATABASE_URL", f"sqlite://{data}/maatje.sqlite3?secure_delete=OFF")
    with serving(data) as bram:
        me = bram.get("/api/me").json()["person"]["id"]
        secret = note(me, "onuitspreekbaar " * 500)
        known = push(bram, secret)
        kept = files_with(data, b"onuitspreekbaar")
        refused = maatje(data, "erase", "--record", secret["id"], said="no\n")
        unknown = maatje(data, "erase", "--yes", "--record", "0198f3aa-0000-7000-8000-000000000000")
        still = files_with(data, b"onuitspreekbaar")
        erased = maatje(data, "erase", "--record", secret["id"], said="yes\n")
        left = files_with(data, b"onuitspreekbaar")
        told = push(bram, gen=known["gen"], cursors=known["cursors"])

    assert (refused.returncode, unknown.returncode, erased.returncode) == (1, 1, 0), erased.stderr
    assert kept == still != []
    assert left == []
    assert told["erased"] == [secret["id"]]


def test_what_somebody_reads_while_it_is_erased_is_cleared_afterwards(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"sqlite://{data}/maatje.sqlite3?secure_delete=OFF&busy_timeout=100"
    monkeypatch.setitem(FURTHER, "DATABASE_URL", address)
    with serving(data) as bram:
        secret = note(bram.get("/api/me").json()["person"]["id"], "onuitspreekbaar " * 500)
        push(bram, secret)
        with closing(sqlite3.connect(data / "maatje.sqlite3", isolation_level=None)) as backup:
            backup.execute("BEGIN")
            backup.execute("SELECT count(*) FROM record").fetchall()
            erased = maatje(data, "erase", "--yes", "--record", secret["id"])
            still = files_with(data, b"onuitspreekbaar")
        again = maatje(data, "erase", "--traces")

    assert (erased.returncode, again.returncode) == (1, 0), again.stderr
    assert "erase --traces" in erased.stderr
    assert (still != [], files_with(data, b"onuitspreekbaar")) == (True, [])


def files_with(folder: Path, word: bytes) -> list[str]:
    return [str(file) for file in folder.rglob("*") if file.is_file() and word in file.read_bytes()]
