"""Every role against every kind and every scope: the table is asked, and the server itself."""

import pytest

from server import clock, db
from server.permissions.grants import grants
from server.permissions.may_see import may_see, readers
from server.permissions.rules import CREATES, MOVES, creatable, may_create
from server.records.kinds import derived_id, kinds
from server.records.models import Scope
from server.records.scopes import kind_of
from tests.conftest import SignedIn
from tests.people import Cast
from tests.sync.device import Device, Json, after, mutation, new_id

PEOPLE = ("sanne", "bram", "senna", "cora", "joris", "lot", "ada")

WRITTEN_BY = {  # one record of each kind where it belongs, and everyone who then holds it
    "goal in self": ("sanne", {"sanne"}),
    "goal shared with the coach": ("sanne", {"sanne", "bram"}),
    "goal shared with the group": ("sanne", {"sanne", "bram"}),
    "step beside a shared goal": ("sanne", {"sanne", "bram"}),
    "checkin beside a shared goal": ("sanne", {"sanne", "bram"}),
    "logboek in self": ("bram", {"bram"}),
    "logboek handed in": ("bram", {"bram", "senna", "cora"}),
    "reflection in self": ("bram", {"bram"}),
    "reflection with the senior": ("bram", {"bram", "senna"}),
    "attendance": ("bram", {"sanne", "bram", "senna", "cora"}),
    "session": ("bram", {"sanne", "bram", "senna", "cora"}),
    "session of two": ("bram", {"sanne", "bram"}),
    "session of coaches": ("cora", {"bram", "senna", "cora", "joris"}),
    "review": ("cora", {"bram", "senna", "cora"}),
    "comment": ("senna", {"bram", "senna", "cora"}),
    "comment on a goal": ("bram", {"sanne", "bram"}),
    "comment on a reflection": ("senna", {"bram", "senna"}),
    "receipt": ("cora", {"bram", "senna", "cora"}),
    "template": ("cora", {"sanne", "bram", "senna", "cora", "joris", "lot"}),
}


def marked(name: str) -> str:
    return f"words of the {name}."


def written(cast: Cast, name: str) -> list[Json]:
    """The mutations that put it there."""
    words = marked(name)
    sanne, bram = (f"self:{person.id}" for person in (cast.sanne, cast.bram))
    shared, record = (f"member:{cast.membership.id}:{part}" for part in ("shared", "record"))
    coaching, agenda = f"coaching:{cast.coaching.id}", f"agenda:{cast.community.id}"
    goal, logboek = mutation("goal", {"text": words}, scope=sanne), mutation("logboek", {"depth": words}, scope=bram)
    reflection = mutation("reflection", {"text": words}, scope=bram)
    about = {"kind": "individual", "starts": "2026-03-02T14:00:00Z", "title": words}
    session, reader, other = new_id(), str(cast.cora.id), new_id()
    here = {"session": session, "member": str(cast.membership.id)}
    read = {"record": other, "reader": reader}
    return {
        "goal in self": [goal],
        "goal shared with the coach": [goal, after(goal, {}, scope=shared)],
        "goal shared with the group": [goal, after(goal, {}, scope=f"community:{cast.community.id}")],
        "step beside a shared goal": [
            goal,
            mutation("step", {"goal": goal["id"], "text": words}),
            after(goal, {}, scope=shared),
        ],
        "checkin beside a shared goal": [
            goal,
            mutation("checkin", {"goal": goal["id"], "outcome": "done", "note": words}),
            after(goal, {}, scope=shared),
        ],
        "logboek in self": [logboek],
        "logboek handed in": [logboek, after(logboek, {}, scope=coaching)],
        "reflection in self": [reflection],
        "reflection with the senior": [reflection, after(reflection, {}, scope=f"mentor:{cast.bram.id}")],
        "attendance": [
            mutation(
                "attendance",
                here | {"state": "present", "x": words},
                derived_id("attendance", list(here.values())),
                scope=record,
            )
        ],
        "session": [mutation("session", about | {"kind": "community"}, scope=agenda)],
        "session of two": [mutation("session", about, scope=shared)],
        "session of coaches": [
            mutation("session", about | {"kind": "training"}, scope=f"staff:{cast.programme.id}"),
        ],
        "review": [mutation("review", {"logboek": other, "state": "thanks", "text": words}, scope=coaching)],
        "comment": [mutation("comment", {"about": other, "text": words}, scope=coaching)],
        "comment on a goal": [mutation("comment", {"about": other, "text": words}, scope=shared)],
        "comment on a reflection": [
            mutation("comment", {"about": other, "text": words}, scope=f"mentor:{cast.bram.id}")
        ],
        "receipt": [
            mutation("receipt", read | {"x": words}, derived_id("receipt", list(read.values())), scope=coaching)
        ],
        "template": [
            mutation(
                "template", {"key": "logboek.own", "version": 1, "x": words}, scope=f"programme:{cast.programme.id}"
            )
        ],
    }[name]


@pytest.mark.row("F112")
async def test_a_device_holds_only_what_its_owner_may_see(cast: Cast, signed_in: SignedIn) -> None:
    devices = {name: Device(await signed_in(getattr(cast, name))) for name in PEOPLE}
    for name, (author, holders) in WRITTEN_BY.items():
        results = await devices[author].push(*written(cast, name))
        assert {result["status"] for result in results} == {"ok"}, name

        for device in devices.values():
            await device.full()

        assert {who for who, device in devices.items() if marked(name) in str(device.records)} == holders, name


def test_every_kind_that_is_written_is_proven_here() -> None:
    proven = {name.split()[0] for name in WRITTEN_BY}

    assert proven == {kind for kind, _ in CREATES} == kinds().keys() - {"person"}


@pytest.mark.row("F112")
async def test_what_the_table_does_not_name_is_held_for_every_role_kind_and_scope(
    cast: Cast, signed_in: SignedIn
) -> None:
    everywhere = await db.read(lambda: Scope.all().values_list("name", flat=True))
    for who in PEOPLE:
        device = Device(await signed_in(getattr(cast, who)))
        may = (await device.http.get("/api/me")).json()["scopes"]
        placed_by_the_server = {name for name, kind in kinds().items() if kind.parent}
        refused = [
            mutation(kind, {"x": "y"}, scope=scope)
            for scope in {*map(str, everywhere), *may}
            for kind in kinds().keys() - placed_by_the_server - set(may.get(scope, {"write": []})["write"])
        ]
        results = await device.push(*refused, only=[])
        assert {(result["status"], result["reason"]) for result in results} == {("held", "forbidden")}, who


def test_nothing_is_created_or_moved_that_has_no_schema() -> None:
    assert {kind for kind, _ in CREATES} | {kind for kind, _, _ in MOVES} <= kinds().keys()
    assert not any(kind == "person" for kind, _ in CREATES)


def test_what_one_may_create_here_is_read_from_the_same_table() -> None:
    for kind, scope_kind in CREATES:
        for role in CREATES[kind, scope_kind]:
            assert may_create(frozenset({role}), kind, scope_kind)
            assert kind in creatable(frozenset({role}), scope_kind)


async def test_both_checks_agree_about_the_cast(cast: Cast) -> None:
    async def work() -> None:
        now = clock.now()
        people = {name: getattr(cast, name).id for name in PEOPLE}
        granted = {name: await grants(id, now) for name, id in people.items()}
        for scope in {scope for some in granted.values() for scope in some}:
            assert await readers(scope, now) == {str(people[name]) for name in PEOPLE if scope in granted[name]}
        for scope in ("", "nonsense", "self:", "member:x", "circle:1", f"member:{cast.membership.id}:other"):
            assert not await may_see(cast.sanne.id, scope, now)

    await db.read(work)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("self:01a2035d-e789-75b8-9dd8-e39ea23a2e8b", "self"),
        ("member:01a2035d-e789-75b8-9dd8-e39ea23a2e8b:shared", "member:shared"),
        ("member:01a2035d-e789-75b8-9dd8-e39ea23a2e8b", None),
        ("self:01a2035d-e789-75b8-9dd8-e39ea23a2e8b:shared", None),
        ("desk:01a2035d-e789-75b8-9dd8-e39ea23a2e8b", None),
        ("self:01A2035D-E789-75B8-9DD8-E39EA23A2E8B", None),
        ("self:01a2035d-e789-75b8-9dd8-e39ea23a2e8b\n", None),
        ("", None),
    ],
)
def test_the_name_of_a_scope_says_its_kind(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind
