"""The outside world as tests have it: a letter box that keeps what was sent, and a mail server on a socket."""

import asyncio
import re

from server.mail import Letter


class LetterBox:
    """Keeps the letters that would have been delivered, and counts those that were only pretended."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.pretended = 0

    async def send(self, letter: Letter, *, deliver: bool = True) -> None:
        if deliver:
            self.letters.append(letter)
        else:
            self.pretended += 1

    async def close(self) -> None:
        """Nothing is under way."""

    def code_for(self, address: str) -> str:
        """As a person finds it: the first line that holds digits."""
        text = self.last_to(address).text
        return next(line for line in text.splitlines() if re.search(r"\d", line))

    def token_for(self, address: str) -> str:
        """What stands behind #token= or # in the link."""
        link = next(line for line in self.last_to(address).text.splitlines() if "://" in line)
        return link.partition("#")[2].removeprefix("token=")

    def last_to(self, address: str) -> Letter:
        return [letter for letter in self.letters if letter.to == address][-1]


class MailServer:
    """As much SMTP as a client needs, over a real socket: `with_answers` says what it answers to each letter."""

    def __init__(self, *with_answers: str) -> None:
        self.answers = list(with_answers)
        self.taken: list[bytes] = []
        self.heard: list[bytes] = []
        self.port = 0

    async def __aenter__(self) -> "MailServer":
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        while line := await reader.readline():
            self.heard.append(line)
            word = line.split()[0].upper() if line.split() else b""
            if word == b"DATA":
                writer.write(b"354 go on\r\n")
                letter = await reader.readuntil(b"\r\n.\r\n")
                answer = self.answers.pop(0) if self.answers else "250 taken"
                if answer.startswith("250"):
                    self.taken.append(letter)
                writer.write(f"{answer}\r\n".encode())
            else:
                writer.write(b"221 bye\r\n" if word == b"QUIT" else b"250 yes\r\n")
            await writer.drain()
            if word == b"QUIT":
                break
        writer.close()
