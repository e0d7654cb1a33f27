"""Killed at any statement, started again, sent the same: once, and with the same answer."""

import asyncio
import shutil
import sys
from pathlib import Path

import pytest


@pytest.mark.row("F110")
async def test_a_server_that_is_killed_anywhere_in_a_push_takes_it_exactly_once(template: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copy(template, tmp_path / "template.sqlite3"))

    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.sync.killed", str(folder), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await killed.communicate()

    lines = out.decode().splitlines()
    assert killed.returncode == 0
    assert len(lines) > 20
    assert [line for line in lines if not line.endswith("same")] == []
