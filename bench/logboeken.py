"""Logboeken of 1.5 kB as a coach's phone pushes them, with words from the templates; the same at each run."""

import random
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

TEMPLATES = Path(__file__).parents[1] / "shared" / "starter" / "templates.json"
WORDS = sorted(set(re.findall(r"[^\W\d_]{2,}", TEMPLATES.read_text())))
LETTERS = 1100  # of the one long answer; the fields are 1.5 kB of JSON then
CHIPS = ("check_in", "w07", "walk", "prepare", "praatplaat", "plan_dropped")
TOPICS = ("exams", "planning", "contact", "rules", "teamwork", "money")

Json = dict[str, Any]
_milliseconds = count(0x19A3C071F00)


def mutations(person: str) -> Iterator[Json]:
    """Each makes a new logboek in the person's own scope."""
    chance = random.Random(person)
    while True:
        yield {
            "mid": uuid7(chance),
            "id": uuid7(chance),
            "kind": "logboek",
            "scope": f"self:{person}",
            "set": fields(person, chance),
            "at": "2026-03-02T18:22:10+01:00",
        }


def fields(person: str, chance: random.Random) -> Json:
    return {
        "session": uuid7(chance),
        "community": uuid7(chance),
        "coaches": [person],
        "on": f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "template": "logboek.session",
        "template_version": 1,
        "mood": chance.randint(1, 5),
        "done": chance.sample(CHIPS, 2),
        "topics": chance.sample(TOPICS, 2),
        "role": ["listen", "ask"],
        "energy": chance.choice(("empty", "half", "full")),
        "voices": "fine",
        "need": ["nothing"],
        "depth_prompt": "r9",
        "depth": text(chance, LETTERS),
    }


def text(chance: random.Random, letters: int) -> str:
    return " ".join(chance.choices(WORDS, k=letters // 3))[:letters].strip()


def uuid7(chance: random.Random) -> str:
    """As a phone makes them: in order of time, the rest by chance."""
    bits = chance.getrandbits(12) << 64 | 2 << 62 | chance.getrandbits(62)
    return str(UUID(int=next(_milliseconds) << 80 | 7 << 76 | bits))
