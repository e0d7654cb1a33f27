"""Who reads what, the plain way: every scope there is against every relation, by the table of scopes."""

from tests.simulation.tables import Tables


def readable(tables: Tables, person: str) -> set[str]:
    """Every scope there is that this person reads now."""
    if person not in tables.readable:
        tables.readable[person] = {name for name in _names(tables, person) if _reads(tables, person, name)}
    return tables.readable[person]


def _names(tables: Tables, person: str) -> set[str]:
    names = {f"self:{person}", f"mentor:{person}"} | {f"mentor:{row['coach_id']}" for row in tables["mentoring"]}
    for m in tables["membership"]:
        names |= {f"member:{m['id']}:shared", f"member:{m['id']}:record"}
    names |= {f"{kind}:{row['id']}" for row in tables["community"] for kind in ("agenda", "community")}
    names |= {f"coaching:{row['id']}" for row in tables["coaching"]}
    names |= {f"{kind}:{row['id']}" for row in tables["programme"] for kind in ("staff", "programme")}
    return names


def _reads(tables: Tables, person: str, scope: str) -> bool:
    kind, subject, *part = scope.split(":")
    if kind == "self":
        return subject == person
    if kind == "member":
        return _reads_member(tables, person, subject, part[0])
    if kind in ("staff", "programme"):
        return _reads_programme(tables, person, subject, kind)
    if kind == "mentor":
        return _coaches_anywhere(tables, subject) and (
            subject == person or any(_guides(tables, person, subject, p["id"]) for p in tables["programme"])
        )
    if kind == "coaching":
        return _reads_coaching(tables, person, subject)
    if _member_of(tables, person, subject) or coaches(tables, person, subject):
        return True
    return kind == "agenda" and _leads(tables, person, subject)


def _reads_member(tables: Tables, person: str, id: str, part: str) -> bool:
    found = tables.active("membership", id=id)
    if not found:
        return False
    community = found[0]["community_id"]
    if found[0]["person_id"] == person or coaches(tables, person, community):
        return True
    return part == "record" and _leads(tables, person, community)


def _reads_coaching(tables: Tables, person: str, coaching: str) -> bool:
    place = next(row for row in tables["coaching"] if row["id"] == coaching)
    programme = _programme_of(tables, place["community_id"])
    if _is(tables, person, programme, "coordinator"):
        return True  # also of a coaching that has ended
    if not tables.active("coaching", id=coaching):
        return False
    seated = [row["person_id"] for row in tables.active("coach_seat", coaching_id=coaching)]
    return person in seated or any(_guides(tables, person, coach, programme) for coach in seated)


def _reads_programme(tables: Tables, person: str, programme: str, kind: str) -> bool:
    communities = [row["id"] for row in tables["community"] if row["programme_id"] == programme]
    staff = (
        any(coaches(tables, person, community) for community in communities)
        or bool(tables.active("mentoring", senior_id=person, programme_id=programme))
        or any(_is(tables, person, programme, role) for role in ("coordinator", "senior"))
    )
    if staff or kind == "staff":
        return staff
    tutor = _is(tables, person, programme, "tutor")
    return tutor or any(_member_of(tables, person, community) for community in communities)


def coaches(tables: Tables, person: str, community: str) -> bool:
    open_ones = [row["id"] for row in tables.active("coaching", community_id=community)]
    return any(row["coaching_id"] in open_ones for row in tables.active("coach_seat", person_id=person))


def coordinates(tables: Tables, person: str, community: str) -> bool:
    return _is(tables, person, _programme_of(tables, community), "coordinator")


def _leads(tables: Tables, person: str, community: str) -> bool:
    """A coordinator, or the senior of one who coaches here."""
    programme = _programme_of(tables, community)
    guided = [row["coach_id"] for row in tables.active("mentoring", senior_id=person, programme_id=programme)]
    return coordinates(tables, person, community) or any(coaches(tables, coach, community) for coach in guided)


def _member_of(tables: Tables, person: str, community: str) -> bool:
    return bool(tables.active("membership", person_id=person, community_id=community))


def _guides(tables: Tables, senior: str, coach: str, programme: str) -> bool:
    return _seated_in(tables, coach, programme) and bool(
        tables.active("mentoring", senior_id=senior, coach_id=coach, programme_id=programme)
    )


def _seated_in(tables: Tables, coach: str, programme: str) -> bool:
    places = [row["id"] for row in tables["community"] if row["programme_id"] == programme]
    return any(coaches(tables, coach, place) for place in places)


def _coaches_anywhere(tables: Tables, person: str) -> bool:
    return any(coaches(tables, person, row["id"]) for row in tables["community"])


def _is(tables: Tables, person: str, programme: str, role: str) -> bool:
    return bool(tables.active("appointment", person_id=person, programme_id=programme, role=role))


def _programme_of(tables: Tables, community: str) -> str:
    return str(next(row for row in tables["community"] if row["id"] == community)["programme_id"])
