"""A community that is founded along with the first invitation to it, in one transaction."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from server.auth.fields import choice_in, name_in
from server.errors import Malformed
from server.people.models import Community
from server.permissions import changes
from server.permissions.standstill import changing

KINDS = ("group", "pair")
KEY = "new_community"


@dataclass(frozen=True)
class NewCommunity:
    name: str
    kind: str


def new_community_in(body: Any) -> NewCommunity | None:
    """What a request asks to be founded; its flaws are named "new_community.name" and so on."""
    asked = body.get(KEY) if isinstance(body, dict) else None
    if asked is None:
        return None
    if not isinstance(asked, dict) or body.get("community") is not None:
        raise Malformed(fields={KEY: "invalid"})
    try:
        return NewCommunity(name_in(asked), choice_in(asked, "kind", KINDS))
    except Malformed as flaw:
        raise Malformed(fields={f"{KEY}.{key}": code for key, code in flaw.fields.items()}) from None


async def found(programme: UUID, wanted: NewCommunity) -> UUID:
    """Inside db.write(). Two of one name would be told apart by nobody who is in them."""
    await changing(programme)
    there = await Community.filter(programme_id=programme)
    if wanted.name.casefold() in {community.name.casefold() for community in there}:
        raise Malformed(fields={f"{KEY}.name": "taken"})
    return (await changes.found_community(programme, wanted.name, wanted.kind)).id
