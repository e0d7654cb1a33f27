"""What a person calls the browser they sign in with, read from its user agent. Pure."""

# In this order: many a browser also names the ones it wants to be taken for.
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)


def label(user_agent: str) -> str:
    """Such as "iPhone · Safari"; empty when nothing is recognised, and the client has a word for that."""
    names = [_first(SYSTEMS, user_agent), _first(BROWSERS, user_agent)]
    return " · ".join(name for name in names if name)


def _first(table: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for sign, name in table if sign in user_agent), "")
