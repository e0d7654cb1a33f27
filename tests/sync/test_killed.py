"""Killed at any statement, started again, sent the same: once, and with the same answer."""

import asyncio
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cluster import Cluster


@pytest.mark.row("F110")
async def test_a_server_that_is_killed_anywhere_in_a_push_takes_it_exactly_once(
    engine: Cluster | None, template: Path, place: Path
) -> None:
    """On PostgreSQL at every third statement, in each run at others; PROVE=1 looks at all."""
    url = engine.url("template") if engine else f"sqlite://{shutil.copy(template, place)}"
    every = "3" if engine and not os.environ.get("PROVE") else "1"

    killed = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.sync.killed", url, every, str(os.getpid())), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await killed.communicate()

    lines = out.decode().splitlines()
    assert killed.returncode == 0
    assert len(lines) > 20 / int(every)
    assert [line for line in lines if not line.endswith("same")] == []
