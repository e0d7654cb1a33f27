"""The one door for mail: an SMTP server, or without one a folder of .eml files that a person can open."""

import asyncio
import logging
import os
import secrets
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import Protocol

import aiosmtplib

from server import clock
from server.config import Config

log = logging.getLogger(__name__)
# A mail server that greylists or restarts gets two more chances.
PAUSES = (0, 5, 60)
# For how many seconds closing waits for letters that are under way.
GRACE = 10


@dataclass(frozen=True)
class Letter:
    to: str
    subject: str
    text: str


def post_for(config: Config) -> "Post":
    """What the settings ask for."""
    if config.smtp_host is None:
        return Outbox(config.data / "outbox", config.mail_from)
    server = Server(config.smtp_host, config.smtp_port, config.smtp_user, config.smtp_password)
    return Smtp(server, config.mail_from)


class Post(Protocol):
    """Where letters go. Sending returns soon and never fails: whoever asked is answered the same."""

    async def send(self, letter: Letter, *, deliver: bool = True) -> None:
        """Send it; with `deliver` false do the same work for a mailbox that is not to get it."""

    async def close(self) -> None:
        """Let what is under way come to its end."""


class Outbox:
    """Letters as files in a folder, in the order they were written."""

    def __init__(self, folder: Path, sender: str) -> None:
        self.folder, self.sender = folder, sender

    async def send(self, letter: Letter, *, deliver: bool = True) -> None:
        try:
            await asyncio.to_thread(self._put, compose(letter, self.sender), deliver)
        except OSError as error:  # a full disk must not tell who is known here
            log.error("a letter could not be written: %s", error)

    async def close(self) -> None:
        """Nothing is under way: a letter is on disk when send() returns."""

    def _put(self, message: EmailMessage, deliver: bool) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # whoever reads these letters can sign in with them
        name = f"{clock.now():%Y%m%dT%H%M%S.%fZ}-{secrets.token_hex(4)}"
        draft = self.folder / f".{name}.draft"
        draft.write_bytes(message.as_bytes())
        if deliver:
            os.replace(draft, self.folder / f"{name}.eml")  # whoever watches the folder sees whole letters only
        else:
            draft.unlink()


@dataclass(frozen=True)
class Server:
    """An SMTP server. Port 465 speaks TLS at once; the others after STARTTLS, without which no password is sent."""

    hostname: str
    port: int
    username: str | None = None
    password: str | None = None


class Smtp:
    """Letters handed to a mail server, behind the answer's back."""

    def __init__(self, server: Server, sender: str, pauses: tuple[float, ...] = PAUSES) -> None:
        self.server, self.sender, self.pauses = server, sender, pauses
        self._under_way: set[asyncio.Task[None]] = set()
        self._tls = ssl.create_default_context()  # reads all certificates, which takes too long while others wait

    async def send(self, letter: Letter, *, deliver: bool = True) -> None:
        message = compose(letter, self.sender)
        task = asyncio.create_task(self._try(message) if deliver else asyncio.sleep(0))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=GRACE)
            for task in late:  # a server that stops must not wait for a mail server that does not answer
                task.cancel()

    async def _try(self, message: EmailMessage) -> None:
        for number, pause in enumerate(self.pauses, 1):
            await asyncio.sleep(pause)
            if await self._sent(message):
                return
            log.warning("a letter was not taken by the mail server, try %d of %d", number, len(self.pauses))
        log.error("a letter was given up")

    async def _sent(self, message: EmailMessage) -> bool:
        server = self.server
        try:
            await aiosmtplib.send(
                message,
                hostname=server.hostname,
                port=server.port,
                username=server.username,
                password=server.password,
                use_tls=server.port == 465,
                start_tls=True if server.username and server.port != 465 else None,
                tls_context=self._tls,
                timeout=30,
            )
        except (aiosmtplib.SMTPException, OSError) as error:
            log.warning("mail server: %s", type(error).__name__)  # its words may hold the address
            return False
        return True


def compose(letter: Letter, sender: str) -> EmailMessage:
    """The letter as it travels. Plain ASCII texts stay readable as they are, so that a link is never cut in two."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, letter.to, letter.subject
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].rstrip(">") or "localhost")
    message["Auto-Submitted"] = "auto-generated"  # keeps out-of-office answers away
    message.set_content(letter.text, cte="7bit" if letter.text.isascii() else "quoted-printable")
    return message
