"""A certificate for this machine on its own network, from an authority that a phone can be told to trust.

Browsers keep pages offline from trusted https only. The authority is made once and kept, so that a phone that
trusts it goes on doing so when the machine's address changes and the certificate is made anew.
"""

import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

from trustme import CA

from server import clock

LASTS = timedelta(days=397)  # browsers refuse certificates that last longer


@dataclass(frozen=True)
class Files:
    authority: Path
    chain: Path
    key: Path
    addresses: tuple[str, ...]


def kept(folder: Path) -> Files:
    """The files that the server takes. The authority is made once, the certificate at each start."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    files = Files(folder / "authority.pem", folder / "certificate.pem", folder / "key.pem", tuple(_own_addresses()))
    now = clock.now()
    names = ("localhost", "127.0.0.1", "::1", *files.addresses)
    # A day back, because a phone's clock may be behind.
    certificate = _authority(files.authority, folder / "authority-key.pem").issue_cert(
        *names, not_before=now - timedelta(days=1), not_after=now + LASTS - timedelta(days=1)
    )
    files.chain.write_bytes(b"".join(pem.bytes() for pem in certificate.cert_chain_pems))
    _write_secret(files.key, certificate.private_key_pem.bytes())
    return files


def _authority(public: Path, private: Path) -> CA:
    if public.exists() and private.exists():
        return CA.from_pem(public.read_bytes(), private.read_bytes())
    authority = CA(organization_name="Maatje", organization_unit_name=socket.gethostname()[:64])
    _write_secret(private, authority.private_key_pem.bytes())
    public.write_bytes(authority.cert_pem.bytes())
    return authority


def _write_secret(file: Path, content: bytes) -> None:
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
        new.write(content)


def _own_addresses() -> list[str]:
    """Where others on the network find this machine: where it would send from (nothing is sent), and its name."""
    found: list[str] = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:  # OSError: no network
        probe.connect(("192.0.2.1", 9))  # reserved for documentation, so nobody's
        found.append(probe.getsockname()[0])
    with suppress(OSError):  # the machine does not know its own name
        found += [str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return [address for address in dict.fromkeys(found) if not ip_address(address).is_loopback]
