"""What each route takes and gives, as one table. How sync looks is said in shared/schemas and nowhere else."""

from typing import Any

from server.auth.founding import KINDS

Shape = dict[str, Any]

TEXT: Shape = {"type": "string"}
NUMBER: Shape = {"type": "integer"}
YES: Shape = {"type": "boolean"}
UUID: Shape = {"type": "string", "format": "uuid"}
INSTANT: Shape = {"type": "string", "format": "date-time"}


def _or_null(shape: Shape) -> Shape:
    return {"anyOf": [shape, {"type": "null"}]}


def _list(shape: Shape) -> Shape:
    return {"type": "array", "items": shape}


def _object(_optional: tuple[str, ...] = (), /, **keys: Shape) -> Shape:
    required = [key for key in keys if key not in _optional]
    return {"type": "object", "properties": keys, "required": required}


def _ref(name: str) -> Shape:
    return {"$ref": f"#/components/schemas/{name}"}


PERSON = _object(id=UUID, name=TEXT, email=_or_null(TEXT), language={"enum": ["nl", "en"]})
WELCOME = _object(person=PERSON)
ROLE = _object(
    role=TEXT,
    programme=UUID,
    community=_or_null(UUID),
    membership=_or_null(UUID),
    coaching=_or_null(UUID),
    **{"from": INSTANT, "until": _or_null(INSTANT)},
)
DEVICE = _object(id=UUID, device=TEXT, created_at=INSTANT, last_contact=INSTANT, current=YES)
INVITATION = _object(
    id=UUID,
    programme=UUID,
    role=TEXT,
    community=_or_null(UUID),
    email=_or_null(TEXT),
    uses_left=NUMBER,
    until=INSTANT,
    url=TEXT,
)
OFFER = _object(
    role=TEXT,
    programme=TEXT,
    hue=_or_null(NUMBER),
    community=_or_null(TEXT),
    by=_or_null(TEXT),
    sent_to=_or_null(TEXT),
    until=INSTANT,
)
PERIOD = _object(id=UUID, **{"from": INSTANT, "until": _or_null(INSTANT)})
ME = _object(
    person=PERSON,
    roles=_list(ROLE),
    scopes={"type": "object", "additionalProperties": _object(write=_list(TEXT))},
    programmes=_list(_object(id=UUID, name=TEXT, hue=_or_null(NUMBER))),
    communities=_list(_object(id=UUID, name=TEXT, kind=TEXT, programme=UUID, coachings=_list(PERIOD))),
    demo=YES,
)

TAKES: dict[str, Shape] = {
    "POST /api/auth/code": _object(email=TEXT),
    "POST /api/auth/verify": _object(("email", "invitation"), email=TEXT, invitation=TEXT, code=TEXT),
    "POST /api/auth/link": _object(token=TEXT),
    "POST /api/auth/invites/look": _object(token=TEXT),
    "POST /api/auth/invites/accept": _object(
        ("email", "name", "language"), token=TEXT, email=TEXT, name=TEXT, language=TEXT
    ),
    "POST /api/demo/enter": _object(email=TEXT),
    "PATCH /api/auth/me": _object(("name", "language"), name=TEXT, language=TEXT),
    "POST /api/auth/email": _object(email=TEXT),
    "POST /api/auth/email/verify": _object(email=TEXT, code=TEXT),
    "POST /api/auth/invites": _object(
        ("community", "new_community", "email", "uses"),
        programme=UUID,
        role=TEXT,
        community=UUID,
        new_community=_object(name=TEXT, kind={"enum": list(KINDS)}),
        email=TEXT,
        uses=NUMBER,
    ),
    "POST /api/sync": _ref("push"),
    "POST /api/digest": _object(scope=_ref("scope")),
}

# What is no JSON is taken as it comes, under this type; and what an address asks for behind its `?`.
TAKES_BYTES: dict[str, str] = {"PUT /api/files/{sha256}/{i}": "application/octet-stream"}
ASKS: dict[str, dict[str, Shape]] = {"PUT /api/files/{sha256}/{i}": {"of": NUMBER}}

# Status and JSON; None where nothing is said. What is not JSON names its type.
GIVES: dict[str, tuple[int, Shape | str | None]] = {
    "GET /healthz": (200, _object(status={"const": "ok"}, version=TEXT)),
    "GET /api/openapi.json": (200, {"type": "object"}),
    "POST /api/auth/code": (204, None),
    "POST /api/auth/verify": (200, WELCOME),
    "POST /api/auth/link": (200, WELCOME),
    "POST /api/auth/invites/look": (200, OFFER),
    "POST /api/auth/invites/accept": (202, _object(sent_to=TEXT)),
    "GET /api/demo/people": (200, _list(_object(email=TEXT, name=TEXT, roles=_list(ROLE)))),
    "POST /api/demo/enter": (200, WELCOME),
    "POST /api/auth/sign-out": (204, None),
    "PATCH /api/auth/me": (200, WELCOME),
    "POST /api/auth/email": (204, None),
    "POST /api/auth/email/verify": (200, WELCOME),
    "GET /api/auth/devices": (200, _object(devices=_list(DEVICE))),
    "DELETE /api/auth/devices/{id}": (204, None),
    "GET /api/auth/invites": (200, _object(invitations=_list(INVITATION))),
    "POST /api/auth/invites": (201, INVITATION),
    "GET /api/auth/invites/{id}/qr.svg": (200, "image/svg+xml"),
    "DELETE /api/auth/invites/{id}": (204, None),
    "POST /api/sync": (200, _ref("answer")),
    "GET /api/events": (200, "text/event-stream"),
    "POST /api/digest": (200, _ref("digest")),
    "GET /api/held": (200, _ref("held")),
    "DELETE /api/held/{mid}": (204, None),
    "GET /api/history/{id}": (200, _ref("history")),
    "GET /api/me": (200, ME),
    "PUT /api/files/{sha256}/{i}": (204, None),
    "HEAD /api/files/{sha256}": (200, None),
    "GET /api/files/{sha256}": (200, "*/*"),
}
# A second good answer: whoever is signed in as the one who is meant needs no code.
# And whoever asks for a part of a file gets that part.
ALSO_GIVES: dict[str, tuple[int, Shape | str]] = {
    "POST /api/auth/invites/accept": (200, WELCOME),
    "GET /api/files/{sha256}": (206, "*/*"),
}
