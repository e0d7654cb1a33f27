"""A state of the model as one short value: equal for two that nothing can tell apart any more."""

from hashlib import blake2b
from typing import Any

import orjson

from tests.simulation.model import Placement, Server
from tests.simulation.model_world import ModelWorld

State = bytes


def state_of(world: ModelWorld) -> State:
    """What is under way is in no order. What was answered is what is known to the server."""
    under_way = sorted(_json((device.name, body, seen)) for device, body, seen in world.net)
    rest = [world.devices, world.shared, world.words.removed, world.given_up, world.copy is None]
    return blake2b(b"\n".join([_json(_of_server(world.server)), *under_way, _json(rest)]), digest_size=16).digest()


def _of_server(server: Server) -> Any:
    """Of an instant it only matters whether it lies before a grant."""
    some = {name: value for name, value in vars(server).items() if name not in ("now", "grants", "placed")}
    begun = {(person, scope): since for person, scopes in server.grants.items() for scope, since in scopes.items()}
    placed = {pair: _placed(pair[0], place, begun) for pair, place in server.placed.items()}
    pairs: dict[str, dict[tuple[str, str], Any]] = {
        "applied": server.applied,
        "held": server.held,
        "placed": placed,
        "granted": dict.fromkeys(begun),
    }
    return some | {name: _flat(rows) for name, rows in pairs.items()}


def _placed(scope: str, place: Placement, begun: dict[tuple[str, str], int]) -> Any:
    before = sorted(person for (person, of), since in begun.items() if of == scope and place.at < since)
    return place.pos, place.state, before


def _flat(rows: dict[tuple[str, str], Any]) -> dict[str, Any]:
    return {" ".join(pair): row for pair, row in rows.items()}


def _json(it: Any) -> bytes:
    return orjson.dumps(it, default=sorted, option=orjson.OPT_SORT_KEYS)
