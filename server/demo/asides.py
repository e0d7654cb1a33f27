"""Talks that a coach of a group has with one of them: held apart, in what only those two read. Pure."""

from dataclasses import replace
from datetime import date, timedelta

from server.demo import said
from server.demo.account import Account, taps
from server.demo.groups import Group, Member
from server.demo.logboeken import write_one
from server.demo.meetings import Meeting
from server.demo.pen import Pen
from server.demo.reading import read
from server.demo.stories import State
from server.demo.talks import DRAFT, TALKS
from server.demo.year import Year, at, workday_before

HALF_AN_HOUR = timedelta(minutes=30)


def talk_apart(pen: Pen, year: Year, group: Group) -> None:
    """Every second group had one some weeks ago. Bram also had one lately, and has begun to write about it."""
    if group.kind == "pair":
        return
    if group.number % 2 == 0:
        day = workday_before(year.today - timedelta(days=23 + group.number % 5))
        account = TALKS[group.number % len(TALKS)]
        _talk(pen, year, group, group.members[0], day, account, State.DONE)
    if group.number == 0:
        lately = workday_before(year.today - timedelta(days=2))
        _talk(pen, year, group, group.members[3], lately, DRAFT, State.DRAFT)


def _talk(pen: Pen, year: Year, group: Group, member: Member, day: date, account: Account, state: State) -> None:
    starts = at(day, 12, 30)
    fields = {
        "kind": "individual",
        "community": str(group.community),
        "member": str(member.membership),
        "starts": starts.isoformat(),
        "ends": (starts + HALF_AN_HOUR).isoformat(),
        "place": said.ONE_TO_ONE[group.number % len(said.ONE_TO_ONE)],
    }
    session = pen.create(starts - timedelta(days=4), group.coach, "session", member.shared, fields)
    meeting = Meeting(session, starts + HALF_AN_HOUR, state, replace(account, away=0))
    written = write_one(pen, group, meeting, (member,), {"template": "logboek.talk", **taps(account)})
    read(pen, year, group, written, state, turn=0)
