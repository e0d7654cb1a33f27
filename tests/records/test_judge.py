"""The judge, case by case and then by chance."""

from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from server.records.scopes import self_of
from server.records.state import extended, includes, version_of
from tests.records.memory import ANNA, BO, GROUP, Memory

STATUSES = {"ok", "merged", "conflict", "held"}
Json = dict[str, Any]


def uid(number: int) -> str:
    return str(UUID(int=number))


def change(number: int, record: int, set: Json, **more: Any) -> Json:
    return {"mid": uid(number), "id": uid(10_000 + record), "kind": "goal", "set": set, **more}


def test_free_keys_land_and_taken_keys_wait() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"text": "a", "why": "b"}, scope=GROUP))
    memory.push(ANNA, change(2, 1, {"text": "c"}, base={"rev": "g1.1"}))

    [answer] = memory.push(BO, change(3, 1, {"text": "d", "why": "e"}, base={"rev": "g1.1"}))

    record = memory.records[uid(10_001)]
    assert answer == {"status": "conflict", "rev": "g1.3"}
    assert record.fields == {"text": "c", "why": "e"}
    assert [(sibling.author, sibling.set) for sibling in record.siblings] == [(BO, {"text": "d"})]


def test_the_same_value_is_no_conflict() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"text": "a"}, scope=GROUP))
    memory.push(ANNA, change(2, 1, {"text": "c"}, base={"rev": "g1.1"}))

    [answer] = memory.push(BO, change(3, 1, {"text": "c"}, base={"rev": "g1.1"}))

    assert answer["status"] == "merged"


def test_one_is_not_true() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"x": 0}, scope=GROUP))
    memory.push(ANNA, change(2, 1, {"x": 1}, base={"rev": "g1.1"}))

    [answer] = memory.push(BO, change(3, 1, {"x": True}, base={"rev": "g1.1"}))

    assert answer["status"] == "conflict"


def test_a_chain_is_never_in_its_own_way() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"text": "a"}, scope=GROUP))

    answers = memory.push(
        ANNA,
        change(2, 1, {"text": "b"}, base={"rev": "g1.1"}),
        change(3, 1, {"text": "c"}, base={"mid": uid(2)}),
        change(4, 1, {"deleted": True}, base={"mid": uid(3)}),
    )

    assert [answer["status"] for answer in answers] == ["ok", "ok", "ok"]


def test_a_fork_of_a_chain_does_not_overwrite_its_twin() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"text": "a"}, scope=GROUP))

    answers = memory.push(
        ANNA,
        change(2, 1, {"why": "b"}, base={"rev": "g1.1"}),
        change(3, 1, {"text": "c"}, base={"mid": uid(2)}),
        change(4, 1, {"text": "d"}, base={"mid": uid(2)}),
    )

    assert [answer["status"] for answer in answers] == ["ok", "ok", "conflict"]


def test_the_mid_of_someone_else_opens_nothing() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"text": "a"}, scope=GROUP))
    memory.push(ANNA, change(2, 1, {"text": "b"}, base={"rev": "g1.1"}))

    answers = memory.push(
        BO,
        change(2, 1, {"state": "open"}, base={"rev": "g1.1"}),
        change(5, 1, {"text": "van Bo"}, base={"mid": uid(2)}),
    )

    assert [answer["status"] for answer in answers] == ["merged", "conflict"]


def test_a_base_that_never_was_leaves_nothing_free() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"text": "a"}, scope=GROUP))

    [answer] = memory.push(BO, change(3, 1, {"text": "d"}, base={"rev": "g1.99"}))

    assert answer["status"] == "conflict"


def test_what_was_typed_while_taking_back_is_in_the_history_however_it_is_settled() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"text": "a"}, scope=GROUP))
    memory.push(ANNA, change(2, 1, {"text": "b"}, base={"rev": "g1.1"}))

    [back] = memory.push(ANNA, change(3, 1, {"text": "typed"}, base={"rev": "g1.1"}, scope=self_of(ANNA)))
    memory.push(ANNA, change(4, 1, {"text": "c"}, base={"rev": "g1.3"}, resolves=[uid(3)]))

    record = memory.records[uid(10_001)]
    assert back == {"status": "conflict", "rev": "g1.3"}
    assert (record.scope, record.siblings) == (self_of(ANNA), [])
    assert [line.set["text"] for line in memory.revisions] == ["a", "b", "typed", "c"]


def test_what_waits_is_in_the_way_of_a_delete() -> None:
    memory = Memory()
    memory.push(ANNA, change(1, 1, {"text": "a"}, scope=GROUP))
    memory.push(ANNA, change(2, 1, {"text": "b"}, base={"rev": "g1.1"}))
    memory.push(BO, change(3, 1, {"text": "c"}, base={"rev": "g1.1"}))

    unseen, seen = memory.push(
        ANNA,
        change(4, 1, {"deleted": True}, base={"rev": "g1.2"}),
        change(5, 1, {"deleted": True}, base={"rev": "g1.3"}),
    )

    assert (unseen["status"], seen["status"]) == ("conflict", "ok")


@given(st.lists(st.integers(1, 60), unique=True))
def test_a_chain_remembers_exactly_its_versions(versions: list[int]) -> None:
    chain: list[list[int]] = []
    for version in sorted(versions):
        chain = extended(chain, version)

    assert [v for v in range(62) if includes(chain, v)] == sorted(versions)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[str, Json]]:
    """Mutations of two people on three records over whatever bases, sound or not."""
    made: list[tuple[str, Json]] = []
    for number in range(1, draw(st.integers(1, 14)) + 1):
        person, record = draw(st.sampled_from([ANNA, BO])), draw(st.integers(1, 3))
        keys = draw(st.lists(st.sampled_from(["text", "why", "x.y"]), unique=True))
        set: Json = {key: draw(st.sampled_from([f"word{number}{key}", f"word{number}{key}", None])) for key in keys}
        if draw(st.integers(0, 9)) == 0:
            set = {"deleted": True}
        mutation = change(number, record, set)
        base = draw(st.integers(-1, number + 3))
        if base >= 0:
            mutation["base"] = draw(st.sampled_from([{"rev": f"g1.{base}"}, {"mid": uid(base)}]))
        if base < 0 or draw(st.integers(0, 4)) == 0:
            mutation["scope"] = draw(st.sampled_from([self_of(person), GROUP]))
        mutation["resolves"] = [uid(draw(st.integers(1, number)))] if draw(st.integers(0, 5)) == 0 else []
        made.append((person, mutation))
    return made


@settings(max_examples=150, deadline=None)
@given(histories())
def test_no_word_is_ever_lost_and_each_mutation_has_one_answer_for_ever(history: list[tuple[str, Json]]) -> None:
    memory, answers, typed = Memory(), [], set[str]()
    for person, mutation in history:
        answers += memory.push(person, mutation)
        typed |= {value for value in mutation["set"].values() if isinstance(value, str)}
        assert typed <= memory.words() | _thrown_away(memory, history)
    before = repr(memory)

    again = [answer for person, mutation in history for answer in memory.push(person, mutation)]

    assert again == answers
    assert repr(memory) == before
    assert {answer["status"] for answer in answers} <= STATUSES


def _thrown_away(memory: Memory, history: list[tuple[str, Json]]) -> set[str]:
    """Words of held drafts that their author said were settled."""
    settled = {(person, mid) for person, mutation in history for mid in mutation["resolves"]}
    gone = [mutation for person, mutation in history if (person, mutation["mid"]) in settled]
    return {str(value) for mutation in gone for value in mutation["set"].values()}


@settings(max_examples=150, deadline=None)
@given(histories())
def test_all_at_once_is_the_same_as_one_by_one(history: list[tuple[str, Json]]) -> None:
    one_by_one, at_once = Memory(), Memory()
    mine = [mutation for person, mutation in history if person == ANNA]

    singly = [answer for mutation in mine for answer in one_by_one.push(ANNA, mutation)]

    assert at_once.push(ANNA, *mine) == singly
    assert repr(at_once.records) == repr(one_by_one.records)


@settings(max_examples=150, deadline=None)
@given(histories())
def test_versions_count_the_revisions_and_only_the_author_moves(history: list[tuple[str, Json]]) -> None:
    memory = Memory()
    for person, mutation in history:
        before = {id: record.scope for id, record in memory.records.items()}
        memory.push(person, mutation)
        for id, record in memory.records.items():
            moved = id in before and before[id] != record.scope
            assert not moved or (record.author == person and not (record.siblings and record.scope == GROUP))

    for record in memory.records.values():
        lines = [line for line in memory.revisions if line.record == record.id]
        assert [line.version for line in lines] == list(range(1, record.version + 1))
        assert all(version_of(rev) <= record.version for rev, _ in record.written.values())
