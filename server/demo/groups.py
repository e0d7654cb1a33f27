"""A group and the people around it as plain data: what its year is planned from."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Member:
    person: UUID
    membership: UUID
    name: str

    @property
    def shared(self) -> str:
        return f"member:{self.membership}:shared"

    @property
    def record(self) -> str:
        return f"member:{self.membership}:record"


@dataclass(frozen=True)
class Group:
    number: int  # in its programme, from 0: what happens in its year follows from this
    kind: str  # group, pair
    community: UUID
    coaching: UUID
    coach: UUID
    senior: UUID
    coordinator: UUID
    members: tuple[Member, ...]

    @property
    def of_bram(self) -> bool:
        return self.kind == "group" and self.number == 0

    @property
    def agenda(self) -> str:
        return f"agenda:{self.community}"

    @property
    def read_by_staff(self) -> str:
        return f"coaching:{self.coaching}"
