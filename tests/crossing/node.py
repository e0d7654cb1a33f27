"""The devices: one Node process in which the real client runs for all of them. Orders go in, a line comes back."""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]
PWA = Path(__file__).parents[2] / "pwa"


class Node:
    def __init__(self, folder: Path, process: "subprocess.Popen[str]") -> None:
        self.folder = folder
        self._process = process

    def page(self, bug: str = "") -> str:
        """The bundle of a page; with one of the planted bugs in it, if asked."""
        return str(self.folder / (f"page-{bug}.js" if bug else "page.js"))

    def order(self, *orders: list[Any]) -> Json:
        """All of it, one after the other; then everything that waits for nothing but its turn."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(orders) + "\n")
        self._process.stdin.flush()
        told: Json = json.loads(self._process.stdout.readline())
        assert "fault" not in told, told["fault"]
        return told


def planted() -> list[str]:
    """The names of the bugs that can be in a page."""
    return re.findall(r'^  "(.+)": \{$', (PWA / "simulator/bugs.mjs").read_text("utf-8"), re.MULTILINE)


def build(folder: Path, *what: str) -> None:
    subprocess.run(["node", "simulator/build.mjs", folder, *what], cwd=PWA, check=True)


@contextmanager
def started() -> Iterator[Node]:
    with tempfile.TemporaryDirectory(prefix="maatje-crossing-") as name:
        build(Path(name))
        main = Path(name) / "main.mjs"
        with subprocess.Popen(["node", main], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            yield Node(Path(name), process)
            assert process.stdin
            process.stdin.close()  # it ends when nobody has orders any more
