"""A made-up year of two programmes, for looking around and for measuring. It fills an empty database, and only that."""
