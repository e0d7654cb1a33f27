"""A small honest client: what SYNC.md §4 asks of one, and nothing else. A test looks into all of it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from tests.simulation.oracle import checksum, copied
from tests.simulation.words import merged, words_in

Json = dict[str, Any]
AT = "2026-03-02T18:22:10Z"
PROSE = {"text", "why", "note", "depth"}  # the fields that are merged by words


@dataclass
class Typed:
    """A mutation, and the fields as they were shown when it was made."""

    mutation: Json
    under: Json
    held: bool = False  # the server keeps it for its author alone
    orphan: bool = False  # typed over what a restore may have lost: no ancestor of what the server has

    @property
    def shown(self) -> Json:
        return self.under | {key: value for key, value in self.mutation["set"].items() if key != "deleted"}


@dataclass
class Device:
    name: str
    person: str
    n: int = 1
    gen: str | None = None
    cursors: dict[str, int] = field(default_factory=dict)
    confirmed: dict[str, Json] = field(default_factory=dict)
    outbox: dict[str, Typed] = field(default_factory=dict)
    sent: dict[str, Typed] = field(default_factory=dict)
    unconfirmed: dict[str, set[str]] = field(default_factory=dict)  # scope → what a reset has not brought again yet
    leaving: set[tuple[str, str]] = field(default_factory=set)  # outs of a round that is not finished
    anew: set[str] = field(default_factory=set)  # scopes whose check differed, and that are asked for from the start
    climbing: set[str] = field(default_factory=set)  # scopes of which only the first pages were read until now
    given_up: set[str] = field(default_factory=set)  # words that went with the sent-box of what is hidden now
    made: int = 0

    # ---- what the person sees and does

    def shown(self, id: str) -> Json | None:
        """The fields with what waits to be sent on top; None for what is not there or deleted."""
        waiting = [typed for typed in self.outbox.values() if typed.mutation["id"] == id]
        if waiting:
            return None if waiting[-1].mutation["set"].get("deleted") else waiting[-1].shown
        record = self.confirmed.get(id)
        return None if record is None or record["deleted"] else dict(record["fields"])

    def all(self) -> list[str]:
        """The ids of what is shown, those of this device's making last."""
        ids = [*self.confirmed, *(typed.mutation["id"] for typed in self.outbox.values())]
        return [id for id in dict.fromkeys(ids) if self.shown(id) is not None]

    def kind(self, id: str) -> str:
        waiting = [typed.mutation for typed in self.outbox.values() if typed.mutation["id"] == id]
        return str((waiting[-1] if waiting else self.confirmed[id])["kind"])

    def queue(self, kind: str, id: str, set: Json, **more: Any) -> Json:
        """Something was typed: a mutation over what is shown."""
        self.made += 1
        mutation: Json = {"mid": f"{self.name}-{self.made}", "id": id, "kind": kind, "set": set, "at": AT}
        base = self._base(id)
        mutation |= ({"base": base} if base else {}) | more
        under = self.shown(id) or {}
        self.outbox[mutation["mid"]] = Typed(mutation, under, orphan=self._is_orphan(id))
        return mutation

    def _base(self, id: str) -> Json | None:
        before = [typed.mutation["mid"] for typed in self.outbox.values() if typed.mutation["id"] == id]
        if before:
            return {"mid": before[-1]}
        return {"rev": self.confirmed[id]["rev"]} if id in self.confirmed else None

    def _is_orphan(self, id: str) -> bool:
        waiting = [typed for typed in self.outbox.values() if typed.mutation["id"] == id]
        return waiting[-1].orphan if waiting else any(id in some for some in self.unconfirmed.values())

    # ---- what goes out

    def request(self, limit: int = 1000, only: list[str] | None = None, pull: bool = True) -> Json:
        cursors = {scope: at for scope, at in self.cursors.items() if only is None or scope in only}
        body = {"proto": 1, "device": self.name, "n": self.n, "gen": self.gen, "schema": 1, "limit": limit}
        body |= {"cursors": cursors, "mutations": [typed.mutation for typed in self.outbox.values()], "pull": pull}
        return copied(body if only is None else body | {"only": only})

    # ---- what comes in

    def take_in(self, answer: Json, whole: bool) -> bool:
        """Only the answer that is waited for; `whole` if every scope was asked for."""
        if answer["n"] != self.n:
            return False
        self.n += 1
        if answer["stale"]:
            self._hand_in_again()
        self.gen = answer["gen"]
        conflicts = self._acknowledged(answer["results"])
        self._replace(answer)
        if whole and not answer["more"]:
            self._end(answer["check"].keys())
            self._leave()
        for scope, check in answer["check"].items():
            self._compare(scope, check)
        for id in dict.fromkeys(typed.mutation["id"] for typed in conflicts):
            self._fold(id, [typed for typed in conflicts if typed.mutation["id"] == id])
        return True

    def _replace(self, answer: Json) -> None:
        for scope in answer["drop"]:
            self._drop(scope)
        for scope in answer["reset"]:
            self._reset(scope)
        self.leaving |= {(scope, id) for scope, id in answer["outs"]}
        for record in answer["records"]:
            self._bring(record)
        self.climbing = {
            scope for scope, at in self.cursors.items() if at < 0 or (at == 0 and scope in self.unconfirmed)
        }
        self.cursors |= answer["cursors"]

    def _hand_in_again(self) -> None:
        """The server was restored: what it may have lost, the oldest first."""
        self.outbox = self.sent | self.outbox
        self.sent = {}
        for typed in self.outbox.values():
            typed.mutation["replay"] = typed.orphan = True

    def _acknowledged(self, results: Json) -> list[Typed]:
        done = {mid: self.outbox.pop(mid) for mid in list(self.outbox) if mid in results}
        for mid, typed in done.items():
            typed.held = results[mid]["status"] == "held"
        self.sent |= done
        return [typed for mid, typed in done.items() if results[mid]["status"] == "conflict"]

    def _end(self, readable: AbstractSet[str]) -> None:
        """What is to be read anew has no cursor meanwhile: no `drop` names it when it may not be read any more."""
        for scope in ({record["scope"] for record in self.confirmed.values()} | self.anew) - readable:
            self._drop(scope)

    def _drop(self, scope: str) -> None:
        """Nothing of others stays, not even in what was sent. What was not yet sent does."""
        gone = {id for id, record in self.confirmed.items() if record["scope"] == scope}
        self._forget(gone)
        self.cursors.pop(scope, None)
        self.unconfirmed.pop(scope, None)
        self.anew.discard(scope)
        self.leaving = {pair for pair in self.leaving if pair[0] != scope}

    def _forget(self, ids: set[str]) -> None:
        self.confirmed = {id: record for id, record in self.confirmed.items() if id not in ids}
        gone = {mid for mid, typed in self.sent.items() if not typed.held and typed.mutation["id"] in ids}
        self.given_up |= words_in(*(self.sent.pop(mid).mutation["set"] for mid in gone))

    def _reset(self, scope: str) -> None:
        self.cursors.pop(scope, None)
        self.unconfirmed[scope] = {id for id, record in self.confirmed.items() if record["scope"] == scope}
        self.leaving = {pair for pair in self.leaving if pair[0] != scope}

    def _bring(self, record: Json) -> None:
        self.confirmed[record["id"]] = copied(record)
        self.leaving.discard((record["scope"], record["id"]))
        for some in self.unconfirmed.values():
            some.discard(record["id"])

    def _leave(self) -> None:
        """An out never removes what another scope has brought."""
        self._forget({id for scope, id in self.leaving if self._lies_in(id, scope)})
        self.leaving = set()
        # An acknowledgement may come after the out: what was written over a record goes with it all the same.
        self._forget({typed.mutation["id"] for typed in self.sent.values()} - self.confirmed.keys())

    def _lies_in(self, id: str, scope: str) -> bool:
        return id in self.confirmed and self.confirmed[id]["scope"] == scope

    def _compare(self, scope: str, check: Json) -> None:
        """Sweep what a reset did not bring again; then this device holds what the server says it holds."""
        if self.cursors.get(scope) != check["pos"]:
            return
        self._forget({id for id in self.unconfirmed.pop(scope, set()) if self._lies_in(id, scope)})
        held = {id: r["rev"] for id, r in self.confirmed.items() if r["scope"] == scope}
        held = {id: rev for id, rev in held.items() if (scope, id) not in self.leaving}
        if (check["count"], check["sum"]) == (len(held), checksum(held)):
            self.anew.discard(scope)
            return
        # After 400 days the mark of something deleted is no longer there, and nothing tells any more of what left
        # between two pages.
        stale = scope in self.climbing or any(self.confirmed[id]["deleted"] for id in held)
        assert stale and scope not in self.anew, f"CHECK: {self.name} differs in {scope}"
        self.anew.add(scope)
        del self.cursors[scope]

    def _fold(self, id: str, conflicts: list[Typed]) -> None:
        """All that is queued of a record, in order, each over its own base, merged with what is there now."""
        record = self.confirmed.get(id)
        if record is None or record["deleted"]:
            return
        later = [typed for typed in self.outbox.values() if typed.mutation["id"] == id]
        set: Json = {}
        for typed in conflicts + later:
            set |= self._joined(typed, record["fields"] | set)
        rest = {key: value for typed in later for key, value in typed.mutation["set"].items() if key != "deleted"}
        set = rest | set
        if not set:  # a move or a deletion that has to be thought over
            return
        for typed in later:
            del self.outbox[typed.mutation["mid"]]
        self.queue(record["kind"], id, set, resolves=[typed.mutation["mid"] for typed in conflicts + later])
        # What one wanted to share or to delete has changed meanwhile; what one wanted back, one still wants back.
        if any(typed.mutation.get("scope") == f"self:{self.person}" and "base" in typed.mutation for typed in later):
            self.queue(record["kind"], id, {}, scope=f"self:{self.person}")

    @staticmethod
    def _joined(typed: Typed, now: Json) -> Json:
        joined: Json = {}
        for key in sorted(typed.mutation["set"].keys() & PROSE):
            theirs, base = now.get(key, ""), typed.under.get(key, "")
            if typed.orphan:  # absence is not deletion
                base = " ".join(word for word in base.split() if word in theirs.split())
            joined[key] = merged(base, typed.mutation["set"][key], theirs)
        return joined
