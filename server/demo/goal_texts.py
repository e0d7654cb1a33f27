"""What coachees want, in their own words, with the steps they set themselves."""

from typing import NamedTuple


class Wish(NamedTuple):
    text: str
    why: str
    steps: tuple[str, ...]
    notes: tuple[str, ...] = ("", "")


OF_SANNE = {
    "shared": Wish(
        "Elke week één ochtend in de bibliotheek werken",
        "Thuis ga ik altijd eerst iets anders doen.",
        (
            "Dinsdagochtend vrijhouden in mijn agenda",
            "Samen met Lina een tafel zoeken",
            "Mijn telefoon in mijn tas laten",
        ),
        ("Twee keer geweest, en één keer echt iets afgekregen.", ""),
    ),
    "private": Wish(
        "Vaker iets vragen in de les",
        "Ik weet het antwoord vaak wel, maar ik durf niet.",
        ("Eén vraag opschrijven voor het college van donderdag",),
    ),
    "reached": Wish(
        "Mijn eerste verslag op tijd inleveren",
        "Dat lukte vorig jaar op school bijna nooit.",
        ("Een opzet maken van één kantje", "Iemand mee laten lezen"),
        ("Opzet staat.", "Ingeleverd, een dag te vroeg zelfs."),
    ),
    "let_go": Wish(
        "Elke dag om zes uur opstaan",
        "",
        ("Wekker aan de andere kant van de kamer zetten",),
        ("Ik ben geen ochtendmens.",),
    ),
}

WISHES = (
    Wish(
        "De toets statistiek halen",
        "Dan hoef ik niet te herkansen in de vakantie.",
        ("Drie oude toetsen maken", "Naar het inloopuur gaan"),
        ("Eerste oude toets gemaakt.", ""),
    ),
    Wish(
        "Mijn projectgroep leren kennen",
        "Samenwerken gaat makkelijker als je weet wie je voor je hebt.",
        ("Samen lunchen op woensdag",),
        ("Was gezellig.", ""),
    ),
    Wish(
        "Minder uitstellen",
        "",
        ("Elke dag om negen uur beginnen met tien minuten",),
        ("Drie van de vijf dagen gelukt.", ""),
    ),
    Wish(
        "Een stageplek vinden die bij me past",
        "Ik wil met jongeren werken.",
        ("Drie plekken opzoeken", "Mijn coach vragen hoe het ging", "Eén mail sturen"),
    ),
    Wish(
        "Mijn werk en mijn studie beter verdelen",
        "Ik kom nu moe op school.",
        ("Aan mijn baas vragen of ik een dienst kan ruilen",),
        ("Ik werk nu een avond minder.", ""),
    ),
    Wish(
        "Mijn aantekeningen elke vrijdag uitwerken",
        "",
        ("Vrijdag van drie tot vier in de kantine",),
        ("", "Deze week vergeten."),
    ),
    Wish(
        "Feedback vragen aan een docent",
        "Ik weet nooit of ik op de goede weg zit.",
        ("Een mail met lef schrijven", "Langsgaan na het college"),
    ),
    Wish(
        "Beter Engels lezen",
        "Alle artikelen zijn in het Engels.",
        ("Elke week één artikel met de groep",),
        ("Met woordenlijst ging het goed.", ""),
    ),
    Wish("Naar alle sessies van de groep komen", "Daar krijg ik energie van.", ("De data in mijn agenda zetten",)),
    Wish(
        "Een rustige plek vinden om te leren",
        "Bij ons thuis is het druk.",
        ("De stille ruimte uitproberen", "Reserveren voor dinsdag"),
        ("Tweede verdieping is fijn.", ""),
    ),
    Wish(
        "Leren presenteren zonder briefje",
        "",
        ("Oefenen voor de spiegel", "Oefenen voor de groep"),
        ("Eerste minuut ging zonder.", ""),
    ),
    Wish(
        "Mijn propedeuse in één jaar",
        "Dat heb ik mezelf beloofd.",
        ("Punten tellen met de groep", "Twee herkansingen plannen"),
    ),
)

ANSWERS = (
    "Wat een goed eerste stapje. Vertel je volgende keer hoe het ging?",
    "Mooi doel. Wat zou het makkelijker maken?",
    "Fijn dat je dit deelt. Zal ik er donderdag naar vragen?",
    "Ik had dit ook in mijn eerste jaar. Eén keer per week is al veel.",
)
THANKS = "Ja, graag."
