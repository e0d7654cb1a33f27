"""Every answer that a test gets is held against the description that outside clients read."""

from functools import cache
from typing import Any

import httpx2
import jsonschema_rs
from starlette.routing import compile_path

from server.app import PUBLIC, SIGNED_IN
from server.openapi import describe

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DESCRIBED = describe(PUBLIC, SIGNED_IN)
ROUTES = {f"{method} {path}" for method, path, _ in [*PUBLIC, *SIGNED_IN]}
PATHS = {path: compile_path(path)[0] for path in DESCRIBED["paths"]}


async def as_described(response: httpx2.Response) -> None:
    """For a client's hooks. What is no JSON is left alone; so is a stream, which nobody may read to its end."""
    path = next((path for path, pattern in PATHS.items() if pattern.match(response.request.url.path)), None)
    method = response.request.method.lower()
    says = "json" in response.headers.get("content-type", "") and method != "head"
    if path and method in DESCRIBED["paths"][path] and says:
        await response.aread()
        shape_of(method, path, response.status_code).validate(response.json())


@cache
def shape_of(method: str, path: str, status: int) -> Any:
    """What is said under this status, or else what a refusal says."""
    said = DESCRIBED["paths"][path][method]["responses"]
    assert status >= 400 or str(status) in said, f"{method} {path} answers {status}, which is not described"
    schema = said.get(str(status), said["default"])["content"]["application/json"]["schema"]
    return jsonschema_rs.validator_for({**schema, "components": DESCRIBED["components"], "$schema": DIALECT})
