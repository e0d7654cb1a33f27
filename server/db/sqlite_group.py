"""Writers that share one transaction and one commit, because a commit waits for the disk.

The first one's turn opens it. Who is done goes to the end of the queue for the turn; whoever comes to it first
commits for all that have worked meanwhile, and nobody is answered before. So it ends by itself with those who waited
when the first was done.
"""

import aiosqlite

from server.db.sqlite_inside import run


class Group:
    """Each has a savepoint, so that one that fails undoes itself alone.

    The savepoint around all of them is there to be missed: if SQLite has rolled back by itself, and somebody went on
    as if it had not, releasing it fails, and nobody is told that it was committed.
    """

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._entered = 0
        self.size = 0  # those who are done, and wait
        self.error: BaseException | None = None

    @property
    def is_empty(self) -> bool:
        return self.size == 0

    async def enter(self) -> None:
        self._entered += 1
        await run(self._connection, f"SAVEPOINT {self._mine}")

    async def leave(self) -> None:
        await run(self._connection, f"ROLLBACK TO {self._mine}")

    async def commit(self) -> None:
        await run(self._connection, "RELEASE maatje_group", "COMMIT")

    @property
    def _mine(self) -> str:
        """Of a name that nobody before had: who could not enter must not undo what another did."""
        return f"maatje_writer_{self._entered}"


async def begun(connection: aiosqlite.Connection) -> Group:
    await run(connection, "BEGIN IMMEDIATE", "SAVEPOINT maatje_group")
    return Group(connection)
