"""The one door to where bytes lie: a folder, or a bucket that speaks S3."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from server.config import Bucket
from server.disk import flush
from server.errors import Busy, StorageFull

FULL = "os error 28"  # how "no space left on device" reads when it comes out of obstore
log = logging.getLogger(__name__)


class Store:
    """Objects by path. What put() has returned from survives a power cut."""

    def __init__(self, place: Path | Bucket) -> None:
        self._folder = place if isinstance(place, Path) else None
        self._kept = _bucket(place) if isinstance(place, Bucket) else LocalStore(place, mkdir=True)

    async def put(self, path: str, content: bytes) -> None:
        with _refusals():
            await obstore.put_async(self._kept, path, content, use_multipart=False)
            if self._folder:
                await asyncio.to_thread(_to_disk, self._folder, self._folder / path)

    async def under(self, folder: str) -> list[str]:
        """The paths of all that lies in this folder."""
        with _refusals():
            found = await obstore.list(self._kept, folder).collect_async()
        return [one["path"] for one in found]

    async def get(self, path: str) -> bytes:
        with _refusals():
            return bytes(await (await obstore.get_async(self._kept, path)).bytes_async())

    async def delete(self, paths: list[str]) -> None:
        """What is not there is gone already."""
        with _refusals():
            if self._folder:
                await asyncio.to_thread(_unlink, [self._folder / path for path in paths])
            elif paths:
                await obstore.delete_async(self._kept, paths)


def _bucket(place: Bucket) -> S3Store:
    given = {
        "endpoint": place.endpoint,
        "region": place.region,
        "access_key_id": place.key,
        "secret_access_key": place.secret,
    }
    return S3Store(
        place.name,
        prefix=place.prefix or None,
        config={name: value for name, value in given.items() if value},  # type: ignore[arg-type]  # a TypedDict
        client_options={"allow_http": (place.endpoint or "").startswith("http://"), "timeout": "30s"},
        retry_config={"max_retries": 2},
    )


def _to_disk(root: Path, file: Path) -> None:
    """The file, and the name of each folder on the way to it, of which any may be new."""
    for part in (file, *(folder for folder in file.parents if folder.is_relative_to(root))):
        flush(part)


def _unlink(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
        with suppress(OSError):  # the folder of one sending: others are in it still, or it is gone
            file.parent.rmdir()


@contextmanager
def _refusals() -> Iterator[None]:
    """The other side tries again later, as with a database that is full or busy; we say why in the log."""
    try:
        yield
    except FileNotFoundError:  # lost, which no trying again will mend
        raise
    except (BaseError, OSError) as error:
        log.warning("the store of files: %s", str(error).partition("\n")[0])
        raise StorageFull if FULL in str(error).lower() or getattr(error, "errno", 0) == 28 else Busy from error
