"""How first sessions went, and what a coach taps when nobody came."""

from typing import Any

from server.demo.account import Account

FIRST = (
    Account(
        mood=4,
        plan="check_in w46 w53",
        topics="group",
        role="mood_keeper ask",
        energy="half",
        voices="fine",
        next="know_better",
        prompt="r6",
        depth="Ik dacht dat ze na een half uur weg wilden. Ze bleven kletsen tot de volgende groep voor de deur stond.",
        away=0,
        title="Kennismaken",
        note="Neem je telefoon mee, met een foto van deze zomer.",
    ),
    Account(
        mood=3,
        plan="check_in w49 w11",
        topics="group rules",
        role="share listen",
        energy="half",
        voices="mixed",
        next="know_better find_out",
        prompt="r6",
        depth="De helft kende elkaar al van de introductie, de rest nog niemand. Dat zie je aan waar ze zitten.",
        away=1,
        title="Kennismaken",
    ),
    Account(
        mood=4,
        plan="check_in w03",
        topics="group rules",
        role="mood_keeper explain",
        energy="full",
        voices="keen",
        next="find_out",
        prompt="r6",
        depth="Dat niemand wist waar de stille ruimte is. Ik ook niet, in mijn eerste jaar.",
        away=1,
        title="Kennismaken",
    ),
)

NOBODY: tuple[dict[str, Any], ...] = (
    {"why": ["exams"], "energy": "half"},
    {"why": ["timetable", "unclear"], "energy": "half"},
    {"why": ["unknown"], "energy": "full"},
)
