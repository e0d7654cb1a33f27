"""The protocol's core as a model in memory: when the protocol changes, it changes here first.

It speaks what POST /api/sync speaks, so that the same small client runs against it and against the real server.
Left out: kinds, parents, erasure, and rights beyond "a reader edits, the author moves and deletes".
"""

from dataclasses import dataclass, field
from typing import Any

from tests.simulation.oracle import checksum, copied

Json = dict[str, Any]
Chain = frozenset[int]


@dataclass
class Record:
    id: str
    author: str
    scope: str
    version: int = 0
    gen: int = 1
    fields: Json = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=dict)  # key, or scope → the version that wrote it last
    siblings: dict[str, Json] = field(default_factory=dict)  # mid → {mid, author, at, set}
    deleted: bool = False

    @property
    def rev(self) -> str:
        return f"g{self.gen}.{self.version}"

    def shown(self) -> Json:
        some = {"id": self.id, "kind": "goal", "scope": self.scope, "rev": self.rev, "author": self.author}
        return copied(some | {"deleted": self.deleted, "fields": self.fields, "siblings": list(self.siblings.values())})


@dataclass
class Answered:
    """What was answered, and the versions that the next mutation of this chain builds on."""

    result: Json
    record: str
    root: int = 0
    chain: Chain = frozenset()


@dataclass
class Placement:
    pos: int
    state: str
    at: int


@dataclass
class Server:
    gen: int = 1
    now: int = 0
    records: dict[str, Record] = field(default_factory=dict)
    revisions: list[tuple[str, str, str, Json]] = field(default_factory=list)  # record, rev, mid, set
    applied: dict[tuple[str, str], Answered] = field(default_factory=dict)
    held: dict[tuple[str, str], Json] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    floors: dict[str, int] = field(default_factory=dict)
    placed: dict[tuple[str, str], Placement] = field(default_factory=dict)
    grants: dict[str, dict[str, int]] = field(default_factory=dict)  # person → scope → since

    def sync(self, person: str, body: Json, die_after: int | None = None) -> Json | None:
        """Push, then pull. A server that dies has done so many mutations, each whole, and answers nothing."""
        self.now += 1
        stale = self.is_stale(body)
        results = {}
        for count, mutation in enumerate([] if stale else body["mutations"]):
            if count == die_after:
                return None
            results[mutation["mid"]] = self.take(person, mutation)
        if die_after is not None:
            return None
        answer = {"n": body["n"], "gen": f"g{self.gen}", "stale": stale, "results": results}
        told = {m["id"] for m in body["mutations"] if "rev" in results.get(m["mid"], {})}
        return copied(answer | self.pull(person, body, stale, told))

    def is_stale(self, body: Json) -> bool:
        return body["gen"] not in (None, f"g{self.gen}")

    # ---- 1. to 7. of a batch

    def take(self, person: str, mutation: Json) -> Json:
        known = self.known(person, mutation["mid"])
        if known:
            return known.result
        answered = self.judge(person, mutation) or Answered(self.hold(person, mutation), mutation["id"])
        self.applied[person, mutation["mid"]] = answered
        return answered.result

    def known(self, person: str, mid: str) -> Answered | None:
        return self.applied.get((person, mid))

    def hold(self, person: str, mutation: Json) -> Json:
        self.held[person, mutation["mid"]] = mutation["set"]
        return {"status": "held"}

    def judge(self, person: str, mutation: Json) -> Answered | None:
        """None: it is to be held."""
        base, record = self.base(person, mutation), self.records.get(mutation["id"])
        if base is None:
            return None
        if record is None:
            return self.create(person, mutation)
        target = mutation.get("scope", record.scope)
        deletes = "deleted" in mutation["set"]
        if not self.may(person, record, target) or (deletes and person != record.author):
            return None
        return self.delete(record, mutation, *base) if deletes else self.edit(person, mutation, record, target, *base)

    def may(self, person: str, record: Record, target: str) -> bool:
        reads = {record.scope, target} <= self.grants[person].keys()
        own = f"self:{record.author}"
        return reads and (target == record.scope or (record.author == person and own in (record.scope, target)))

    def base(self, person: str, mutation: Json) -> tuple[int, Chain] | None:
        base, replay = mutation.get("base", {}), mutation.get("replay", False)
        if "mid" in base:
            before = self.known(person, base["mid"])
            if before is None or before.result["status"] == "held":
                return None
            return 0 if replay else before.root, before.chain
        known = {(record, rev) for record, rev, _, _ in self.revisions}
        there = (mutation["id"], base.get("rev")) in known and not replay
        return int(base["rev"].split(".")[1]) if there else 0, frozenset()

    def create(self, person: str, mutation: Json) -> Answered | None:
        scope = mutation.get("scope")
        if "base" in mutation or scope not in self.grants[person]:
            return None
        record = self.records[mutation["id"]] = Record(mutation["id"], person, scope)
        return self.wrote(record, mutation, mutation["set"], "ok", 0, frozenset(), ["scope"])

    def delete(self, record: Record, mutation: Json, root: int, chain: Chain) -> Answered:
        """Nobody deletes what they have not seen: then it is a conflict, and leaves no sibling."""
        if self.unseen(record, root, chain):
            return self.wrote(record, mutation, {}, "conflict", root, chain, [])
        status = "merged" if self.foreign(record, root, chain) else "ok"
        record.fields, record.deleted = {}, True
        return self.wrote(record, mutation, {}, status, root, chain, ["deleted"])

    def unseen(self, record: Record, root: int, chain: Chain) -> bool:
        waiting = [self.applied[s["author"], mid].result["rev"] for mid, s in record.siblings.items()]
        versions = {int(rev.split(".")[1]) for rev in waiting} - chain
        return bool(self.foreign(record, root, chain) - {"scope"}) or any(version > root for version in versions)

    def foreign(self, record: Record, root: int, chain: Chain) -> set[str]:
        """The keys that somebody else has written since."""
        return {key for key, version in record.written.items() if version > root and version not in chain}

    def edit(self, person: str, mutation: Json, record: Record, target: str, root: int, chain: Chain) -> Answered:
        foreign = self.foreign(record, root, chain)
        taken = self.taken(record, mutation["set"], foreign)
        free = {key: value for key, value in mutation["set"].items() if key not in taken}
        settled = [] if mutation.get("replay") else mutation.get("resolves", [])
        record.siblings = {m: s for m, s in record.siblings.items() if m not in settled}
        moves = target != record.scope
        goes = moves and self.may_go(person, target, bool(foreign or mutation.get("replay")), record)
        before, record.deleted = record.scope, record.deleted and not free
        if goes:
            self.give_back(record)
            record.scope = target
        if taken:
            self.keep_apart(record, person, mutation, taken)
        status = "conflict" if taken or (moves and not goes) else "merged" if foreign else "ok"
        return self.wrote(record, mutation, free, status, root, chain, ["scope"] if goes else [], before)

    def taken(self, record: Record, set: Json, foreign: set[str]) -> Json:
        return {k: value for k, value in set.items() if k in foreign and record.fields.get(k) != value}

    def may_go(self, person: str, target: str, unseen: bool, record: Record) -> bool:
        """Taking back always; sharing only what was seen."""
        return target == f"self:{person}" or not (unseen or record.siblings)

    def give_back(self, record: Record) -> None:
        """A sibling belongs to the scope it was written in."""
        for mid, sibling in record.siblings.items():
            self.held[sibling["author"], mid] = sibling["set"]
        record.siblings = {}

    def keep_apart(self, record: Record, person: str, mutation: Json, taken: Json) -> None:
        some = {"mid": mutation["mid"], "author": person, "at": mutation["at"], "set": taken}
        record.siblings[mutation["mid"]] = some

    def wrote(
        self, record: Record, mutation: Json, free: Json, status: str, root: int, chain: Chain,
        more: list[str], before: str = "",
    ) -> Answered:  # fmt: skip
        record.version, record.gen = record.version + 1, self.gen
        said = [key for key in free if self.says(record, key, free[key], root, chain)]
        record.fields = record.fields | free
        record.written |= dict.fromkeys([*said, *more], record.version)
        shown = dict(record.fields) if "scope" in more else mutation["set"]
        self.revisions.append((record.id, record.rev, mutation["mid"], shown))
        for scope in sorted({record.scope, before} - {""}):
            self.place(scope, record)
        return Answered({"status": status, "rev": record.rev}, record.id, root, chain | {record.version})

    def says(self, record: Record, key: str, value: Any, root: int, chain: Chain) -> bool:
        """To say again what stood there at the root is no writing; else two that settle never come to an end."""
        last = record.written.get(key, 0)
        return record.fields.get(key) != value or (last > root and last not in chain)

    def place(self, scope: str, record: Record) -> None:
        self.positions[scope] = self.positions.get(scope, 0) + 1
        state = "in" if record.scope == scope else "out"
        self.placed[scope, record.id] = Placement(self.positions[scope], state, self.now)

    # ---- pull

    def pull(self, person: str, body: Json, stale: bool, told: set[str]) -> Json:
        granted, room = self.readable(person, body), body["limit"]
        answer: Json = {"outs": [], "cursors": {}, "reset": [], "more": False, "check": {}, "records": []}
        ids: list[str] = []
        for scope in sorted(granted):
            cursor = None if stale else body["cursors"].get(scope)
            start = self.start(scope, cursor, granted[scope])
            answer["reset"] += [scope] if start is None else []
            rows = self.above(scope, start or 0)
            page, room = rows[:room], room - len(rows[:room])
            reached = self.reached(scope, rows, page, start or 0, granted[scope])
            answer["more"] |= len(page) < len(rows)
            ids += [id for _, id, state, _ in page if state == "in"]
            answer["outs"] += [[scope, id] for _, id, state, at in page if state == "out" and at >= granted[scope]]
            if start is None or reached != cursor:
                answer["cursors"][scope] = reached
        seen = [r for r in self.records.values() if r.id in {*ids, *told} and r.scope in granted]
        whole = granted if not answer["more"] else answer["cursors"]
        at_end = [s for s in whole if answer["cursors"].get(s, self.positions.get(s, 0)) == self.positions.get(s, 0)]
        return answer | {
            "records": [record.shown() for record in seen],
            "drop": sorted(body["cursors"].keys() - granted.keys()),
            "check": {scope: self.check(scope) for scope in at_end},
        }

    def readable(self, person: str, body: Json) -> dict[str, int]:
        return self.grants[person]

    def above(self, scope: str, start: int) -> list[tuple[int, str, str, int]]:
        return sorted((p.pos, id, p.state, p.at) for (s, id), p in self.placed.items() if s == scope and p.pos > start)

    def start(self, scope: str, cursor: int | None, since: int) -> int | None:
        """None: anew. A negative cursor is that far on the way up from 0."""
        if cursor is None or cursor > self.positions.get(scope, 0) or 0 < cursor < self.floor(scope, cursor, since):
            return None
        return abs(cursor)

    def floor(self, scope: str, cursor: int, since: int) -> int:
        """Below it something is missing: it was cleared away, or it left before this reader came."""
        left = [pos for pos, _, state, at in self.above(scope, abs(cursor)) if state == "out" and at < since]
        return max([self.floors.get(scope, 0), *left])

    def reached(self, scope: str, rows: list[Any], page: list[Any], start: int, since: int) -> int:
        if len(page) == len(rows):
            return self.positions.get(scope, 0)
        pos: int = page[-1][0] if page else start
        return -pos if pos < self.floor(scope, pos, since) else pos

    def check(self, scope: str) -> Json:
        revs = {record.id: record.rev for record in self.records.values() if record.scope == scope}
        return {"pos": self.positions.get(scope, 0), "count": len(revs), "sum": checksum(revs)}

    # ---- what befalls it

    def clear_away(self, scope: str) -> None:
        gone = {pair: p for pair, p in self.placed.items() if pair[0] == scope and p.state == "out"}
        self.placed = {pair: p for pair, p in self.placed.items() if pair not in gone}
        self.floors[scope] = max([self.floors.get(scope, 0), *(p.pos for p in gone.values())])

    def stored(self) -> list[Json]:
        """Everything that keeps words."""
        siblings = [s["set"] for record in self.records.values() for s in record.siblings.values()]
        current = [record.fields for record in self.records.values()]
        return [*current, *siblings, *self.held.values(), *(set for *_, set in self.revisions)]
