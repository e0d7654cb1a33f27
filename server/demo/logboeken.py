"""What coaches write after a session: who was there, the logboek, and a few words for themselves. Pure."""

from datetime import timedelta

from server.demo import said
from server.demo.account import Account, taps
from server.demo.first import NOBODY
from server.demo.groups import Group, Member
from server.demo.meetings import Meeting
from server.demo.pen import Fields, Pen
from server.demo.reading import Written, read
from server.demo.stories import State
from server.demo.year import Year, at

NOTHING_YET = {State.DUE, State.LATE}
SELF = "self:{}"


def write_logboeken(pen: Pen, year: Year, group: Group, meetings: list[Meeting]) -> None:
    """And what the staff says of each."""
    for turn, meeting in enumerate(meetings):
        if meeting.state not in NOTHING_YET:
            fields = _nobody(pen) if meeting.state is State.NOBODY else taps(meeting.account)
            template = "logboek.nobody" if meeting.state is State.NOBODY else _template(group)
            written = write_one(pen, group, meeting, group.members, {"template": template, **fields})
            read(pen, year, group, written, meeting.state, turn)
            _for_oneself(pen, group, meeting, written.record)
            if meeting.state is State.RENEWED:
                _new_version(pen, year, group, written)


def write_one(pen: Pen, group: Group, meeting: Meeting, members: tuple[Member, ...], answers: Fields) -> Written:
    """Opened with what is known, filled in, and handed in unless it stays a draft."""
    begun = meeting.ends + timedelta(minutes=pen.chance.randint(4, 40))
    known: Fields = {
        "session": meeting.record,
        "community": str(group.community),
        "coaches": [str(group.coach)],
        "on": meeting.ends.date().isoformat(),
        "template": answers.pop("template"),
        "template_version": 1,
    }
    record = pen.create(begun, group.coach, "logboek", SELF.format(group.coach), known)
    handed_in = begun + timedelta(minutes=3)
    pen.change(begun + timedelta(minutes=2), group.coach, "logboek", record, answers)
    if meeting.state is not State.DRAFT:
        _note_who_was_there(pen, group, meeting, members)
        stamp = {"handed_in": handed_in.isoformat()}
        pen.change(handed_in, group.coach, "logboek", record, stamp, group.read_by_staff)
    return Written(record, handed_in, known | answers)


def _template(group: Group) -> str:
    return "logboek.talk" if group.kind == "pair" else "logboek.session"


def _nobody(pen: Pen) -> Fields:
    return dict(pen.chance.choice(NOBODY))


def _note_who_was_there(pen: Pen, group: Group, meeting: Meeting, members: tuple[Member, ...]) -> None:
    when = meeting.ends + timedelta(minutes=2)
    away = pen.chance.sample(members, _how_many_away(meeting.account, meeting.state, members))
    for member in members:
        fields = {"session": meeting.record, "member": str(member.membership), **_presence(pen, member in away)}
        parts = [meeting.record, str(member.membership)]
        pen.create(when, group.coach, "attendance", member.record, fields, parts)


def _how_many_away(account: Account, state: State, members: tuple[Member, ...]) -> int:
    if state is State.NOBODY:
        return len(members)
    return min(account.away, len(members) - 1)


def _presence(pen: Pen, away: bool) -> Fields:
    if not away:
        return {"state": "late" if pen.chance.random() < 0.06 else "present"}
    reason = pen.chance.choice(("", "", "work", "exam", "transport", "unsaid"))
    return {"state": "absent", **({"reason": reason} if reason else {})}


def _for_oneself(pen: Pen, group: Group, meeting: Meeting, logboek: str) -> None:
    """Every second time or so. What Bram wrote about one of them he shared with his senior."""
    shared = group.of_bram and meeting.state is State.THANKED
    if not shared and pen.chance.random() < 0.5:
        return
    fields = {
        "logboek": logboek,
        "session": meeting.record,
        "on": meeting.ends.date().isoformat(),
        "text": said.FOR_SENNA if shared else pen.chance.choice(said.REFLECTIONS),
    }
    when = at(meeting.ends.date(), 21, pen.chance.randint(0, 50))
    record = pen.create(when, group.coach, "reflection", SELF.format(group.coach), fields)
    if shared:
        pen.change(when + timedelta(days=1), group.coach, "reflection", record, {}, f"mentor:{group.coach}")


def _new_version(pen: Pen, year: Year, group: Group, written: Written) -> None:
    """Of one that was done: the same words and some more, handed in yesterday."""
    when = at(year.today - timedelta(days=1), 20, 5)
    depth = f"{written.fields.get('depth', '')}\n{said.NEW_VERSION}".strip()
    fields = {"depth_prompt": "r22a"} | written.fields | {"version_of": written.record, "depth": depth}
    fields.pop("depth_skipped", None)
    record = pen.create(when, group.coach, "logboek", SELF.format(group.coach), fields)
    handed_in = when + timedelta(minutes=4)
    stamp = {"handed_in": handed_in.isoformat()}
    pen.change(handed_in, group.coach, "logboek", record, stamp, group.read_by_staff)
