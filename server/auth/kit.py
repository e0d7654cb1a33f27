"""What sign-in needs from outside. app.py makes one and puts it at `app.state.auth`; tests put their own."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request

from server.auth.keys import Keys
from server.config import Config
from server.limits import network_of
from server.mail import Post, post_for

# A name or number with a port, and nothing that a browser might read as the end of it: a \ is a / to them.
HOST = re.compile(r"(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?", re.IGNORECASE)


@dataclass(frozen=True)
class Kit:
    keys: Keys
    post: Post
    url: str | None = None  # MAATJE_URL
    home: str = "http://localhost:8000"  # what links name where MAATJE_URL is not set and the Host is no help


def kit_for(config: Config, post: Post | None = None) -> Kit:
    """From the settings; tests bring a post of their own."""
    return Kit(Keys(config.secrets), post or post_for(config), config.url, f"http://localhost:{config.port}")


def kit_of(request: Request) -> Kit:
    kit: Kit = request.app.state.auth
    return kit


def asker(request: Request) -> str:
    """The network address whose questions are counted."""
    return network_of(request.client.host if request.client else "unknown")


def link_to(request: Request, path: str) -> str:
    """A link into the app for a mail that anybody can cause.

    Without MAATJE_URL a Host header is believed only if it names this machine or a private network: else a
    stranger could have a mail sent to someone that leads to the stranger's own server, with a good token in it.
    """
    kit, here = kit_of(request), _here(request)
    return (kit.url or (here if _is_near(here) else kit.home)) + path


def link_from(request: Request, path: str) -> str:
    """A link for someone who is signed in and sends it on by themselves: it leads where they are."""
    return (kit_of(request).url or _here(request)) + path


def _here(request: Request) -> str:
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}" if HOST.fullmatch(host) else kit_of(request).home


def _is_near(origin: str) -> bool:
    try:
        host = urlsplit(origin).hostname or ""
        return host == "localhost" or ip_address(host).is_private
    except ValueError:  # a name, or nonsense
        return False
