"""The mails of sign-in, in both languages.

A code stands alone in the first line: whoever reads it aloud, or a program that looks for it, finds it there.
No programme is named in a subject, and none in a mail that anybody can cause: taking part is itself sensitive.
"""

from server.mail import Letter

# The plain texts keep to ASCII, so that they travel as they are and a long link is never folded.
TEXTS: dict[str, dict[str, tuple[str, str]]] = {
    "nl": {
        "sign_in": (
            "Je code voor Maatje",
            """{code}

Dit is je code om in te loggen bij Maatje. Typ hem in de app.
Staat Maatje als app op je iPhone? Typ de code dan daar. De link werkt alleen in je browser.

Of tik op deze link:
{link}

Code en link werken een kwartier en maar een keer.
Heb je hier niet om gevraagd? Dan hoef je niets te doen. Geef de code aan niemand.
""",
        ),
        "join": (
            "Je code voor Maatje",
            """{code}

Dit is je code om mee te doen in Maatje. Typ hem in de app.
Staat Maatje als app op je iPhone? Typ de code dan daar. De link werkt alleen in je browser.

Of tik op deze link:
{link}

Code en link werken een kwartier en maar een keer.
Heb je hier niet om gevraagd? Dan hoef je niets te doen. Geef de code aan niemand.
""",
        ),
        "email": (
            "Je code voor Maatje",
            """{code}

Met deze code krijg je je post van Maatje voortaan op dit adres. Typ hem in de app.
De code werkt een kwartier en maar een keer.

Heb je hier niet om gevraagd? Dan hoef je niets te doen. Geef de code aan niemand.
""",
        ),
        "email_changed": (
            "Je mailadres in Maatje is veranderd",
            """Je logt voortaan in bij Maatje met een ander adres: {address}

Heb jij dit gedaan? Dan hoef je niets te doen.
Heb jij dit niet gedaan? Vertel het dan meteen aan je coach of aan de organisatie van je programma.
""",
        ),
        "invitation": (
            "Je bent uitgenodigd voor Maatje",
            """Hoi,

{who} nodigt je uit voor Maatje. Tik op deze link om te beginnen:
{link}

De link werkt twee weken. Daarna vraag je een nieuwe.
Ken je {who} niet? Dan hoef je niets te doen.
""",
        ),
    },
    "en": {
        "sign_in": (
            "Your code for Maatje",
            """{code}

This is your code to sign in to Maatje. Type it in the app.
Is Maatje on the home screen of your iPhone? Type the code there. The link works in your browser only.

Or tap this link:
{link}

The code and the link work for fifteen minutes, and only once.
Did you not ask for this? Then there is nothing to do. Give the code to nobody.
""",
        ),
        "join": (
            "Your code for Maatje",
            """{code}

This is your code to join in Maatje. Type it in the app.
Is Maatje on the home screen of your iPhone? Type the code there. The link works in your browser only.

Or tap this link:
{link}

The code and the link work for fifteen minutes, and only once.
Did you not ask for this? Then there is nothing to do. Give the code to nobody.
""",
        ),
        "email": (
            "Your code for Maatje",
            """{code}

With this code, mail from Maatje will come to this address from now on. Type it in the app.
The code works for fifteen minutes, and only once.

Did you not ask for this? Then there is nothing to do. Give the code to nobody.
""",
        ),
        "email_changed": (
            "Your mail address in Maatje has changed",
            """From now on you sign in to Maatje with another address: {address}

Was it you? Then there is nothing to do.
Was it not you? Then tell your coach or the people who run your programme at once.
""",
        ),
        "invitation": (
            "You have been invited to Maatje",
            """Hi,

{who} invites you to Maatje. Tap this link to begin:
{link}

The link works for two weeks. After that, ask for a new one.
You do not know {who}? Then there is nothing to do.
""",
        ),
    },
}
LANGUAGES = tuple(TEXTS)


def letter(kind: str, language: str | None, to: str, **words: str) -> Letter:
    subject, text = TEXTS[language or "nl"][kind]
    return Letter(to, subject, text.format(**words))


def spaced(code: str) -> str:
    """As people read it aloud: 123 456."""
    return f"{code[:3]} {code[3:]}"
