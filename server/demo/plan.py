"""The year of a group: all that its people wrote since September, in the order in which they did. Pure."""

import random

from server.demo.asides import talk_apart
from server.demo.goals import set_goals
from server.demo.groups import Group
from server.demo.logboeken import write_logboeken
from server.demo.meetings import plan_sessions
from server.demo.pen import Act, Pen
from server.demo.year import Year


def year_of(group: Group, year: Year) -> list[Act]:
    """The same group on the same day wrote the same; on another day much the same, of its own time."""
    pen = Pen(random.Random(f"{group.kind} {group.number}"))
    meetings = plan_sessions(pen, year, group)
    write_logboeken(pen, year, group, meetings)
    talk_apart(pen, year, group)
    set_goals(pen, year, group)
    return sorted(pen.acts, key=lambda act: (act.at, act.mid))
