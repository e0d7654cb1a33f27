"""The one door to the environment: every setting, read and checked once, before anything starts."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

# Name → default. What each means is told in docs/operating.md, and a test holds the two together.
SETTINGS = {
    "HOST": "127.0.0.1",
    "PORT": "8000",
    "DATABASE_URL": "",
    "MAATJE_DATA": "./data",
    "MAATJE_JOURNAL": "",
    "MAATJE_FILES": "",
    "AWS_ACCESS_KEY_ID": "",
    "AWS_SECRET_ACCESS_KEY": "",
    "MAATJE_SECRET": "",
    "MAATJE_URL": "",
    "MAATJE_PROXIES": "127.0.0.1",
    "MAATJE_MAIL_FROM": "Maatje <maatje@localhost>",
    "MAATJE_SMTP_HOST": "",
    "MAATJE_SMTP_PORT": "587",
    "MAATJE_SMTP_USER": "",
    "MAATJE_SMTP_PASSWORD": "",
}
SHORTEST_SECRET = 32  # what doctor calls long enough


class Unfit(Exception):
    """A setting that cannot be meant. The message is for whoever started the server."""


@dataclass(frozen=True)
class Bucket:
    """A place for files that speaks S3. What is None, the client finds as it does everywhere."""

    name: str
    prefix: str
    endpoint: str | None
    region: str | None
    key: str | None
    secret: str | None


@dataclass(frozen=True)
class Config:
    host: str
    port: int
    data: Path
    journal: Path  # outside the database, and on another disk if there is one
    files: Path | Bucket
    database_url: str
    secrets: tuple[str, ...]  # the newest first: it signs, all of them are believed
    url: str | None
    proxies: str  # whose X-Forwarded headers are believed
    mail_from: str
    smtp_host: str | None  # None: mails become files in data/outbox
    smtp_port: int
    smtp_user: str | None
    smtp_password: str | None

    @property
    def files_folder(self) -> Path | None:
        """None where files are in a bucket, which is copied by its own means."""
        return self.files if isinstance(self.files, Path) else None


def read(environ: Mapping[str, str] = os.environ) -> Config:
    """The settings of this installation. The folder for data, and a secret in it, are made where there is none."""
    _refuse_unknown(environ)
    said = {name: environ.get(name) or default for name, default in SETTINGS.items()}
    data = _folder(Path(said["MAATJE_DATA"]).absolute())
    return Config(
        host=said["HOST"],
        port=_number("PORT", said["PORT"]),
        data=data,
        journal=Path(said["MAATJE_JOURNAL"] or data / "journal").absolute(),
        files=_bucket(said) if said["MAATJE_FILES"] else data / "files",
        database_url=said["DATABASE_URL"] or f"sqlite://{data / 'maatje.sqlite3'}",
        secrets=_secrets(said["MAATJE_SECRET"], data),
        url=_origin(said["MAATJE_URL"]),
        proxies=said["MAATJE_PROXIES"],
        mail_from=said["MAATJE_MAIL_FROM"],
        smtp_host=said["MAATJE_SMTP_HOST"] or None,
        smtp_port=_number("MAATJE_SMTP_PORT", said["MAATJE_SMTP_PORT"]),
        smtp_user=said["MAATJE_SMTP_USER"] or None,
        smtp_password=said["MAATJE_SMTP_PASSWORD"] or None,
    )


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    """A misspelt setting would be a setting that silently does nothing."""
    unknown = sorted(name for name in environ if name.startswith("MAATJE_") and name not in SETTINGS)
    if unknown:
        raise Unfit(f"unknown setting {', '.join(unknown)}; there are {', '.join(SETTINGS)}")


def _folder(data: Path) -> Path:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)  # what people write is not for the machine's other users
    except OSError as error:
        raise Unfit(f"MAATJE_DATA: {data} cannot be written ({error.strerror})") from error
    return data


def _number(name: str, text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise Unfit(f"{name} must be a number up to 65535, not {text!r}")
    return int(text)


def _bucket(said: Mapping[str, str]) -> Bucket:
    parts = urlsplit(said["MAATJE_FILES"])
    asked = dict(parse_qsl(parts.query))
    if parts.scheme != "s3" or not parts.netloc or not asked.keys() <= {"endpoint", "region"}:
        raise Unfit(
            f"MAATJE_FILES must look like s3://bucket/prefix?endpoint=https://…&region=…, not {said['MAATJE_FILES']!r}"
        )
    return Bucket(
        name=parts.netloc,
        prefix=parts.path.strip("/"),
        endpoint=asked.get("endpoint"),
        region=asked.get("region"),
        key=said["AWS_ACCESS_KEY_ID"] or None,
        secret=said["AWS_SECRET_ACCESS_KEY"] or None,
    )


def _origin(text: str) -> str | None:
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
        raise Unfit(f"MAATJE_URL must look like https://maatje.example.org, not {text!r}")
    return f"{parts.scheme}://{parts.netloc}"


def _secrets(text: str, data: Path) -> tuple[str, ...]:
    """Several may be given, separated by commas, the newest first: so a secret can be replaced."""
    given = tuple(secret.strip() for secret in text.split(",") if secret.strip())
    return given or (_kept_secret(data),)


def _kept_secret(data: Path) -> str:
    """Made once and only readable by whoever runs the server: who has it can sign in as anyone."""
    file = data / "secret"
    try:
        if not file.exists():
            _put_secret(file)
        return file.read_text()
    except OSError as error:
        raise Unfit(f"MAATJE_DATA: {data} cannot be written ({error.strerror})") from error


def _put_secret(file: Path) -> None:
    """Whole or not at all: half a secret, from a disk that ran full, would be believed for ever."""
    draft = file.with_name(f".secret.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as new:
        new.write(secrets.token_urlsafe(48))
    with suppress(FileExistsError):  # another process was first, and its secret stands
        os.link(draft, file)
    draft.unlink()
