"""A throw-away PostgreSQL: made when the first test asks for it, in memory where that can be, and gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path

import asyncpg

ROOT = Path(__file__).parents[1]
SETTINGS = {"listen_addresses": "", "max_connections": "300"}
# It holds nothing that must survive: waiting for a disk would only be waiting.
FORGETFUL = {"fsync": "off", "full_page_writes": "off"}


class Cluster:
    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.folder, self.settings = folder, SETTINGS | settings
        self._numbers = count(1)

    def start(self) -> None:
        self._own(self.folder)
        self._run("initdb", "-D", self._data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        with (self.folder / "data" / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in self.settings.items())
            file.write(f"unix_socket_directories = '{self.folder}'\n")
        self.go_on()

    def go_on(self) -> None:
        """Start it, also after stop()."""
        self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self.folder / "log"), "start")

    @contextmanager
    def kept_until_we_end(self) -> Iterator[None]:
        """A shell clears up when our end of its pipe closes: also when we are killed, and can do nothing any more."""
        stop = self._command("pg_ctl", "-D", self._data, "-m", "immediate", "stop")
        script = 'cat; folder=$1; shift; "$@"; rm -rf "$folder"'
        command = ["sh", "-c", script, "sh", str(self.folder), *stop]
        silent = subprocess.DEVNULL
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=silent, stderr=silent, cwd="/", start_new_session=True
        ):
            yield

    def stop(self, how: str = "immediate") -> None:
        """`immediate` is as if it had been killed."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", how, "stop")

    def url(self, database: str, **settings: str) -> str:
        query = "".join(f"&{name}={value}" for name, value in settings.items())
        return f"postgresql://postgres@/{database}?host={self.folder}{query}"

    async def copy_of(self, template: str = "template1") -> str:
        """The name of a new database that is as the template, to which nobody may be connected."""
        name = f"test_{next(self._numbers)}"
        await self.tell(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    async def drop(self, database: str) -> None:
        await self.tell(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    async def tell(self, sql: str, database: str = "postgres") -> list[asyncpg.Record]:
        """Past the server, on a connection of its own."""
        connection = await asyncpg.connect(self.url(database))
        try:
            found: list[asyncpg.Record] = await connection.fetch(sql)
            return found
        finally:
            await connection.close()

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    @cached_property
    def _programs(self) -> Path:
        found = (
            os.environ.get("POSTGRES")
            or subprocess.run(
                ["sh", "tools/postgres.sh"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
            ).stdout
        )
        return Path(found.strip())

    def _run(self, program: str, *arguments: str) -> None:
        command = self._command(program, *arguments)
        done = subprocess.run(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode == 0, f"{program}: {done.stdout}"

    def _command(self, program: str, *arguments: str) -> list[str]:
        """PostgreSQL refuses to be root, so where we are, it is another."""
        other = ["runuser", "-u", _another(), "--"] if os.geteuid() == 0 else []
        return [*other, str(self._programs / program), *arguments]

    def _own(self, folder: Path) -> None:
        if os.geteuid() == 0:
            shutil.chown(folder, _another())


def _another() -> str:
    return next((user.pw_name for user in pwd.getpwall() if user.pw_name == "postgres"), "nobody")


@contextmanager
def cluster(*, lasting: bool = False) -> Iterator[Cluster]:
    """`lasting`: on a disk, and as careful with it as somebody's real one."""
    memory = Path("/dev/shm")
    folder = tempfile.mkdtemp(prefix="maatje-pg-", dir=memory if memory.is_dir() and not lasting else None)
    made = Cluster(Path(folder), {} if lasting else FORGETFUL)
    with made.kept_until_we_end():
        made.start()
        yield made
