"""The description that outside clients read: made from the table of routes itself, so that it cannot lag behind."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from server import VERSION
from server.errors import CODES
from server.openapi.shapes import ALSO_GIVES, ASKS, GIVES, TAKES, TAKES_BYTES, Shape
from server.web.guard import Endpoint

SYNC = Path(__file__).parents[2] / "shared" / "schemas" / "sync.schema.json"
ERROR: Shape = {
    "type": "object",
    "properties": {
        "error": {"enum": sorted(CODES)},
        "fields": {"type": "object", "additionalProperties": {"enum": sorted(CODES)}},
    },
    "required": ["error", "fields"],
}
# A page may still be open from before somebody else signed in there: then its requests end with 401.
ASKING: Shape = {
    "name": "maatje-person",
    "in": "header",
    "description": "Who is asking; refused where the cookie is somebody else's.",
    "schema": {"type": "string", "format": "uuid"},
}
COOKIE = {"cookie": {"type": "apiKey", "in": "cookie", "name": "maatje"}}

Row = tuple[str, str, Endpoint]


def describe(public: Iterable[Row], signed_in: Iterable[Row]) -> dict[str, Any]:
    """OpenAPI 3.1 of all routes."""
    paths: dict[str, Any] = {}
    needs: list[tuple[Iterable[Row], list[dict[str, list[str]]]]] = [(public, []), (signed_in, [{"cookie": []}])]
    for rows, security in needs:
        for method, path, endpoint in rows:
            operation = _operation(method, path, endpoint) | {"security": security}
            operation["parameters"] += [ASKING] if security else []
            paths.setdefault(path, {})[method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": "Maatje", "version": VERSION},
        "paths": paths,
        "components": {"schemas": {**_sync_schemas(), "error": ERROR}, "securitySchemes": COOKIE},
    }


def _operation(method: str, path: str, endpoint: Endpoint) -> dict[str, Any]:
    name = f"{method} {path}"
    good = _good(*GIVES[name]) | (_good(*ALSO_GIVES[name]) if name in ALSO_GIVES else {})
    operation: dict[str, Any] = {
        "operationId": name,
        "summary": (endpoint.__doc__ or "").splitlines()[0],
        "parameters": [_parameter(part) for part in re.findall(r"{(\w+)}", path)] + _asked(name),
        "responses": {**good, "default": _said("A refusal", {"$ref": "#/components/schemas/error"})},
    }
    if name in TAKES:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": TAKES[name]}}}
    if name in TAKES_BYTES:
        operation["requestBody"] = {"required": True, "content": {TAKES_BYTES[name]: {}}}
    return operation


def _asked(name: str) -> list[dict[str, Any]]:
    asked = ASKS.get(name, {}).items()
    return [{"name": key, "in": "query", "required": True, "schema": shape} for key, shape in asked]


def _good(status: int, shape: Shape | str | None) -> dict[str, Any]:
    if shape is None:
        return {str(status): {"description": "Done"}}
    if isinstance(shape, str):
        return {str(status): {"description": "Done", "content": {shape: {}}}}
    return {str(status): _said("Done", shape)}


def _said(description: str, shape: Shape) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": shape}}}


def _parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _sync_schemas() -> dict[str, Any]:
    """The bodies of sync, from the schema that both sides are tested with."""
    text = SYNC.read_bytes().replace(b'"#/$defs/', b'"#/components/schemas/')
    schemas: dict[str, Any] = orjson.loads(text)["$defs"]
    return schemas
