"""Mistakes that could be made in the server, each as a patch that exists in tests only. The machine finds them all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from server.files.uploads import of_person
from server.permissions import grants as real_grants
from server.permissions.rights import GrantedRights
from server.records import counters, moves
from server.sync import pull

Patch = Callable[[pytest.MonkeyPatch], None]


def forgets_what_it_answered(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.records.judge._known", lambda world, mutation: None)


def forgets_the_version_that_waits(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.records.keys.keep_apart", lambda *rest: None)


def writes_over_taken_keys(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.records.keys.sort", lambda record, values, root: (values, {}))


def throws_away_what_it_cannot_take(patch: pytest.MonkeyPatch) -> None:
    async def nothing(world: Any) -> None:
        pass

    patch.setattr("server.records.store._save_held", nothing)


def remembers_old_grants(patch: pytest.MonkeyPatch) -> None:
    """As an access token would that outlives them."""
    known: dict[UUID, Any] = {}

    async def remembered(person: UUID, now: Any, only: Any = None) -> Any:
        return known.setdefault(person, await real_grants.grants(person, now))

    async def everyone(*rest: Any) -> bool:
        return True

    patch.setattr("server.sync.pull.grants", remembered)
    patch.setattr("server.sync.pull.may_see", everyone)


def tells_nobody_what_left(patch: pytest.MonkeyPatch) -> None:
    take = pull._take

    def without_outs(running: Any, scope: str, rows: Any) -> None:
        take(running, scope, [row for row in rows if row["state"] == "in"])

    patch.setattr(pull, "_take", without_outs)


def clears_away_without_a_floor(patch: pytest.MonkeyPatch) -> None:
    async def nothing(scope: str, gone: Any) -> None:
        pass

    patch.setattr("server.records.purge._raise_floor", nothing)


def ignores_the_generation(patch: pytest.MonkeyPatch) -> None:
    for module in ("push", "pull"):
        patch.setattr(f"server.sync.{module}.is_stale", lambda gen, now: False)


def shares_what_nobody_saw(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.records.moves.may_go", lambda record, scope, unseen: True)


def lets_readers_edit(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(GrantedRights, "may_edit", lambda self, record: self.reads(record.scope))


def leaves_children_behind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.records.moves.go", moves._place)


def skips_what_lies_between_two_pages(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(pull, "_reached", lambda rows, start, floor: rows[-1]["pos"] + 1 if rows else start)


def miscounts_what_left(patch: pytest.MonkeyPatch) -> None:
    count = counters._count

    def only_ins(counter: Any, changes: Any, before: Any) -> None:
        count(counter, [change for change in changes if change.state == "in"], before)

    patch.setattr(counters, "_count", only_ins)


def tells_the_whole_past(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.sync.history._begun", lambda record: 0)


def takes_a_stale_push(patch: pytest.MonkeyPatch) -> None:
    """Before the device had time to prepare it for a server that has forgotten things."""
    patch.setattr("server.sync.push.is_stale", lambda gen, now: False)


def acknowledges_without_the_record(patch: pytest.MonkeyPatch) -> None:
    collect = pull._bodies

    async def not_told(running: Any, told: Any) -> None:
        await collect(running, set())

    patch.setattr(pull, "_bodies", not_told)


def lends_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server.sync.sync.LEASE", timedelta(days=400))


def tells_the_digest_to_anybody(patch: pytest.MonkeyPatch) -> None:
    async def everything(*rest: Any) -> bool:
        return True

    class AnyScope(dict[str, Any]):
        def __contains__(self, scope: object) -> bool:
            return True

    async def all_scopes(*rest: Any) -> AnyScope:
        return AnyScope()

    patch.setattr("server.sync.digest.grants", all_scopes)
    patch.setattr("server.sync.digest.may_see", everything)


def gives_two_records_one_place(patch: pytest.MonkeyPatch) -> None:
    """And the reader who reads a page between them misses one."""

    def together(counter: Any, changes: Any, now: Any) -> list[tuple[object, ...]]:
        counter.position += 1
        return [(one.scope, one.record, counter.position, one.state, one.rev, now) for one in changes]

    patch.setattr(counters, "_numbered", together)


def slips_changes_in_below(patch: pytest.MonkeyPatch) -> None:
    """A record keeps the place that it had."""
    numbered = counters._numbered

    def below(counter: Any, changes: Any, now: Any) -> list[tuple[object, ...]]:
        rows = numbered(counter, changes, now)
        return [(*row[:2], max(1, counter.position - len(rows)), *row[3:]) for row in rows]

    patch.setattr(counters, "_numbered", below)


def opens_files_to_anybody(patch: pytest.MonkeyPatch) -> None:
    async def anybody(person: UUID, hash: str, now: Any) -> bool:
        return True

    patch.setattr("server.files.opened.may_open", anybody)


def counts_a_file_as_whole_with_its_first_piece(patch: pytest.MonkeyPatch) -> None:
    async def nothing(person: str, hash: str) -> str | None:
        return None if await of_person(person, hash) else ""

    patch.setattr("server.files.sending._missing", nothing)


OF_FILES: list[Patch] = [opens_files_to_anybody, counts_a_file_as_whole_with_its_first_piece]  # found by tests/crossing
BUGS: list[Patch] = [
    takes_a_stale_push,
    acknowledges_without_the_record,
    lends_for_ever,
    tells_the_digest_to_anybody,
    gives_two_records_one_place,
    slips_changes_in_below,
    forgets_what_it_answered,
    forgets_the_version_that_waits,
    writes_over_taken_keys,
    throws_away_what_it_cannot_take,
    remembers_old_grants,
    tells_nobody_what_left,
    clears_away_without_a_floor,
    ignores_the_generation,
    shares_what_nobody_saw,
    lets_readers_edit,
    leaves_children_behind,
    skips_what_lies_between_two_pages,
    miscounts_what_left,
    tells_the_whole_past,
]
