"""The house itself: what is documented, how large files are, which way imports point."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from server.config import SETTINGS
from server.errors import CODES

ROOT = Path(__file__).parents[2]
LONGEST = 300
CODE = {".py", ".ts", ".tsx", ".css", ".mjs", ".sh"}
NOT_OURS = ("node_modules", ".venv", "dist", "__pycache__", "types.gen.ts", "migrations")
UTILITY = {"utils", "helpers", "common", "base", "manager", "service", "misc"}


def ours() -> list[Path]:
    found = [file for folder in ("server", "pwa", "tests", "e2e", "tools", "bench") for file in walk(ROOT / folder)]
    return [file for file in found if file.suffix in CODE]


def walk(folder: Path) -> list[Path]:
    if not folder.is_dir() or folder.name in NOT_OURS:
        return []
    files = [entry for entry in folder.iterdir() if entry.is_file() and entry.name not in NOT_OURS]
    return files + [file for entry in folder.iterdir() if entry.is_dir() for file in walk(entry)]


def test_no_file_has_swollen() -> None:
    lengths = {file: len(file.read_text().splitlines()) for file in ours()}

    assert {str(file): length for file, length in lengths.items() if length > LONGEST} == {}


def test_no_file_is_named_for_having_no_home() -> None:
    assert [file for file in ours() if file.stem.lower() in UTILITY] == []


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "operating.md").read_text()


def test_only_settings_that_exist_are_documented() -> None:
    documented = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "operating.md").read_text(), re.MULTILINE)

    assert documented == list(SETTINGS)


def test_every_code_in_the_list_is_used_and_no_other() -> None:
    """Codes are said as texts; this finds them where refusals are made."""
    said = {text for file in walk(ROOT / "server") if file.name != "errors.py" for text in codes_in(file)}
    classes = set(re.findall(r'^    code = "(\w+)"', (ROOT / "server" / "errors.py").read_text(), re.MULTILINE))

    assert said | classes <= set(CODES)


def codes_in(file: Path) -> set[str]:
    """Texts given as the code of a Malformed, SignedOut or Forbidden, or as the code of a field."""
    if file.suffix != ".py":
        return set()
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REFUSING:
            given = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg == "code")]
            found |= {
                value.value for value in given if isinstance(value, ast.Constant) and isinstance(value.value, str)
            }
    return found


REFUSING = {"Refusal", "Malformed", "SignedOut", "Forbidden"}


def test_every_module_begins_with_what_lives_there() -> None:
    silent = [
        file
        for file in walk(ROOT / "server")
        if file.suffix == ".py" and not ast.get_docstring(ast.parse(file.read_text()))
    ]

    assert silent == []


def test_imports_point_one_way() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )

    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize("only", ["os.environ", "datetime.now", "time.time", "sqlite3.connect", "aiosmtplib.send"])
def test_each_outside_thing_has_one_door(only: str) -> None:
    doors = {"os.environ": "config.py", "datetime.now": "clock.py", "aiosmtplib.send": "mail.py"}
    users = [file.name for file in walk(ROOT / "server") if file.suffix == ".py" and only in file.read_text()]

    assert set(users) <= {doors.get(only)}
