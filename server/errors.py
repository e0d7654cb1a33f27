"""Every way in which the server refuses. A code crosses the wire, the client has the sentence for it.

Refusal                what is said to the other side: a code, which has one status, and codes per field
├── Malformed    400   not what this route takes: malformed, or the code of a field
├── SignedOut    401   signed_out; revoked when the login was ended on purpose
├── Forbidden    403   forbidden; cross_origin
├── NotFound     404   not_found, also for what one may not see
├── TooLarge     413   too_large; quota
├── TooMany      429   too_many
├── Busy         503   busy: the database is locked, try again
│   └── Again          somebody was in the way and nothing was done; db.write() tries again by itself first
└── StorageFull  507   storage_full: the disk is full, try again later

CODES is the closed list: what is not in it never leaves the server.
"""

CODES = {
    "malformed": 400,
    "signed_out": 401,
    "revoked": 401,
    "forbidden": 403,
    "cross_origin": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "too_large": 413,
    "quota": 413,
    "upgrade_required": 426,
    "too_many": 429,
    "internal": 500,
    "busy": 503,
    "storage_full": 507,
    # signing in
    "code_wrong": 400,
    "link_wrong": 400,
    "invitation_wrong": 400,
    "invitation_used": 400,
    "email_taken": 400,
    # of a file whose bytes are all there
    "hash_wrong": 400,
    "type_wrong": 415,
    "tells_where": 400,
    # in `fields`
    "missing": 400,
    "invalid": 400,
    "taken": 400,
}


class Refusal(Exception):
    """An answer that is not what was asked for. web/answers.py turns it into {"error": code, "fields": {}}."""

    code = "internal"

    def __init__(self, code: str = "", fields: dict[str, str] | None = None) -> None:
        self.code = code or self.code
        self.status = CODES[self.code]
        self.fields = fields or {}
        self.headers: dict[str, str] = {}
        super().__init__(self.code)


class Malformed(Refusal):
    code = "malformed"


class SignedOut(Refusal):
    code = "signed_out"


class Forbidden(Refusal):
    code = "forbidden"


class NotFound(Refusal):
    code = "not_found"


class TooLarge(Refusal):
    code = "too_large"


class TooMany(Refusal):
    """`retry_after` is the number of seconds after which it is worth another try."""

    code = "too_many"

    def __init__(self, retry_after: int = 60) -> None:
        super().__init__()
        self.headers = {"retry-after": str(retry_after)}


class Busy(Refusal):
    code = "busy"


class Again(Busy):
    """Two wanted the same at the same moment. Whoever finds out raises it inside db.write(), which starts over."""


class StorageFull(Refusal):
    code = "storage_full"
