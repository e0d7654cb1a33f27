"""A device of the tests that sends files, and what a logboek says of one."""

import httpx2

from server.ids import uuid7
from tests.files.samples import PIECE, sha256
from tests.people import Cast
from tests.sync.device import Device, Json, mutation, over
from tests.sync.places import coaching, own


class Phone(Device):
    async def put(self, hash: str, number: int, of: int, content: bytes) -> httpx2.Response:
        return await self.http.put(f"/api/files/{hash}/{number}?of={of}", content=content)

    async def send(self, data: bytes, hash: str = "") -> httpx2.Response:
        """All of it, in order; what was answered to the last piece."""
        for number, content in enumerate(cut(data)):
            answered = await self.put(hash or sha256(data), number, len(cut(data)), content)
        return answered

    async def missing(self, hash: str) -> str | None:
        """None when nothing is."""
        answered = await self.http.head(f"/api/files/{hash}")
        if answered.status_code == 200:
            assert answered.headers["maatje-missing"] == "none"
            return None
        assert answered.status_code == 404
        return answered.headers.get("maatje-missing", "all")

    async def open(self, hash: str, **headers: str) -> httpx2.Response:
        return await self.http.get(f"/api/files/{hash}", headers=headers)

    async def reads(self, hash: str) -> bool:
        """Whether it is given; if not, then by the one answer that says nothing."""
        answered = await self.open(hash)
        if answered.status_code == 200:
            return True
        assert (answered.status_code, answered.json()) == (404, {"error": "not_found", "fields": {}})
        return False

    async def write(self, cast: Cast, who: str, **files: Json) -> Json:
        """A logboek of one's own with these files in it."""
        fields = {"mood": 4, "coaches": [str(getattr(cast, who).id)]}
        made = mutation("logboek", fields | under(files), scope=own(getattr(cast, who)))
        [answer] = await self.push(made)
        assert answer["status"] == "ok", answer
        return self.records[made["id"]]

    async def hand_in(self, cast: Cast, logboek: Json) -> Json:
        [answer] = await self.push(over(logboek, {}, scope=coaching(cast)))
        assert answer["status"] == "ok", answer
        return self.records[logboek["id"]]

    async def take_back(self, cast: Cast, logboek: Json) -> Json:
        await self.push(over(logboek, {}, scope=own(cast.bram)))
        return self.records[logboek["id"]]


def cut(data: bytes) -> list[bytes]:
    return [data[at : at + PIECE] for at in range(0, len(data), PIECE)]


def photo(data: bytes, **more: object) -> Json:
    """What a logboek says of it."""
    return {"hash": sha256(data), "type": "image/jpeg", "bytes": len(data), "what": "photo"} | more


def under(files: dict[str, Json]) -> dict[str, Json]:
    return {f"file.{name}": value for name, value in files.items()}


def new_key() -> str:
    return f"file.{uuid7()}"
