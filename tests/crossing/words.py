"""Typed words, each unique: who typed which, which are safe on a disk, and which somebody took away on purpose."""

from dataclasses import dataclass, field

from tests.simulation.words import WORD as WORD
from tests.simulation.words import words_in as words_in

SOON = 250  # ms: by then a key that was struck is on the disk


@dataclass(frozen=True)
class Typed:
    """A word that may still be in a page's memory alone."""

    device: str
    due: float


@dataclass
class Words:
    author: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, Typed] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    given_up: set[str] = field(default_factory=set)  # no backup and no device has them any more
    erased: set[str] = field(default_factory=set)  # they must be nowhere
    elsewhere: set[str] = field(default_factory=set)  # from before a restore: they may have to be handed in again

    def typed_on(self, device: str, person: str, now: float) -> str:
        word = f"zq{len(self.author):05d}"
        self.author[word] = person
        self.fresh[word] = Typed(device, now + SOON)
        return word

    def of(self, person: str) -> set[str]:
        return {word for word, author in self.author.items() if author == person}

    def wanted(self) -> set[str]:
        """What must be somewhere for ever."""
        return self.kept - self.removed - self.given_up

    def struck_on(self, device: str) -> list[tuple[str, Typed]]:
        return [(word, typed) for word, typed in self.fresh.items() if typed.device == device]

    def settle(self, device: str, on_disk: set[str], dead: bool, now: float) -> None:
        """Words that were struck there a moment ago are on its disk; those of a page that was killed may not be."""
        for word, typed in self.struck_on(device):
            if word in on_disk:
                self.kept.add(word)
            elif not dead and now < typed.due:
                continue
            else:
                assert dead or word in self.removed, f"I1: {word} was typed on {device} and is not on its disk"
            del self.fresh[word]
