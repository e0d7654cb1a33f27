"""The outside world as tests have it: a letter box that keeps what was sent."""

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
