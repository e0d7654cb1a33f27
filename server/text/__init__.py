"""Texts as people type them, made fit for every store."""

from server.text.mend import mend as mend
