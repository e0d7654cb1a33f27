"""What keeps an installation safe: copies and putting them back, erasing for good, and the deep look."""

from server.safekeeping.backup import backup as backup
from server.safekeeping.restore import restore as restore
