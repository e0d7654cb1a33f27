"""Maatje: the logbook of a student peer-coaching programme. Start reading in app.py."""

VERSION = "0.1.0"
