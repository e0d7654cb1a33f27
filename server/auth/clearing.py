"""Sign-ins that open nothing any more are cleared away, when it is certain that nobody comes back to ask."""

from datetime import datetime, timedelta

from server.auth.models import Asked, Code, Login
from server.auth.sessions import LIFETIME
from server.limits import LIMITS

AT_ONCE = 500
# Beyond its life, so that a phone that comes back late is still told that it was signed out on purpose.
TOLD = timedelta(days=30)
# A dead code answers 429 for as long as somebody may still be typing it.
TYPED = timedelta(days=1)


async def clear_auth(now: datetime) -> int:
    """Inside db.write(). How many rows went; while it is not 0 there may be more."""
    logins = await Login.filter(last_contact__lt=now - LIFETIME - TOLD).limit(AT_ONCE).values_list("id", flat=True)
    await Login.filter(id__in=logins).delete()
    await Asked.filter(at__lt=now - max(limit.within for limit in LIMITS.values())).delete()
    return len(logins) + await Code.filter(made_at__lt=now - TYPED).delete()
