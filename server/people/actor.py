"""Who is asking."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Actor:
    """A person, through one of their logins."""

    person: UUID
    login: UUID
