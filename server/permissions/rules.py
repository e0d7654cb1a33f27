"""Who may write what. Read it as a table; nothing else in the code decides, and what is not in it is refused.

A reader of a scope reads all of it, so there are rows for writing only. By default a record is edited, deleted and
moved by its author alone.
"""

from typing import Any

from server.permissions.roles import COACH, COACHEE, COORDINATOR, SELF, SENIOR

Roles = frozenset[str]


def _of(*roles: str) -> Roles:
    return frozenset(roles)


NOBODY = _of()
ANYONE = _of(SELF, COACHEE, COACH, SENIOR, COORDINATOR)

CREATES: dict[tuple[str, str], Roles] = {  # (kind, scope kind) → who, by what they are in that scope
    ("session", "agenda"): _of(COACH, COORDINATOR),
    ("session", "member:shared"): _of(COACH, COACHEE),
    ("session", "staff"): _of(COORDINATOR),  # trainings and intervisie
    ("template", "programme"): _of(COORDINATOR),
    ("logboek", "self"): _of(COACH),
    ("attendance", "member:record"): _of(COACH),
    ("reflection", "self"): _of(SELF),
    ("goal", "self"): _of(SELF),
    ("step", "self"): _of(SELF),  # it is then laid beside its goal
    ("checkin", "self"): _of(SELF),
    ("review", "coaching"): _of(SENIOR, COORDINATOR),
    ("comment", "coaching"): _of(COACH, SENIOR, COORDINATOR),
    ("comment", "member:shared"): _of(COACH, COACHEE),
    ("comment", "mentor"): _of(COACH, SENIOR),
    ("receipt", "coaching"): _of(COACH, SENIOR, COORDINATOR),
    ("receipt", "member:shared"): _of(COACH, COACHEE),
}

NEVER: dict[tuple[str, str], tuple[str, str]] = {  # a value that would tell all readers of the scope too much
    ("session", "agenda"): ("kind", "individual"),
}

EDITS: dict[tuple[str, str], Roles] = {  # who edits also what others wrote
    ("session", "agenda"): _of(COACH, COORDINATOR),
    ("attendance", "member:record"): _of(COACH),  # one record for a pair, whichever coach noted it first
}

EDITS_IF_NAMED: dict[tuple[str, str], str] = {  # the field that names those who edit it also
    ("logboek", "coaching"): "coaches",
}

DELETES: dict[tuple[str, str], Roles] = {}  # who deletes also what others wrote: nobody

MOVES: dict[tuple[str, str, str], Roles] = {  # by the author alone → what they are in the scope that is shared with
    ("goal", "self", "member:shared"): _of(COACHEE),
    ("goal", "member:shared", "self"): ANYONE,
    ("goal", "self", "community"): _of(COACHEE, COACH),
    ("goal", "community", "self"): ANYONE,
    ("reflection", "self", "mentor"): _of(COACH),
    ("reflection", "mentor", "self"): ANYONE,
    ("logboek", "self", "coaching"): _of(COACH),
    ("logboek", "coaching", "self"): ANYONE,
}

UNTIL_DONE = {("logboek", "coaching")}  # neither edited, deleted nor taken back once a review has closed it


def may_create(roles: Roles, kind: str, scope_kind: str) -> bool:
    return bool(roles & CREATES.get((kind, scope_kind), NOBODY))


def tells_too_much(kind: str, scope_kind: str, values: dict[str, Any]) -> bool:
    key, value = NEVER.get((kind, scope_kind), ("", ""))
    return bool(key) and values.get(key) == value


def may_edit_others(roles: Roles, kind: str, scope_kind: str) -> bool:
    return bool(roles & EDITS.get((kind, scope_kind), _of()))


def may_delete_others(roles: Roles, kind: str, scope_kind: str) -> bool:
    return bool(roles & DELETES.get((kind, scope_kind), _of()))


def may_move(roles: Roles, kind: str, scope_kind: str, to: str) -> bool:
    """Roles are those in the scope that is not one's own."""
    return bool(roles & MOVES.get((kind, scope_kind, to), _of()))


def creatable(roles: Roles, scope_kind: str) -> list[str]:
    """The kinds that someone with these roles may create here."""
    return sorted(kind for (kind, where), who in CREATES.items() if where == scope_kind and roles & who)
