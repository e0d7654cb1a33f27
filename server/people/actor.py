"""Who is asking. It lies with web, which people may import; this is its name among the people."""

from server.web.actor import Actor as Actor
