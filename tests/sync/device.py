"""A device of the tests: it keeps what the server told it, and holds every answer against sync.schema.json."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx2
import orjson
from jsonschema_rs import Draft202012Validator

from server.ids import uuid7
from server.records.kinds import SCHEMAS

Json = dict[str, Any]
SYNC: Json = orjson.loads((SCHEMAS / "sync.schema.json").read_bytes())


def fits(definition: str, body: Json) -> Json:
    """The body, which is what sync.schema.json says it is."""
    schema = SYNC | {"$ref": f"#/$defs/{definition}"}
    Draft202012Validator(schema, validate_formats=True).validate(body)
    return body


def new_id() -> str:
    return str(uuid7())


def mutation(kind: str, set: Json, id: str = "", **more: Any) -> Json:
    """A mutation as our own client makes it."""
    made = {"mid": str(uuid4()), "id": id or new_id(), "kind": kind, "set": set, "at": "2026-03-02T18:22:10+01:00"}
    return made | more


def over(record: Json, set: Json, **more: Any) -> Json:
    """A change typed over this confirmed record."""
    return mutation(record["kind"], set, record["id"], base={"rev": record["rev"]}, **more)


def after(before: Json, set: Json, **more: Any) -> Json:
    """A change typed over one's own earlier mutation."""
    return mutation(before["kind"], set, before["id"], base={"mid": before["mid"]}, **more)


@dataclass
class Device:
    http: httpx2.AsyncClient
    cursors: dict[str, int] = field(default_factory=dict)
    records: dict[str, Json] = field(default_factory=dict)
    gen: str | None = None
    n: int = 0

    def body(self, *mutations: Json, **more: Any) -> Json:
        body = {"proto": 1, "device": "test", "n": self.n, "gen": self.gen, "schema": 1, "limit": 1000}
        return body | {"cursors": self.cursors, "mutations": list(mutations)} | more

    async def sync(self, *mutations: Json, **more: Any) -> Json:
        """Push and pull, and take the answer in as SYNC.md §4 says, as far as a test looks at it."""
        self.n += 1
        response = await self.http.post("/api/sync", json=self.body(*mutations, **more))
        assert response.status_code == 200, response.text
        answer = fits("answer", response.json())
        assert answer["n"] == self.n
        self._take_in(answer)
        return answer

    async def push(self, *mutations: Json, **more: Any) -> list[Json]:
        """The results, in order."""
        answer = await self.sync(*mutations, **more)
        return [answer["results"][one["mid"]] for one in mutations]

    async def full(self) -> None:
        """A full round, however many answers it takes."""
        while (await self.sync())["more"]:
            pass

    async def held(self) -> list[Json]:
        held: list[Json] = fits("held", (await self.http.get("/api/held")).json())["held"]
        return held

    def all(self, kind: str) -> list[Json]:
        return [record for record in self.records.values() if record["kind"] == kind]

    def _take_in(self, answer: Json) -> None:
        self.gen = answer["gen"]
        gone = {*answer["drop"], *answer["reset"]}
        self.records = {id: record for id, record in self.records.items() if record["scope"] not in gone}
        for scope in gone:
            self.cursors.pop(scope, None)
        for scope, id in answer["outs"]:
            if id in self.records and self.records[id]["scope"] == scope:
                del self.records[id]
        self.records |= {record["id"]: record for record in answer["records"]}
        self.cursors |= answer["cursors"]
