"""The calendar of a programme: when the year began, and on which days a group met and will meet. Pure.

Days are those of Amsterdam. Nothing is written today, so that the same day always gives the same demo; only the
session that has just ended knows what time it is.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")
FORTNIGHT = timedelta(days=14)
SHORTEST = timedelta(weeks=10)  # below that there is too little to look back on, and the year before still runs
QUARTER = 15 * 60
HOLIDAYS = (((7, 8), (8, 31)), ((12, 21), (12, 31)), ((1, 1), (1, 3)))  # first and last day, as month and day


@dataclass(frozen=True)
class Year:
    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(HERE).date()

    @property
    def began(self) -> date:
        """The first of September that lies far enough behind."""
        latest = self.today - SHORTEST
        return date(latest.year - (latest < date(latest.year, 9, 1)), 9, 1)

    @property
    def first_session(self) -> date:
        return self.began + timedelta(days=6)

    def just_ended(self) -> datetime:
        """A quarter of an hour that is over, whatever the hour."""
        return datetime.fromtimestamp((self.now.timestamp() - 10 * 60) // QUARTER * QUARTER, UTC).astimezone(HERE)

    def fortnights_back(self, latest: date) -> list[date]:
        """The days a group met, newest first. The latest stands, also in a holiday."""
        days = [latest - n * FORTNIGHT for n in range((latest - self.first_session) // FORTNIGHT + 1)]
        return [day for day in days if day == latest or not in_holiday(day)]

    def fortnights_ahead(self, latest: date, wanted: int) -> list[date]:
        days = (latest + n * FORTNIGHT for n in range(1, 20))
        return [day for day in days if day > self.today and not in_holiday(day)][:wanted]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), HERE)


def workday_before(day: date) -> date:
    """This day, or the Friday before its weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def workday_after(day: date) -> date:
    """The first day after this one on which people work."""
    day += timedelta(days=1)
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)


def in_holiday(day: date) -> bool:
    return any(first <= (day.month, day.day) <= last for first, last in HOLIDAYS)
