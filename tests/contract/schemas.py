"""What lies in shared/: each kind's schema and examples, and the starter set. The tests here walk over it."""

import json
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator

SHARED = Path(__file__).parents[2] / "shared"
SCHEMAS = SHARED / "schemas"
NOT_KINDS = {"envelope", "sync"}

Json = dict[str, Any]


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    return path.name.removesuffix(".schema.json")


ALL: dict[str, Json] = {named(path): read(path) for path in sorted(SCHEMAS.glob("*.schema.json"))}
KINDS = {name: schema for name, schema in ALL.items() if name not in NOT_KINDS}
EXAMPLES = sorted((SCHEMAS / "examples").glob("*/*.json"))
STARTER: dict[str, Json] = read(SHARED / "starter" / "templates.json")


def validator(schema: Json) -> Draft202012Validator:
    """Formats are asserted, as the phone's validator does by itself."""
    return Draft202012Validator(schema, validate_formats=True)
