"""`make bench`, or `python -m bench push`: each line is a ratio, what it compares, and what to expect of it."""

import sys

from bench import cold_start, database, day, engines, first_sync, full_store, pull, push, scale, streams

MEASURES = {
    "database": database,
    "engines": engines,
    "push": push,
    "pull": pull,
    "scale": scale,
    "streams": streams,
    "day": day,
    "cold_start": cold_start,
    "full_store": full_store,
    "first_sync": first_sync,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or MEASURES:
        MEASURES[name].main()
