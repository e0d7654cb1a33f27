"""From a person to the scopes they may read, with what they are in each and since when. Never stored: always asked.

relations.py finds what the person is; GIVES says what each relation opens. may_see.py answers the same question from
the other end and shares no code with either.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from server import db
from server.permissions.relations import relations
from server.permissions.roles import COACH, COACHEE, COORDINATOR, SELF, SENIOR, TUTOR


@dataclass(frozen=True)
class Grant:
    """What someone is in a scope, and since when they may read it."""

    roles: frozenset[str]
    since: datetime


Grants = dict[str, Grant]
ALONE = {role: frozenset([role]) for role in (SELF, COACHEE, COACH, SENIOR, COORDINATOR, TUTOR)}


class Gift(NamedTuple):
    """As what one comes in, and where: in the scopes named after what the relation names."""

    role: str
    scopes: tuple[str, ...]


GIVES: dict[str, Gift] = {  # relation → what it opens; who runs the installation, or counts, reads nobody's content
    "coachee": Gift(
        COACHEE,
        (
            "member:{membership}:shared",
            "member:{membership}:record",
            "agenda:{community}",
            "community:{community}",
            "programme:{programme}",
        ),
    ),
    "seat": Gift(
        COACH,
        (
            "self:{coach}",
            "coaching:{coaching}",
            "agenda:{community}",
            "community:{community}",
            "mentor:{coach}",
            "staff:{programme}",
            "programme:{programme}",
        ),
    ),
    "coached": Gift(COACH, ("member:{membership}:shared", "member:{membership}:record")),
    "guide": Gift(SENIOR, ("staff:{programme}", "programme:{programme}")),
    "guided": Gift(SENIOR, ("coaching:{coaching}", "agenda:{community}", "mentor:{coach}")),
    "guided member": Gift(SENIOR, ("member:{membership}:record",)),
    "appointed senior": Gift(SENIOR, ("staff:{programme}", "programme:{programme}")),
    "appointed coordinator": Gift(COORDINATOR, ("staff:{programme}", "programme:{programme}")),
    "appointed tutor": Gift(TUTOR, ("programme:{programme}",)),
    "led": Gift(COORDINATOR, ("agenda:{community}",)),
    "led coaching": Gift(COORDINATOR, ("coaching:{coaching}",)),
    "led member": Gift(COORDINATOR, ("member:{membership}:record",)),
}


async def grants(person: UUID, now: datetime, only: Collection[str] | None = None) -> Grants:
    """Inside db.read() or db.write(): from the rows of this very transaction. `only`: of these scopes alone."""
    found = grants_of(person, await relations(person, now, only), now)
    return found if only is None else {name: found[name] for name in only if name in found}


def grants_of(person: UUID, rows: Iterable[Mapping[str, Any]], now: datetime) -> Grants:
    """The same of plain data. Who is several things in a scope is all of them there."""
    found: Grants = {}
    for scope, role, since in _given(person, rows, now):
        before = found.get(scope)
        if before is None:
            found[scope] = Grant(ALONE[role], since)
        elif role not in before.roles or since < before.since:
            found[scope] = Grant(before.roles | {role}, min(since, before.since))
    return found


def own_memberships(granted: Grants) -> Iterator[str]:
    """Where the person is coachee: the M of the scopes that are about themselves."""
    for scope, grant in granted.items():
        if scope.startswith("member:") and COACHEE in grant.roles:
            yield scope.split(":")[1]


def _given(person: UUID, rows: Iterable[Mapping[str, Any]], now: datetime) -> Iterator[tuple[str, str, datetime]]:
    yield f"self:{person}", SELF, datetime.fromtimestamp(0, now.tzinfo)
    for row in rows:
        gift = GIVES.get(row["relation"])
        if gift is None:
            continue
        since = db.instant_of(row["since"])
        for scope in gift.scopes:
            yield scope.format_map(row), gift.role, since
