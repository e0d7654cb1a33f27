"""The shape of an account: how one session or talk went, as a coach would tap and type it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Account:
    """Chips are given as words in one string. What is left empty was skipped."""

    mood: int
    topics: str = ""
    role: str = ""
    energy: str = ""
    voices: str = ""
    plan: str = ""  # blocks of the plan
    done: str = ""  # what came of it; empty: the plan was followed
    worked: dict[str, str] = field(default_factory=dict)
    tool: str = ""
    next: str = ""
    next_own: str = ""
    need: str = "nothing"
    prompt: str = ""  # the rule of the template that asked
    depth: str = ""  # empty under a prompt: skipped
    away: int = 1  # how many were not there
    title: str = ""
    note: str = ""


def taps(account: Account) -> dict[str, Any]:
    """The account as fields of a logboek."""
    lists = {key: getattr(account, key).split() for key in ("topics", "role", "next", "need")}
    fields: dict[str, Any] = {
        "mood": account.mood,
        "done": (account.done or account.plan).split(),
        **lists,
        **{key: getattr(account, key) for key in ("energy", "voices", "tool", "next_own", "depth")},
        **{f"worked.{block}": answer for block, answer in account.worked.items()},
        "depth_prompt": account.prompt,
        "depth_skipped": bool(account.prompt and not account.depth),
    }
    return {key: value for key, value in fields.items() if value}
