"""Which rows of the feature register are proven by which tests: pytest's `row` marks and F-numbers in vitest names."""

import re
import sys
from collections import defaultdict
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

NAMED = re.compile(r"""\b(?:test|it|describe)(?:\.\w+)*\(\s*(["'`])(?P<name>.*?)\1""", re.DOTALL)
ROW = re.compile(r"\bF\d+\b")
ROOT = Path(__file__).parents[1]

Proofs = dict[str, set[str]]


class Marked:
    """A pytest plugin that only looks."""

    def __init__(self) -> None:
        self.proofs: Proofs = defaultdict(set)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            for mark in item.iter_markers("row"):
                for row in mark.args:
                    self.proofs[str(row)].add(item.nodeid.partition("[")[0])


def main() -> int:
    marked = Marked()
    with redirect_stdout(StringIO()) as said:
        code = pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", str(ROOT)], plugins=[marked])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        sys.stderr.write(said.getvalue())
        return 1
    add_vitest(marked.proofs)
    for row in sorted(marked.proofs, key=lambda row: int(row.lstrip("F"))):
        sys.stdout.write(f"{row}\n" + "".join(f"    {proof}\n" for proof in sorted(marked.proofs[row])))
    sys.stdout.write(f"{len(marked.proofs)} rows are proven.\n")
    return 0


def add_vitest(proofs: Proofs) -> None:
    for file in sorted((ROOT / "pwa").glob("s*/**/*.test.ts*")):
        for test in NAMED.finditer(file.read_text()):
            for row in ROW.findall(test["name"]):
                proofs[row].add(f"{file.relative_to(ROOT)}: {test['name']}")


if __name__ == "__main__":
    sys.exit(main())
