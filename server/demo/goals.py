"""What coachees want: most of it for themselves, some of it shared with the coach. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.demo.goal_texts import ANSWERS, OF_SANNE, THANKS, WISHES, Wish
from server.demo.groups import Group, Member
from server.demo.pen import Pen
from server.demo.year import Year, at

WEEK = timedelta(days=7)
FATES = ("shared", "private", "private", "shared", "reached", "private", "let_go", "taken_back", "reached_together")
SHARED = {"shared", "taken_back", "reached_together"}
ENDS = {"reached": "reached", "reached_together": "reached", "let_go": "let_go"}
OUTCOMES = {"reached": ("busy", "done"), "reached_together": ("busy", "done"), "let_go": ("different",)}


@dataclass(frozen=True)
class _Goal:
    record: str
    scope: str
    began: date


def set_goals(pen: Pen, year: Year, group: Group) -> None:
    """Of Sanne four, one of each fate; of the others here and there one."""
    for turn, member in enumerate(group.members):
        for fate, wish in _wanted(pen, group, member, turn):
            _pursue(pen, year, group, member, fate, wish)


def _wanted(pen: Pen, group: Group, member: Member, turn: int) -> Iterator[tuple[str, Wish]]:
    if member.name.startswith("Sanne "):
        yield from OF_SANNE.items()
    elif pen.chance.random() < 0.6:
        place = group.number * 3 + turn
        yield FATES[place % len(FATES)], WISHES[place % len(WISHES)]


def _pursue(pen: Pen, year: Year, group: Group, member: Member, fate: str, wish: Wish) -> None:
    goal = _set(pen, year, member, fate, wish)
    _steps(pen, year, member, goal, wish, ended=fate in ENDS)
    if fate in SHARED:
        _share(pen, group, member, goal)
    _check_in(pen, year, member, goal, fate, wish)
    if fate in ENDS:
        pen.change(_evening(pen, goal.began + 3 * WEEK), member.person, "goal", goal.record, {"state": ENDS[fate]})
    if fate == "taken_back":
        own = f"self:{member.person}"
        pen.change(_evening(pen, goal.began + 3 * WEEK), member.person, "goal", goal.record, {}, own)


def _set(pen: Pen, year: Year, member: Member, fate: str, wish: Wish) -> _Goal:
    weeks = 6 if fate in ENDS else 4  # what has ended began before what goes on
    began = year.today - weeks * WEEK - timedelta(days=pen.chance.randint(0, 9))
    fields = {"text": wish.text, "why": wish.why, "state": "open", "member": str(member.membership)}
    fields = {key: value for key, value in fields.items() if value}
    scope = f"self:{member.person}"
    return _Goal(pen.create(at(began, 20, 10), member.person, "goal", scope, fields), scope, began)


def _steps(pen: Pen, year: Year, member: Member, goal: _Goal, wish: Wish, ended: bool) -> None:
    """The first is done, unless there is but one; the last lies ahead."""
    for turn, text in enumerate(wish.steps):
        done = ended or (turn == 0 and len(wish.steps) > 1)
        on = goal.began + WEEK if done else year.today + timedelta(days=2 + 5 * turn)
        fields = {"goal": goal.record, "text": text, "on": on.isoformat(), "done": False}
        step = pen.create(at(goal.began, 20, 11 + turn), member.person, "step", goal.scope, fields)
        if done:
            when = _evening(pen, on + timedelta(days=2))  # told at the check-in
            pen.change(when, member.person, "step", step, {"done": True})


def _share(pen: Pen, group: Group, member: Member, goal: _Goal) -> None:
    """The coach reads it and writes back."""
    pen.change(_evening(pen, goal.began + timedelta(days=1)), member.person, "goal", goal.record, {}, member.shared)
    read = at(goal.began + timedelta(days=3), 17, 30)
    receipt = {"record": goal.record, "reader": str(group.coach), "at": read.isoformat()}
    pen.create(read, group.coach, "receipt", member.shared, receipt, [goal.record, str(group.coach)])
    answer = {"about": goal.record, "text": pen.chance.choice(ANSWERS)}
    pen.create(read + timedelta(minutes=4), group.coach, "comment", member.shared, answer)
    if answer["text"].endswith("?"):
        fields = {"about": goal.record, "text": THANKS}
        pen.create(_evening(pen, read.date() + timedelta(days=1)), member.person, "comment", member.shared, fields)


def _check_in(pen: Pen, year: Year, member: Member, goal: _Goal, fate: str, wish: Wish) -> None:
    for turn, outcome in enumerate(OUTCOMES.get(fate, ("busy",))):
        when = _evening(pen, goal.began + (turn + 1) * WEEK + timedelta(days=2))
        fields = {"goal": goal.record, "on": when.isoformat(), "outcome": outcome}
        if wish.notes[turn : turn + 1] != ("",) and turn < len(wish.notes):
            fields["note"] = wish.notes[turn]
        pen.create(when, member.person, "checkin", goal.scope, fields)


def _evening(pen: Pen, day: date) -> datetime:
    return at(day, 20, 30 + pen.chance.randint(0, 25))
