from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from policyviewer.app.packs.manifests import decoded, encoded
from policyviewer.domain.packs import Manifest, PackedFile, PackHead

HEAD = PackHead("laws", "法规库", "司法局", 1, "2026-01-01", 5, 5, 6)
MANIFEST = Manifest(HEAD, (), (), (PackedFile("library.sqlite", 1, 16_384, ("ab" * 32,)),))


def test_a_manifest_comes_back():
    assert decoded(encoded(MANIFEST)) == MANIFEST


def test_what_is_no_manifest_is_refused():
    for data in (b"", b"{}", b"[]", encoded(MANIFEST)[:-1], b"[" * 100_000):
        with pytest.raises((ValueError, msgspec.DecodeError, RecursionError)):
            decoded(data)


def test_what_a_manifest_must_not_say_is_refused():
    with pytest.raises(ValueError, match="没有文库数据库"):
        decoded(encoded(replace(MANIFEST, files=())))
