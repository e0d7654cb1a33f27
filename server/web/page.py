"""The built page. Every address that is not the API's shows it, and it finds its own way from there."""

import asyncio
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from server.errors import NotFound

TYPES = {".webmanifest": "application/manifest+json", ".js": "text/javascript", ".woff2": "font/woff2"}
FOR_EVER = "public, max-age=31536000, immutable"  # a name with a hash in it never means anything else
ASK_FIRST = "no-cache"  # so that an update is found


class Page:
    """Files of one folder, read when asked for: what is built while the server runs is served at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    async def show(self, request: Request) -> Response:
        file = self._file(request.path_params["path"])
        return await asyncio.to_thread(self._sent, request, file)

    def _file(self, path: str) -> Path:
        try:
            file = (self.folder / (path if "." in path.rpartition("/")[2] else "index.html")).resolve()
            there = file.is_relative_to(self.folder) and file.is_file()
        except (OSError, ValueError):  # no name that a file can have
            raise NotFound from None
        if not there:
            raise NotFound
        return file

    def _sent(self, request: Request, file: Path) -> Response:
        """The compressed twin if there is one and the browser takes it."""
        small = file.with_name(file.name + ".br")
        packed = "br" in request.headers.get("accept-encoding", "") and small.is_file()
        content = (small if packed else file).read_bytes()
        headers = {
            "etag": f'"{sha256(content).hexdigest()[:16]}"',
            "cache-control": FOR_EVER if "assets" in file.relative_to(self.folder).parts[:-1] else ASK_FIRST,
            "vary": "accept-encoding",
        }
        if request.headers.get("if-none-match") == headers["etag"]:
            return Response(status_code=304, headers=headers)
        if packed:
            headers["content-encoding"] = "br"
        kind = TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
        return Response(content, headers=headers, media_type=kind)
