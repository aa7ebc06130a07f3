"""Authenticode signatures, checked by osslsigncode, and what a signed catalogue lists."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PUBLIC_AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")
_DIGESTS = re.compile(r"(Current|Calculated) message digest\s*: (\w+)")
_TOLERANT = ("-ignore-crl", "-ignore-cdp")
"""Newer releases of osslsigncode ask revocation lists on the network unless told not to."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who must have signed: subject, SHA-256 of the certificate, words in the signature."""

    subject: str
    certificate: str
    words: str = ""


def authorities(root: Path, sha256: str, folder: Path) -> Path:
    """Write the certificates to trust, ours and the system's, into one file and give it.

    Raises ValueError when our root certificate is not the one with this SHA-256.
    """
    command = ["openssl", "x509", "-in", str(root), "-outform", "DER"]
    der = subprocess.run(command, capture_output=True, check=True).stdout
    if hashlib.sha256(der).hexdigest() != sha256:
        raise ValueError(f"{root.name} is not the root certificate it should be")
    made = folder / "authorities.pem"
    public = _PUBLIC_AUTHORITIES.read_text(encoding="ascii")
    made.write_text(f"{root.read_text(encoding='ascii')}\n{public}", encoding="ascii")
    return made


def complaint(file: Path, signer: Signer, trusted: Path) -> str | None:
    """Give what is wrong with the signature of a program or a catalogue; None when it is good."""
    places = ["-CAfile", str(trusted), "-TSA-CAfile", str(trusted), *_tolerant()]
    leaf = ["-require-leaf-hash", f"sha256:{signer.certificate}", "-in", str(file)]
    done = subprocess.run(
        ["osslsigncode", "verify", *places, *leaf],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    told = done.stdout + done.stderr
    return verdict(told, done.returncode, signer, is_catalogue=file.suffix == ".cat")


def verdict(told: str, status: int, signer: Signer, *, is_catalogue: bool) -> str | None:
    """Give what is wrong by what osslsigncode has told; None when nothing is."""
    if status or not told.rstrip().endswith("Succeeded"):
        return f"the signature is not good:\n{told[-1500:]}"
    for words in ("Number of verified signatures: 1", signer.subject, signer.words):
        if words not in told:
            return f"the signature does not say {words!r}"
    digests = dict(_DIGESTS.findall(told))
    if is_catalogue or digests.get("Current") == digests.get("Calculated") is not None:
        return None
    return "the file is not what was signed"


def signed_content(catalogue: bytes) -> bytes:
    """Give the part of a catalogue (PKCS #7) that its signature covers: the list of hashes."""
    _tag, start, end = _element(catalogue, 0)
    signed = list(_elements(catalogue, start, end))[1]
    _tag, start, end = _element(catalogue, signed[1])
    enclosed = list(_elements(catalogue, start, end))[2]
    content = list(_elements(catalogue, enclosed[1], enclosed[2]))[1]
    return catalogue[content[1] : content[2]]


@cache
def _tolerant() -> tuple[str, ...]:
    told = subprocess.run(
        ["osslsigncode", "verify", "--help"], capture_output=True, encoding="utf-8", check=False
    )
    return tuple(word for word in _TOLERANT if word in told.stdout + told.stderr)


def _element(data: bytes, at: int) -> tuple[int, int, int]:
    """Give tag, start and end of the content of the DER element at a place."""
    tag, length, start = data[at], data[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length = int.from_bytes(data[start : start + size], "big")
        start += size
    return tag, start, start + length


def _elements(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    while start < end:
        found = _element(data, start)
        yield found
        start = found[2]
