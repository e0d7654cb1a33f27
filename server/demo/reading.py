"""How the staff reads what was handed in: receipts, thanks, questions and their answers, done. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from server.demo import said
from server.demo.groups import Group
from server.demo.pen import Fields, Pen
from server.demo.stories import State
from server.demo.year import Year, at, workday_after, workday_before


@dataclass(frozen=True)
class Written:
    """A logboek as it was handed in."""

    record: str
    handed_in: datetime
    fields: Fields


@dataclass(frozen=True)
class _Desk:
    """Where one logboek is read, and on which workdays."""

    pen: Pen
    group: Group
    logboek: str
    first: date  # the workday after it was handed in
    second: date
    lately: date
    turn: int

    def opened(self, reader: UUID, when: datetime) -> None:
        fields = {"record": self.logboek, "reader": str(reader), "at": when.isoformat()}
        parts = [self.logboek, str(reader)]
        self.pen.create(when, reader, "receipt", self.group.read_by_staff, fields, parts)

    def says(self, reader: UUID, when: datetime, state: str, text: str) -> None:
        fields = {"logboek": self.logboek, "state": state, **({"text": text} if text else {})}
        self.pen.create(when, reader, "review", self.group.read_by_staff, fields)

    def answers(self, when: datetime, text: str) -> None:
        fields = {"about": self.logboek, "text": text}
        self.pen.create(when, self.group.coach, "comment", self.group.read_by_staff, fields)

    def morning(self, day: date) -> datetime:
        return at(day, 10, self.pen.chance.randint(0, 50))

    def evening(self, day: date) -> datetime:
        return at(day, 20, self.pen.chance.randint(0, 50))


def read(pen: Pen, year: Year, group: Group, written: Written, state: State, turn: int) -> None:
    first = workday_after(written.handed_in.date())
    lately = workday_before(year.today - timedelta(days=2))
    STEPS.get(state, _nothing)(_Desk(pen, group, written.record, first, workday_after(first), lately, turn))


def _nothing(desk: _Desk) -> None:
    """A draft is nobody's to read, and what is unread is unread."""


def _read(desk: _Desk) -> None:
    desk.opened(desk.group.senior, desk.morning(desk.first))
    desk.opened(desk.group.coordinator, desk.morning(desk.second))


def _thanked(desk: _Desk) -> None:
    _read(desk)
    senior, text = desk.group.senior, said.THANKS[desk.turn % len(said.THANKS)]
    desk.says(senior, at(desk.first, 11), "thanks", text)


def _asked(desk: _Desk) -> None:
    """Lately, so that waiting for the answer is no shame."""
    desk.opened(desk.group.senior, desk.morning(desk.first))
    desk.opened(desk.group.coordinator, desk.morning(desk.lately))
    question, _ = _question(desk)
    text = said.TO_BRAM if desk.group.of_bram else question
    desk.says(desk.group.coordinator, at(desk.lately, 11), "question", text)


def _answered(desk: _Desk) -> None:
    _read(desk)
    question, answer = _question(desk)
    desk.says(desk.group.coordinator, at(desk.second, 11), "question", question)
    desk.answers(desk.evening(workday_after(desk.second)), answer)


def _done(desk: _Desk) -> None:
    if desk.turn % 4 == 3:
        _answered(desk)
    elif desk.turn % 2:
        _thanked(desk)
    else:
        _read(desk)
    closing = at(workday_after(workday_after(desk.second)), 11, 5)
    desk.says(desk.group.coordinator, closing, "done", said.DONE[desk.turn % len(said.DONE)])


def _question(desk: _Desk) -> tuple[str, str]:
    return said.QUESTIONS[(desk.group.number + desk.turn) % len(said.QUESTIONS)]


STEPS: dict[State, Callable[[_Desk], None]] = {
    State.READ: _read,
    State.THANKED: _thanked,
    State.ASKED: _asked,
    State.ANSWERED: _answered,
    State.DONE: _done,
    State.RENEWED: _done,
    State.NOBODY: _done,
}
