"""Which screens there are, read from the app's own table of routes, and at which addresses each can be seen."""

import re
from pathlib import Path
from typing import NamedTuple

ROUTES = Path(__file__).parents[1] / "pwa" / "src" / "app" / "routes.ts"
GROUPS = re.compile(r"^const (?P<name>[A-Z]+) = (?P<roles>\[.*\]) as const;$", re.MULTILINE)
PATH = re.compile(r'path: "([^"]+)"')
ROLES = re.compile(r"roles: (\[[^\]]*\]|[A-Z]+)")
NOBODYS = "01a00000-0000-7000-8000-000000000000"
OF_EACH = 2  # of a page that shows one thing: the first and the last that are linked to


class Screen(NamedTuple):
    path: str
    roles: frozenset[str]  # empty: everybody's
    open: bool

    def is_of(self, role: str | None) -> bool:
        """None: of somebody who is not signed in."""
        return self.open if role is None else not self.roles or role in self.roles


def screens() -> list[Screen]:
    table = ROUTES.read_text()
    groups = {found["name"]: found["roles"] for found in GROUPS.finditer(table)}
    return [_screen(line, groups) for line in table.splitlines() if line.startswith("  { path:")]


def addresses(path: str, links: list[str]) -> list[str]:
    """Where this page can be seen; with nothing to show it has something to say as well."""
    if ":" not in path:
        return [path]
    pattern = re.compile(re.sub(r":\w+", "[^/]+", path))
    known = [link for link in dict.fromkeys(links) if pattern.fullmatch(link) and re.search(r"[0-9a-f-]{36}$", link)]
    made_up = re.sub(r":\w+", NOBODYS, path.replace(":kind", "goal"))
    return [*dict.fromkeys([*known[:1], *known[-1:]]), made_up][:OF_EACH]


def _screen(line: str, groups: dict[str, str]) -> Screen:
    path, roles = PATH.search(line), ROLES.search(line)
    assert path, f"a route that is told in another way: {line}"
    named = groups.get(roles[1], roles[1]) if roles else ""
    return Screen(path[1], frozenset(re.findall(r"[a-z]+", named)), "open: true" in line)
