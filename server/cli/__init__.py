"""The command line: serve · demo · migrate · invite · backup · restore · erase · doctor.

Exit codes: 0 done, 1 failed, 2 asked the wrong way.
"""

import argparse
import asyncio
from collections.abc import Sequence

from server import config
from server.cli import backup, demo, doctor, erase, invite, migrate, restore, serve
from server.cli.say import complain
from server.errors import Refusal

# Each brings the line for its help, its arguments, and run(config, arguments) → exit code.
COMMANDS = {
    "serve": serve,
    "demo": demo,
    "migrate": migrate,
    "invite": invite,
    "backup": backup,
    "restore": restore,
    "erase": erase,
    "doctor": doctor,
}


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    try:
        return int(COMMANDS[arguments.command].run(config.read(), arguments))
    except config.Unfit as unfit:
        return complain(str(unfit), 2)
    except Refusal as refusal:
        return complain(f"the server refuses: {refusal.code} {refusal.fields or ''}".strip())
    except (OSError, ValueError) as error:
        return complain(str(error))
    except (KeyboardInterrupt, asyncio.CancelledError):  # whoever pressed ^C knows
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m server",
        description="Maatje, the logbook of a peer-coaching programme.",
        epilog="Settings come from the environment: see docs/operating.md. Exit codes: 0 done, 1 failed, 2 usage.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, command in COMMANDS.items():
        about = command.__doc__ or ""
        arguments = commands.add_parser(name, help=about.splitlines()[0], description=about)
        command.arguments(arguments)
    return parser
