"""Typed words that can be found again: each is unique, so that lost and leaked are searches for a substring."""

import re
from dataclasses import dataclass, field

WORD = re.compile(r"zq\d{5}")  # no id holds a z or a q


def words_in(*texts: object) -> set[str]:
    """Every such word, wherever it stands in these."""
    return set(WORD.findall(" ".join(map(str, texts))))


@dataclass
class Words:
    """Who typed what, and what somebody took away on purpose."""

    author: dict[str, str] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)

    def typed_by(self, person: str) -> str:
        word = f"zq{len(self.author):05d}"
        self.author[word] = person
        return word

    def wanted(self) -> set[str]:
        """What must be somewhere for ever."""
        return self.author.keys() - self.removed


def merged(base: str, mine: str, theirs: str) -> str:
    """Both sides' words: what either added stays, what either took away goes."""
    was, own, out = base.split(), mine.split(), theirs.split()
    out = [word for word in out if word in own or word not in was]
    for at, word in enumerate(own):
        if word not in was and word not in out:
            before = next((out.index(other) + 1 for other in reversed(own[:at]) if other in out), 0)
            out.insert(before, word)
    return " ".join(out)
