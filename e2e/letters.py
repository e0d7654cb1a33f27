"""Where the link in a mail leads."""

import re
from email import message_from_string, policy
from urllib.parse import urlsplit


def link_in(letter: str) -> str:
    return path_of(str(message_from_string(letter, policy=policy.default).get_content()))


def path_of(text: str) -> str:
    """Without the address of the server: each device has a line of its own to it."""
    found = re.search(r"https?://\S+", text)
    assert found, text
    link = urlsplit(found[0])
    return f"{link.path}#{link.fragment}"
