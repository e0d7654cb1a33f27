"""Invite someone to a programme, which is made if it is new. So an installation gets its first coordinator."""

import argparse
import asyncio
from uuid import UUID

from server import clock, db, journal
from server.auth import addresses, invites
from server.auth.founding import KINDS
from server.auth.invites import ROLES, Wanted
from server.auth.kit import Kit, kit_for
from server.auth.letters import LANGUAGES, letter
from server.auth.whose import hold_mailbox
from server.cli.say import say
from server.config import Config
from server.people.models import Community, Person, Programme
from server.permissions import changes


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--programme", required=True, help="its name; a new programme is made where there is none")
    parser.add_argument("--role", default="coordinator", choices=ROLES, help="coordinator unless said otherwise")
    parser.add_argument("--community", help="its name, for a coachee or a coach")
    parser.add_argument("--new-community", choices=KINDS, help="make that community first, as a group or a pair")
    parser.add_argument("--email", required=True, help="the mailbox that must be proven")
    parser.add_argument("--name", required=True, help="the name of who is invited")
    parser.add_argument("--language", default="nl", choices=LANGUAGES)


def run(config: Config, given: argparse.Namespace) -> int:
    return asyncio.run(_run(config, given))


async def _run(config: Config, given: argparse.Namespace) -> int:
    await db.migrate(config.database_url, lambda name: say(f"migrating: {name}"))
    journal.open_journal(config.journal)
    await db.open_database(config.database_url)
    kit = kit_for(config)
    try:
        link = (kit.url or kit.home) + await db.write(lambda: _invite(kit, given))
        mail = letter("invitation", given.language, addresses.tidy(given.email), who=given.programme, link=link)
        await kit.post.send(mail)
    finally:
        await kit.post.close()
        await db.close_database()
    say(f"{given.name} is invited as {given.role}. The link, also mailed, can be used once and for 14 days:\n{link}")
    return 0


async def _invite(kit: Kit, given: argparse.Namespace) -> str:
    await db.alone("invite")  # else two at once would each found a programme of this name
    programme = await _programme(given.programme)
    mailbox = addresses.tidy(given.email)
    community = await _community(programme, given) if given.community else None
    await hold_mailbox(mailbox)
    invitation = await invites.make(Wanted(programme.id, given.role, community, mailbox))
    if not await Person.exists(email=mailbox):  # whoever proves the mailbox is this person
        await Person.create(name=given.name, email=mailbox, language=given.language, created_at=clock.now())
    return invites.path_of(kit.keys, invitation)


async def _programme(name: str) -> Programme:
    return await Programme.get_or_none(name=name) or await changes.start_programme(name)


async def _community(programme: Programme, given: argparse.Namespace) -> UUID:
    """A new one only where that was asked for, so that a misspelt name founds nothing."""
    community = await Community.get_or_none(programme_id=programme.id, name=given.community)
    if given.new_community and community:
        raise ValueError(f"{programme.name} has a community named {given.community!r} already")
    if given.new_community:
        community = await changes.found_community(programme.id, given.community, given.new_community)
    if community is None:
        raise ValueError(f"{programme.name} has no community named {given.community!r}; see --new-community")
    return community.id
