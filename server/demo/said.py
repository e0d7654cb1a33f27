"""What seniors and coordinators say of logboeken, what coaches answer, and what these keep for themselves."""

THANKS = (
    "",
    "Mooi dat je je plan durfde los te laten.",
    "Dank je, dit had ik graag in mijn eerste jaar als coach gelezen.",
    "",
    "Fijn om te lezen dat de groep het zelf oppakt.",
    "Dank je wel. Neem je dit mee naar de intervisie?",
)
DONE = ("", "Dank je wel, helder.", "", "", "Fijn, hier kunnen we mee verder.", "")
QUESTIONS = (
    (
        "Wat wil je hiervan onthouden voor de volgende keer?",
        "Dat ik minder hoef te praten dan ik denk. Ze vulden elkaar vanzelf aan.",
    ),
    (
        "Wat zou jou de volgende keer helpen?",
        "Even buiten beginnen, denk ik. En niet meteen met het bord.",
    ),
    (
        "Is er iets wat ik voor je kan regelen, een ander lokaal bijvoorbeeld?",
        "Ja graag, 3.12 is te klein als iedereen er is.",
    ),
    ("Zullen we hier samen even over bellen?", "Fijn. Donderdag na drie uur kan ik."),
)
TO_BRAM = "Je schrijft dat twee studenten zelf naar het roosterbureau gaan. Hoe kwam dat, denk je?"
NEW_VERSION = "Aanvulling: de week erna vertelden ze dat het gelukt is. Dat hoort hier ook bij."
REFLECTIONS = (
    "Ik praatte weer te snel. Volgende keer eerst tot tien tellen.",
    "Trots op vandaag. Onthouden: het begon pas te lopen toen ik ging zitten.",
    "Ik merk dat ik tegen dinsdagen op ga zien als het lokaal zo vol is. Met mijn senior bespreken.",
    "Minder voorbereiden, meer vragen.",
    "Ik vond het lastig dat ze me aankeken alsof ik de docent was.",
    "Volgende keer geen beamer. Gewoon stoelen in een kring.",
    "Wat een fijne groep. Ik wil dit gevoel bewaren voor een slechte dag.",
)
FOR_SENNA = (
    "Ik wil het in de intervisie hebben over stilte. Ik vul hem nog steeds te snel op, ook al weet ik dat het dan mijn "
    "gesprek wordt."
)
PLACES = (
    "Lokaal 3.12",
    "Lokaal 2.04",
    "Studieplein, tafel 6",
    "Lokaal 1.18",
    "Lokaal 0.31, naast de kantine",
    "Bibliotheek, ruimte B",
)
MEETING = "https://meet.example.org/groep-{}"
AFTER_CLASS = ("Na het college Onderzoek.", "Na de werkgroep.", "", "Voor het hoorcollege van drie uur.", "")
OUTING = {
    "title": "Samen lunchen",
    "place": "Markthal, bij de ingang",
    "note": "Iedereen neemt iets mee of koopt iets kleins. Wie later is: wij zitten bij het raam.",
}
ONE_TO_ONE = ("Koffie op de begane grond", "Rondje om het gebouw", "Spreekkamer 2")
