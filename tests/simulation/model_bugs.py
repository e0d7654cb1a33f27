"""Mistakes in the protocol itself, planted in the model: on the server's side and on the device's."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.simulation.device import Device, Typed
from tests.simulation.model import Answered, Server

Patch = Callable[[pytest.MonkeyPatch], None]


def _server(name: str, replacement: Any) -> Patch:
    return lambda patch: patch.setattr(Server, name, replacement)


def _device(name: str, replacement: Any) -> Patch:
    return lambda patch: patch.setattr(Device, name, replacement)


def _takes_twice(self: Server, person: str, mutation: Any) -> Any:
    answered = self.judge(person, mutation) or Answered(self.hold(person, mutation), mutation["id"])
    self.applied[person, mutation["mid"]] = answered
    return answered.result


def _throws_away(self: Server, person: str, mutation: Any) -> Any:
    return {"status": "held"}


def _remembers_grants(self: Server, person: str, body: Any) -> dict[str, int]:
    return self.grants[person] | dict.fromkeys(body["cursors"], 0)


def _clears_without_floor(self: Server, scope: str) -> None:
    self.placed = {pair: p for pair, p in self.placed.items() if pair[0] != scope or p.state == "in"}


def _knows_no_coming_back(self: Server, scope: str, cursor: int, since: int) -> int:
    return self.floors.get(scope, 0)


def _keeps_siblings_over_a_move(self: Server, record: Any) -> None:
    record.siblings = {}


def _writes_what_stands_there(self: Server, record: Any, key: str, value: Any, root: int, chain: Any) -> bool:
    return True


_take_in, _drop, _fold, _joined = Device.take_in, Device._drop, Device._fold, Device._joined
_acknowledged, _again, _forget = Device._acknowledged, Device._hand_in_again, Device._forget


def _takes_any_answer(self: Device, answer: Any, whole: bool) -> bool:
    return _take_in(self, answer | {"n": self.n}, whole)


def _loses_the_outbox(self: Device, scope: str) -> None:
    gone = {id for id, record in self.confirmed.items() if record["scope"] == scope}
    _drop(self, scope)
    self.outbox = {mid: typed for mid, typed in self.outbox.items() if typed.mutation["id"] not in gone}


def _clears_the_whole_record(self: Device, results: Any) -> list[Typed]:
    done = {typed.mutation["id"] for mid, typed in self.outbox.items() if mid in results}
    conflicts = _acknowledged(self, results)
    self.outbox = {mid: typed for mid, typed in self.outbox.items() if typed.mutation["id"] not in done}
    return conflicts


def _keeps_no_sent_box(self: Device) -> None:
    self.sent = {}
    _again(self)


def _keeps_nothing_held(self: Device, results: Any) -> list[Typed]:
    conflicts = _acknowledged(self, results)
    self.sent = {mid: typed for mid, typed in self.sent.items() if not typed.held}
    return conflicts


def _folds_only_the_last(self: Device, id: str, conflicts: list[Typed]) -> None:
    _fold(self, id, conflicts)
    for typed in list(self.outbox.values())[-1:]:
        if typed.mutation.get("resolves") and len(conflicts) > 1:
            typed.mutation["set"] = _joined(conflicts[-1], self.confirmed[id]["fields"])


def _forgets_no_sent(self: Device, ids: set[str]) -> None:
    self.confirmed = {id: record for id, record in self.confirmed.items() if id not in ids}


def _sweeps_nothing(self: Device) -> None:
    self.leaving = set()


BUGS: dict[str, Patch] = {
    "takes what comes twice": _server("take", _takes_twice),
    "throws away what it cannot take": _server("hold", _throws_away),
    "forgets the version that waits": _server("keep_apart", lambda *rest: None),
    "writes over taken keys": _server("taken", lambda *rest: {}),
    "gives nothing back when a record leaves": _server("give_back", _keeps_siblings_over_a_move),
    "shares what nobody saw": _server("may_go", lambda *rest: True),
    "remembers old grants": _server("readable", _remembers_grants),
    "clears away without a floor": _server("clear_away", _clears_without_floor),
    "does not know that somebody comes back": _server("floor", _knows_no_coming_back),
    "takes a stale request": _server("is_stale", lambda *rest: False),
    "counts what stood there as written": _server("says", _writes_what_stands_there),
    "lets everyone move": _server("may", lambda self, person, record, target: True),
    "a device that takes any answer": _device("take_in", _takes_any_answer),
    "a device that drops its outbox": _device("_drop", _loses_the_outbox),
    "a device that clears a record's queue": _device("_acknowledged", _clears_the_whole_record),
    "a device without a sent-box": _device("_hand_in_again", _keeps_no_sent_box),
    "a device that keeps nothing held": _device("_acknowledged", _keeps_nothing_held),
    "a device that folds only the last": _device("_fold", _folds_only_the_last),
    "a device that keeps what it sent": _device("_forget", _forgets_no_sent),
    "a device that ignores what left": _device("_leave", _sweeps_nothing),
}
