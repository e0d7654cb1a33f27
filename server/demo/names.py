"""Who is made up: the cast, the group of Bram, and names for everybody else. Nobody here exists."""

import random
import unicodedata
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

HOST = "maatje.example"  # a name that no mailbox can have


class Name(NamedTuple):
    full: str
    email: str


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


def _cast(full: str) -> Name:
    return Name(full, f"{full.split()[0].lower()}@{HOST}")


SANNE, BRAM, SENNA, CORA, JORIS, LOT, ADA = map(
    _cast,
    (
        "Sanne Vermeer",
        "Bram de Wit",
        "Senna Bakker",
        "Cora van Dijk",
        "Joris Hendriks",
        "Lot Willemsen",
        "Ada Kuipers",
    ),
)
HANNA = _cast("Hanna Postma")  # coordinator of the pairs
GROUP_OF_BRAM = [
    *map(
        _cast,
        (
            "Amina El Idrissi",
            "Daan Visser",
            "Fatima Yildiz",
            "Jesse Mulder",
            "Lina Novak",
            "Milan Jansen",
            "Noor Haddad",
            "Sem de Graaf",
        ),
    ),
    SANNE,
]

FIRST = _listed("""
    Aaliyah, Abel, Aicha, Alina, Amber, Amir, Anna, Anouk, Arda, Aylin, Bas, Beyza, Boaz, Bo, Casper, Chaima, Charlotte,
    Chiara, Damian, David, Dewi, Dilara, Djuna, Ela, Elena, Elif, Elin, Emma, Enes, Esra, Eva, Faith, Farah, Fenna,
    Femke, Finn, Floor, Frederique, Gijs, Hajar, Hanne, Hidde, Hugo, Ilias, Ilse, Imane, Indy, Iris, Isa, Ivo, Jada,
    Jamal, Jara, Jasmijn, Jens, Jip, Job, Julia, Juno, Kaan, Kaj, Karim, Kevin, Khadija, Koen, Laila, Lars, Lena, Levi,
    Liam, Lieke, Lisa, Liv, Loïs, Luca, Lucas, Luna, Maas, Maartje, Malik, Maud, Mees, Merel, Mila, Mina, Mirte,
    Mohamed, Mounir, Naima, Nienke, Niels, Nina, Nora, Nordin, Olivia, Omar, Otis, Pepijn, Pien, Puck, Quinten, Rachid,
    Rafael, Renske, Rik, Robin, Romy, Roos, Ruben, Saar, Salma, Samira, Samuel, Sara, Selin, Sofia, Soufiane, Stijn,
    Sven, Tamar, Tess, Teun, Thijs, Tim, Tobias, Valerie, Vera, Wessel, Willem, Xavi, Yara, Yasmin, Youssef, Yusuf, Zoë
""")
LAST = _listed("""
    Aarts, Abdi, Ahmadi, Akkerman, Aydin, Bal, van den Berg, Blom, de Boer, Bos, Bouali, van den Brink, Brouwer,
    de Bruin, Çelik, Chen, Dekker, Demir, van Dam, Dijkstra, van Doorn, Driessen, Evers, El Amrani, van Es, Faber,
    Fernandes, Gerritsen, de Groot, de Haan, van der Heijden, Hassan, Hoekstra, Huisman, Jacobs, Janssen, de Jong, Kaya,
    Keizer, Khalil, Koning, Koster, Kowalski, Kramer, van Leeuwen, van der Linden, Maas, Martens, Meijer, Mendes,
    Molenaar, Mohan, Nguyen, Osman, Öztürk, Peeters, Pinas, Pieters, Prins, van Rijn, Ramdin, Rossi, Sahin, Sanders,
    Schouten, Scholten, Smit, Sno, Tahiri, Timmermans, van der Veen, Veenstra, Verhoeven, Vink, Vos, de Vries, Wagenaar,
    van Wijk, Willems, Wolters, Yilmaz, Zwart
""")


def everyone_else(chance: random.Random) -> Iterator[Name]:
    """Other people, each once. First names come round only when all had their turn, so that a group has no doubles."""
    for round in count():
        for first in chance.sample(FIRST, len(FIRST)):
            full = f"{first} {chance.choice(LAST)}"
            yield Name(full, f"{_plain(full)}{round or ''}@{HOST}")


def _plain(full: str) -> str:
    """As it stands in a mail address: without accents, in lower case."""
    letters = unicodedata.normalize("NFKD", full.lower()).encode("ascii", "ignore").decode()
    first, _, rest = letters.partition(" ")
    return f"{first}.{rest.replace(' ', '')}"
