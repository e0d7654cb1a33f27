"""`make bench`: each line is a ratio, what it compares, and what to expect of it."""

from bench import cold_start, database

if __name__ == "__main__":
    database.main()
    cold_start.main()
