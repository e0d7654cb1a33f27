"""The sessions of a group: those held since September, and two to come. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.demo import said
from server.demo.account import Account
from server.demo.accounts import ACCOUNTS, PLAN_DROPPED
from server.demo.first import FIRST
from server.demo.groups import Group
from server.demo.pen import Fields, Pen
from server.demo.stories import State, story_of
from server.demo.talks import TALKS
from server.demo.werkvormen import blocks
from server.demo.year import Year, at, workday_after, workday_before

HOURS = ((14, 0), (11, 0), (13, 30), (9, 30), (15, 15))
LENGTH = {"group": timedelta(minutes=75), "pair": timedelta(minutes=45)}
TO_COME = 2
PLANNED_AHEAD = 3  # sessions


@dataclass(frozen=True)
class Meeting:
    record: str
    ends: datetime
    state: State
    account: Account
    first: bool = False


@dataclass(frozen=True)
class _Day:
    """One day in the row of a group's sessions, with what the row says of it."""

    number: int
    starts: datetime
    account: Account
    state: State | None  # None: it is still to come


def plan_sessions(pen: Pen, year: Year, group: Group) -> list[Meeting]:
    """Write the whole row into the agenda; those that were held, newest first."""
    row = _row(year, group)
    meetings = []
    if group.kind == "group" and group.number % 4 == 1:
        _plan_outing(pen, year, group)
    for day in row:
        record = _planned(pen, group, _when_planned(year, row, day), _fields(group, day))
        if day.state is State.CANCELLED:
            pen.change(day.starts - timedelta(days=1), group.coach, "session", record, {"cancelled": True})
        elif day.state:
            ends = day.starts + LENGTH[group.kind]
            meetings.append(Meeting(record, ends, day.state, day.account, first=day.number == 1))
    return meetings[::-1]


def _planned(pen: Pen, group: Group, when: datetime, fields: Fields) -> str:
    return pen.create(when, group.coach, "session", group.agenda, fields)


def _plan_outing(pen: Pen, year: Year, group: Group) -> None:
    """Outside the row, and soon, so that there is always something in the week to come."""
    starts = at(workday_after(year.today + timedelta(days=1)), 12, 30)
    fields = {
        "kind": "outing",
        "community": str(group.community),
        "starts": starts.isoformat(),
        "ends": (starts + LENGTH["group"]).isoformat(),
        **said.OUTING,
    }
    _planned(pen, group, at(year.today - timedelta(days=6), 20, 30), fields)


def _row(year: Year, group: Group) -> list[_Day]:
    story = story_of(group)
    latest = year.today - timedelta(days=story.days_ago)
    if story.days_ago:
        latest = workday_before(latest)
    held = year.fortnights_back(latest)[::-1]
    states = [State.DONE] * max(0, len(held) - len(story.states)) + list(story.states[: len(held)][::-1])
    to_come: list[State | None] = [None] * TO_COME
    days = [*held, *year.fortnights_ahead(latest, TO_COME)]
    return [
        _Day(number, _starts(year, group, day), _account(group, number, state), state)
        for number, (day, state) in enumerate(zip(days, [*states, *to_come], strict=True), 1)
    ]


def _starts(year: Year, group: Group, day: date) -> datetime:
    if day == year.today:
        return year.just_ended() - LENGTH[group.kind]
    return at(workday_before(day), *HOURS[group.number % len(HOURS)])


def _account(group: Group, number: int, state: State | None) -> Account:
    if group.of_bram and state is State.ASKED:
        return PLAN_DROPPED  # what Cora asks him is about this one
    if group.kind == "pair":
        return TALKS[(group.number + number) % len(TALKS)]
    if number == 1:
        return FIRST[group.number % len(FIRST)]
    return ACCOUNTS[(group.number * 5 + number) % len(ACCOUNTS)]


def _when_planned(year: Year, row: list[_Day], day: _Day) -> datetime:
    """Some sessions ahead, in the evening after one of them."""
    before = day.number - 1 - PLANNED_AHEAD
    return at(row[before].starts.date() if before >= 0 else year.first_session - timedelta(days=3), 20)


def _fields(group: Group, day: _Day) -> Fields:
    account, place = day.account, _place(group)
    to_come_of_bram = group.of_bram and day.state is None
    fields: Fields = {
        "kind": "community",
        "community": str(group.community),
        "number": day.number,
        "starts": day.starts.isoformat(),
        "ends": (day.starts + LENGTH[group.kind]).isoformat(),
        "title": account.title,
        "note": account.note or said.AFTER_CLASS[group.number % len(said.AFTER_CLASS)] * (group.kind == "group"),
        "plan": [] if to_come_of_bram else blocks(account.plan),  # so that there is a plan to make
        **place,
    }
    return {key: value for key, value in fields.items() if value}


def _place(group: Group) -> Fields:
    if group.kind == "pair":
        return {"place": said.ONE_TO_ONE[group.number % len(said.ONE_TO_ONE)]}
    if group.number % 9 == 5:
        return {"place": "Online", "link": said.MEETING.format(group.number + 1)}
    return {"place": said.PLACES[group.number % len(said.PLACES)]}
