"""The door for mail."""

import email
import email.policy
from pathlib import Path

import pytest

from server.mail import Letter, Outbox, Server, Smtp
from tests.fakes import MailServer

LETTER = Letter(
    "bram@school.nl", "Je code voor Maatje", "123 456\n\nhttp://localhost:8000/inloggen#token=" + "x" * 200 + "\n"
)
SENDER = "Maatje <maatje@school.nl>"


def written(folder: Path) -> list[bytes]:
    """Every file in the folder, drafts too, in the order of their names."""
    files = sorted(folder.iterdir())
    assert all(file.suffix == ".eml" for file in files)
    return [file.read_bytes() for file in files]


async def test_without_a_mail_server_letters_are_files_that_a_person_can_read(tmp_path: Path) -> None:
    await Outbox(tmp_path / "outbox", SENDER).send(LETTER)
    (raw,) = written(tmp_path / "outbox")
    message = email.message_from_bytes(raw, policy=email.policy.default)

    assert (message["to"], message["from"], message["subject"]) == (LETTER.to, SENDER, LETTER.subject)
    assert message.get_content_type() == "text/plain"
    assert LETTER.text.encode() in raw.replace(b"\r\n", b"\n")


async def test_letters_lie_in_the_order_they_were_written(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path, SENDER)
    for number in range(5):
        await outbox.send(Letter("a@b.nl", str(number), "x"))
    subjects = [email.message_from_bytes(raw)["subject"] for raw in written(tmp_path)]

    assert subjects == ["0", "1", "2", "3", "4"]


async def test_a_pretended_letter_leaves_nothing(tmp_path: Path) -> None:
    await Outbox(tmp_path, SENDER).send(LETTER, deliver=False)

    assert written(tmp_path) == []


async def test_a_folder_that_cannot_be_written_changes_nothing_for_whoever_asked(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "outbox").write_text("a file where the folder should be")
    await Outbox(tmp_path / "outbox", SENDER).send(LETTER)

    assert "could not be written" in caplog.text


async def test_a_mail_server_gets_the_letter(tmp_path: Path) -> None:
    async with MailServer() as server:
        post = Smtp(Server("127.0.0.1", server.port), SENDER)
        await post.send(Letter("bram@school.nl", "Café", "Zoë nodigt je uit"))
        await post.close()

    message = email.message_from_bytes(server.taken[0], policy=email.policy.default)
    assert message["subject"] == "Café"
    assert "Zoë nodigt je uit" in message.get_content()


async def test_a_letter_that_is_not_taken_at_once_is_sent_again() -> None:
    async with MailServer("451 greylisted") as server:
        post = Smtp(Server("127.0.0.1", server.port), SENDER, pauses=(0, 0))
        await post.send(LETTER)
        await post.close()

    assert len(server.taken) == 1


async def test_a_letter_that_is_never_taken_is_told_to_the_log_without_its_address(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with MailServer("550 no", "550 no") as server:
        post = Smtp(Server("127.0.0.1", server.port), SENDER, pauses=(0, 0))
        await post.send(LETTER)
        await post.close()

    assert server.taken == []
    assert "given up" in caplog.text and "bram" not in caplog.text


async def test_a_pretended_letter_reaches_no_mail_server() -> None:
    async with MailServer() as server:
        post = Smtp(Server("127.0.0.1", server.port), SENDER)
        await post.send(LETTER, deliver=False)
        await post.close()

    assert server.taken == []


async def test_a_mail_server_that_is_not_there_is_no_fault_of_the_asker() -> None:
    post = Smtp(Server("127.0.0.1", 1), SENDER, pauses=(0,))
    await post.send(LETTER)
    await post.close()


async def test_no_password_is_sent_without_tls() -> None:
    async with MailServer() as server:
        post = Smtp(Server("127.0.0.1", server.port, "maatje", "the password"), SENDER, pauses=(0,))
        await post.send(LETTER)
        await post.close()

    assert server.taken == [] and not [line for line in server.heard if line.startswith(b"AUTH")]


async def test_only_the_owner_of_the_server_reads_the_outbox(tmp_path: Path) -> None:
    await Outbox(tmp_path / "outbox", SENDER).send(LETTER)

    assert (tmp_path / "outbox").stat().st_mode & 0o077 == 0
