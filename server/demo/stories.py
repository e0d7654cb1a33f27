"""What becomes of each session's logboek, as tables: the first groups show every state, the rest are like them."""

from enum import Enum, auto
from typing import NamedTuple

from server.demo.groups import Group


class State(Enum):
    DUE = auto()  # ended just now; nothing is written yet
    LATE = auto()  # ended more than 48 hours ago; nothing is written yet
    DRAFT = auto()  # begun, and the coach's alone
    UNREAD = auto()  # handed in
    READ = auto()
    THANKED = auto()
    ASKED = auto()  # a question waits for the coach
    ANSWERED = auto()  # the coach's answer waits
    DONE = auto()
    RENEWED = auto()  # done, and then a new version was handed in
    NOBODY = auto()  # nobody came; done
    CANCELLED = auto()  # called off: there is no logboek


class Story(NamedTuple):
    """How many days ago the latest session was, and what became of it and those before. What is older is done."""

    days_ago: int
    states: tuple[State, ...]


def _story(days_ago: int, states: str) -> Story:
    return Story(days_ago, tuple(State[state.upper()] for state in states.split()))


GROUPS = (
    _story(0, "due asked thanked answered nobody"),  # Bram
    _story(1, "unread read renewed nobody"),  # Joris
    _story(4, "late answered done done"),
    _story(1, "draft thanked nobody cancelled"),
)
OTHER_GROUPS = (
    _story(1, "unread done thanked"),
    _story(8, "read done done nobody"),
    _story(9, "thanked done read"),
    _story(2, "unread done done cancelled"),
    _story(7, "asked done thanked"),
    _story(3, "unread thanked done"),
    _story(11, "done done answered"),
    _story(12, "answered done done"),
    _story(5, "late read done nobody"),
    _story(10, "done renewed done"),
)
PAIRS = (
    _story(1, "unread thanked done"),
    _story(6, "asked done read nobody"),
    _story(2, "draft answered done"),
)


def story_of(group: Group) -> Story:
    if group.kind == "pair":
        return PAIRS[group.number % len(PAIRS)]
    if group.number < len(GROUPS):
        return GROUPS[group.number]
    return OTHER_GROUPS[(group.number - len(GROUPS)) % len(OTHER_GROUPS)]
