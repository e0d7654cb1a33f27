"""Which of the scopes that were poked a person may know of: what many streams ask at once is answered by one read."""

import asyncio
from dataclasses import dataclass, field
from uuid import UUID

from server import clock, db
from server.permissions.grants import grants


@dataclass(eq=False)
class _Question:
    person: UUID
    scopes: set[str]
    answer: asyncio.Future[list[str]] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


_waiting: list[_Question] = []
_answering: set[asyncio.Task[None]] = set()


async def concerning(person: UUID, scopes: set[str]) -> list[str]:
    """By the grants of this moment: the read begins after the question."""
    question = _Question(person, scopes)
    _waiting.append(question)
    # Whoever was woken by the same poke asks before this task has its turn; theirs then find nothing to do. A task of
    # its own, because the stream that began it may be closed while others wait.
    task = asyncio.create_task(_answer())
    _answering.add(task)
    task.add_done_callback(_answering.discard)
    return await question.answer


async def _answer() -> None:
    questions = _waiting[:]
    _waiting.clear()
    if not questions:
        return
    try:
        known = await db.read(lambda: _known(questions))
    except Exception as error:  # it ends the streams of those who asked, and their browsers open new ones
        for question in _open(questions):
            question.answer.set_exception(error)
    else:
        for question in _open(questions):
            question.answer.set_result(sorted(question.scopes & known[question.person]))


def _open(questions: list[_Question]) -> list[_Question]:
    """A stream may have been closed meanwhile."""
    return [question for question in questions if not question.answer.done()]


async def _known(questions: list[_Question]) -> dict[UUID, set[str]]:
    """Of all that is asked about, what each person may know of."""
    asked: dict[UUID, set[str]] = {}
    for question in questions:
        asked[question.person] = asked.get(question.person, set()) | question.scopes
    now = clock.now()
    return {person: set(await grants(person, now, scopes)) for person, scopes in asked.items()}
