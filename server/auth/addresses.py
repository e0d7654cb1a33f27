"""Mail addresses as people type them. Pure."""

import re
import unicodedata

LONGEST = 254  # RFC 5321
LOOKED_AT = 1000  # what is longer fits nothing anyway, and a stranger could keep the server busy with it
# Deliberately plain: it need not accept what no school hands out, and no control character may reach a header. No ?,
# for =?utf-8?q?bram?= is bram to whoever writes the header: one mailbox would have any number of names.
MAILBOX = re.compile(r"[a-z0-9.!#$%&'*+/=^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9-]{2,63}")


def tidy(typed: str) -> str:
    """The form in which addresses are kept and compared: no spaces around, small letters, one Unicode form."""
    return unicodedata.normalize("NFKC", typed.strip()[:LOOKED_AT]).strip().lower()


def is_mailbox(address: str) -> bool:
    """Whether a tidied address can be written to."""
    return len(address) <= LONGEST and MAILBOX.fullmatch(address) is not None


def masked(address: str) -> str:
    """Enough for its owner to know it, too little for anyone else: s…@school.nl."""
    mailbox, _, domain = address.rpartition("@")
    return f"{mailbox[:1]}…@{domain}"


def digits_of(typed: str) -> str:
    """The digits of a code, however it was spaced; of any script that a keyboard has."""
    return "".join(str(unicodedata.decimal(sign)) for sign in typed[:LOOKED_AT] if sign.isdecimal())
