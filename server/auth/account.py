"""What a person changes about themselves: name, language, mail address."""

from starlette.requests import Request
from starlette.responses import Response

from server import db
from server.auth import addresses, codes
from server.auth.asking import mail_code, may_mail, may_try, wrong
from server.auth.entering import shown
from server.auth.fields import choice_in, name_in, optional_text, text_in
from server.auth.kit import kit_of
from server.auth.letters import LANGUAGES, letter
from server.auth.models import Code
from server.errors import Malformed
from server.people.actor import Actor
from server.people.models import Person
from server.permissions import changes
from server.records import poke
from server.web import actor_of, answer, body_of


async def change_me(request: Request) -> Response:
    """Change one's own name or language; only what is named is changed."""
    actor, body = actor_of(request), await body_of(request)
    name = name_in(body) if optional_text(body, "name") is not None else None
    language = choice_in(body, "language", LANGUAGES) if optional_text(body, "language") is not None else None
    person = await db.write(lambda: _changed(actor, name, language))
    return answer({"person": shown(person)})


async def ask_address(request: Request) -> Response:
    """Mail a code to the new address. Whether somebody has that address already is not told."""
    actor, address = actor_of(request), addresses.tidy(text_in(await body_of(request), "email"))
    if not addresses.is_mailbox(address):
        raise Malformed(fields={"email": "invalid"})
    await may_mail(request, address)
    me = await db.read(lambda: Person.get(id=actor.person))
    mailbox = codes.Mailbox(address, codes.CHANGING_ADDRESS)
    await mail_code(request, mailbox, "email", codes.About(person=me.id, language=me.language), anyone=True)
    return Response(status_code=204)


async def verify_address(request: Request) -> Response:
    """Take the code that was mailed to the new address; from then on it counts, and the old one gets a notice."""
    actor, body = actor_of(request), await body_of(request)
    address, code = addresses.tidy(text_in(body, "email")), addresses.digits_of(text_in(body, "code"))
    await may_try(request)

    async def work() -> tuple[Person, str | None] | codes.Outcome:
        row = await codes.typed(kit_of(request).keys, codes.Mailbox(address, codes.CHANGING_ADDRESS), code)
        if not isinstance(row, Code):
            return row
        return await _moved(request, actor, address) if row.person == actor.person else codes.Outcome.WRONG

    moved = await db.write(work)
    if isinstance(moved, codes.Outcome):
        raise await wrong(request, moved, "code_wrong")
    person, old = moved
    if old and old != address:
        notice = letter("email_changed", person.language, old, address=addresses.masked(address))
        await kit_of(request).post.send(notice)
    return answer({"person": shown(person)})


async def _changed(actor: Actor, name: str | None, language: str | None) -> Person:
    person = await Person.get(id=actor.person)
    if name and name != person.name:  # first, because it waits for others before it touches the row
        await changes.rename(person, name)
    if language:
        person.language = language
        await person.save(update_fields=("language",))
    await poke.poke_people([actor.person])
    return person


async def _moved(request: Request, actor: Actor, address: str) -> tuple[Person, str | None]:
    """From now on mail goes to the new address, and nothing that was mailed to the old one opens anything."""
    if await Person.exclude(id=actor.person).filter(email=address).exists():
        raise Malformed(code="email_taken")  # told only to whoever has just proven that the mailbox is theirs
    person = await Person.get(id=actor.person)
    old, person.email = person.email, address
    await person.save(update_fields=("email",))
    await poke.poke_people([person.id])
    if old:
        await codes.forget(kit_of(request).keys, old)
    return person, old
