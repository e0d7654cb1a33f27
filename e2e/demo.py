"""What of the demo goes along with the calendar: it is always the year so far of whoever looks today."""

from datetime import UTC, datetime

from server.demo.year import Year, workday_before

_year = Year(datetime.now(UTC))
_held = _year.fortnights_back(_year.today)

# Of Bram's group: the session that has just ended, the one that Cora asked something about, and when it first met.
JUST_ENDED, ASKED_ABOUT = f"Sessie {len(_held)}", f"Sessie {len(_held) - 1}"
FIRST_DAY = f"{workday_before(_held[-1]).day} sep"
