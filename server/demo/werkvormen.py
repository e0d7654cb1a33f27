"""The blocks that plans are made of, by their id."""

TITLES = {
    "check_in": "Check-in",
    "school_work": "Samen aan school",
    "fun": "Iets leuks",
    "praatplaat": "Praatplaat",
    "w01": "Vragenmarkt",
    "w03": "Speurtocht in het gebouw",
    "w05": "Een mail met lef",
    "w06": "Vraag van de week",
    "w07": "Twee weken vooruit",
    "w08": "Terugtellen vanaf de toets",
    "w09": "Toetsvragen ruilen",
    "w10": "Laat je aantekeningen zien",
    "w11": "Wat ik toen niet wist",
    "w13": "168 uur",
    "w15": "Samen stil",
    "w16": "Weerbericht",
    "w17": "Wat laadt, wat lekt",
    "w20": "Klaagkwartier met een bel",
    "w23": "Al eens gelukt",
    "w25": "Wandelvraag",
    "w27": "Pauzemenu",
    "w31": "Eén maat kleiner",
    "w32": "Alleen vragen, geen tips",
    "w36": "Trots in twee minuten",
    "w37": "Proefgesprek",
    "w39": "Jij bent de expert",
    "w42": "De groep aan het stuur",
    "w44": "Feedback in drie zinnen",
    "w46": "Twee waar, één verzonnen",
    "w49": "Om de drie minuten",
    "w53": "Foto uit je telefoon",
    "w56": "Eens, oneens, verschuiven",
    "w57": "Eten met een verhaal",
}


def blocks(plan: str) -> list[dict[str, str]]:
    return [{"id": block, "title": TITLES[block]} for block in plan.split()]
