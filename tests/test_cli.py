"""The command line as a person uses it."""

import os
import re
import socket
import sqlite3
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import httpx2
import pytest

from server.cli import main
from server.config import SETTINGS

ROOT = Path(__file__).parents[1]
INVITE = ("invite", "--programme", "S4S", "--email", "cora@school.nl", "--name", "Cora")


class Said(NamedTuple):
    code: int
    stdout: str
    stderr: str


Maatje = Callable[..., Said]


@pytest.fixture
def maatje(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Maatje:
    """`python -m server …` in this very process, because starting another takes a second."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MAATJE_DATA", str(tmp_path))

    def run(*arguments: str) -> Said:
        capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as wrong_use:  # that is how argparse leaves
            code = int(wrong_use.code or 0)
        return Said(code, *capsys.readouterr())

    return run


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serving(data: Path, *arguments: str) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "server", "serve", *arguments]
    ours = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    settings = {**ours, "MAATJE_DATA": str(data), "PORT": str(port)}
    process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE)
    try:
        for _ in range(100):
            time.sleep(0.1)
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        yield port
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[int]:
    yield from serving(tmp_path)


@pytest.fixture
def served_with_tls(tmp_path: Path) -> Iterator[int]:
    yield from serving(tmp_path, "--tls")


def test_every_command_has_a_help_text_and_nonsense_is_a_wrong_use(maatje: Maatje) -> None:
    overview = maatje("--help")

    assert overview.code == 0
    for command in ("serve", "migrate", "invite", "doctor"):
        assert re.search(rf"^    {command}\s+\w+", overview.stdout, re.MULTILINE)
    assert maatje("dance").code == 2
    assert maatje().code == 2


def test_a_misspelt_setting_is_refused_in_words(maatje: Maatje, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAATJE_DATABASE", "x")
    refused = maatje("migrate")

    assert refused.code == 2
    assert "MAATJE_DATABASE" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_migrate_says_what_it_does_and_check_only_looks(maatje: Maatje) -> None:
    before = maatje("migrate", "--check")
    first = maatje("migrate")
    after = maatje("migrate", "--check")

    assert (before.code, after.code) == (1, 0)
    assert "migrating: 0001_initial" in first.stdout


def test_the_first_coordinator_is_invited_by_link_and_mail(maatje: Maatje, tmp_path: Path) -> None:
    invited = maatje(*INVITE)

    assert invited.code == 0, invited.stderr
    link = invited.stdout.splitlines()[-1]
    assert link.startswith("http://localhost:8000/uitnodiging#")
    letters = list((tmp_path / "outbox").glob("*.eml"))
    assert [link in letter.read_text() for letter in letters] == [True]


def test_a_role_in_a_community_needs_one_that_exists(maatje: Maatje) -> None:
    nameless = maatje(*INVITE, "--role", "coach")
    unknown = maatje(*INVITE, "--role", "coach", "--community", "Nowhere")

    assert (nameless.code, unknown.code) == (1, 1)
    assert "community" in nameless.stderr
    assert "Nowhere" in unknown.stderr


def test_a_community_is_made_by_asking_for_a_new_one_and_not_by_misspelling_one(maatje: Maatje) -> None:
    made = maatje(*INVITE, "--role", "coach", "--community", "SW1A", "--new-community", "group")
    again = maatje(*INVITE, "--role", "coach", "--community", "SW1A", "--new-community", "group")
    joined = maatje(*INVITE, "--role", "coachee", "--community", "SW1A")

    assert (made.code, again.code, joined.code) == (0, 1, 0), made.stderr
    assert "SW1A" in again.stderr


def test_doctor_finds_a_checksum_that_is_wrong_and_a_database_that_is_not_there(maatje: Maatje, tmp_path: Path) -> None:
    without = maatje("doctor")
    maatje(*INVITE)
    well = maatje("doctor")
    with sqlite3.connect(tmp_path / "maatje.sqlite3") as connection:
        connection.execute("UPDATE scope SET \"sum\" = '0123456789abcdef'")
    connection.close()
    ill = maatje("doctor")

    assert without.code == 1
    assert re.search(r"^TROUBLE +database", without.stdout, re.MULTILINE)
    assert re.search(r"^ok +checksums", well.stdout, re.MULTILINE)
    assert ill.code == 1
    assert re.search(r"^TROUBLE +checksums", ill.stdout, re.MULTILINE)


def test_serve_migrates_and_answers(served: int) -> None:
    answered = httpx2.get(f"http://localhost:{served}/healthz")

    assert answered.json()["status"] == "ok"
    assert "server" not in answered.headers


def test_serve_with_tls_answers_to_whoever_trusts_its_authority(served_with_tls: int, tmp_path: Path) -> None:
    trusting = ssl.create_default_context(cafile=str(tmp_path / "tls" / "authority.pem"))

    answered = httpx2.get(f"https://localhost:{served_with_tls}/healthz", verify=trusting)

    assert answered.json()["status"] == "ok"
    assert "strict-transport-security" in answered.headers


def test_a_port_that_is_taken_ends_in_failure(maatje: Maatje, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        failed = maatje("serve")

    assert failed.code == 1
