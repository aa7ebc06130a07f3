from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest
from catalogues import catalogue

from windows.signatures import Signer, authorities, signed_content, verdict

SIGNER = Signer("CN=Somebody", "ab" * 32, "Release 1")
GOOD = """\
Current message digest    : AA11
Calculated message digest : AA11
Subject: CN=Somebody
Release 1
Number of verified signatures: 1
Succeeded
"""


def said(text: str, status: int = 0, *, is_catalogue: bool = False) -> str | None:
    return verdict(text, status, SIGNER, is_catalogue=is_catalogue)


def test_a_good_signature_has_nothing_against_it():
    assert said(GOOD) is None


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("Succeeded", "Failed"),
        GOOD.replace("signatures: 1", "signatures: 0"),
        GOOD.replace("CN=Somebody", "CN=Somebody Else's"[:9]),
        GOOD.replace("Release 1", "Release 2"),
        GOOD.replace("AA11", "BB22", 1),
        GOOD.replace("Current message digest    : AA11\n", ""),
        "Succeeded",
        "",
    ],
)
def test_anything_else_does(text: str):
    assert said(text) is not None


def test_a_failed_status_outweighs_the_words():
    assert said(GOOD, status=1) is not None


def test_a_catalogue_has_no_digest_of_its_own():
    text = "".join(GOOD.splitlines(keepends=True)[2:])
    assert said(text, is_catalogue=True) is None
    assert said(text) is not None


@pytest.mark.parametrize("count", [1, 40])
def test_only_what_is_signed_counts_as_listed(count: int):
    digests = b"".join(hashlib.sha256(bytes([at])).digest() for at in range(count))
    content = signed_content(catalogue(digests))
    assert digests in content
    assert b"signatures" not in content


def test_another_root_certificate_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    done = subprocess.CompletedProcess([], 0, stdout=b"a certificate")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_options: done)
    with pytest.raises(ValueError, match="not the root certificate"):
        authorities(tmp_path / "root.pem", "0" * 64, tmp_path)
