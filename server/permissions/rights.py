"""What one person may do to one record: the table of rules.py, asked with the grants of this moment."""

from collections.abc import Iterable
from dataclasses import dataclass

from server import db
from server.permissions import rules
from server.permissions.grants import Grants
from server.permissions.rules import Roles
from server.records.scopes import kind_of, self_of
from server.records.state import Current, Fields
from server.records.tables import marks, value_of

NOTHING: Roles = frozenset()


@dataclass(frozen=True)
class GrantedRights:
    person: str
    grants: Grants
    closed: frozenset[str] = frozenset()  # logboeken that a review has closed

    def reads(self, scope: str) -> bool:
        return scope in self.grants

    def may_create(self, kind: str, scope: str) -> bool:
        return rules.may_create(self._roles(scope), kind, kind_of(scope) or "")

    def tells_too_much(self, kind: str, scope: str, values: Fields) -> bool:
        return rules.tells_too_much(kind, kind_of(scope) or "", values)

    def may_edit(self, record: Current) -> bool:
        if self._is_closed(record):
            return False
        kinds = record.kind, kind_of(record.scope) or ""
        named = record.fields.get(rules.EDITS_IF_NAMED.get(kinds, ""), [])
        return self._is_author(record) or self.person in named or rules.may_edit_others(self._in(record), *kinds)

    def may_delete(self, record: Current) -> bool:
        others = rules.may_delete_others(self._in(record), record.kind, kind_of(record.scope) or "")
        return not self._is_closed(record) and (self._is_author(record) or others)

    def may_move(self, record: Current, scope: str) -> bool:
        """Only the author, and only between the own self and what is shared."""
        own = self_of(self.person)
        if not self._is_author(record) or self._is_closed(record) or own not in (record.scope, scope):
            return False
        shared = scope if record.scope == own else record.scope
        return rules.may_move(self._roles(shared), record.kind, kind_of(record.scope) or "", kind_of(scope) or "")

    def _is_author(self, record: Current) -> bool:
        return record.author == self.person

    def _is_closed(self, record: Current) -> bool:
        return (record.kind, kind_of(record.scope)) in rules.UNTIL_DONE and record.id in self.closed

    def _in(self, record: Current) -> Roles:
        return self._roles(record.scope)

    def _roles(self, scope: str) -> Roles:
        return self.grants[scope].roles if scope in self.grants else NOTHING


async def closed_logboeken(records: Iterable[Current]) -> frozenset[str]:
    """What a review has closed where these records lie."""
    scopes = sorted({record.scope for record in records if (record.kind, kind_of(record.scope)) in rules.UNTIL_DONE})
    if not scopes:
        return frozenset()
    sql = f"SELECT data FROM record WHERE scope IN ({marks(scopes)}) AND kind = 'review' AND NOT deleted"
    reviews = [value_of(row["data"]) for row in await db.rows(sql, scopes)]
    return frozenset(str(review.get("logboek")) for review in reviews if review.get("state") == "done")
