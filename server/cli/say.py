"""What the command line says: results to standard output, complaints to standard error."""

import sys
from collections.abc import Iterable


def say(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()  # whoever pipes us sees progress too


def complain(text: str, code: int = 1) -> int:
    """Say what is wrong; gives the exit code."""
    sys.stderr.write(f"maatje: {text}\n")
    return code


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Columns as wide as their widest cell."""
    cells = list(rows)
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )
