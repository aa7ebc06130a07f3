"""A manifest as bytes and back: JSON by type, so that it can hold nothing else."""

from __future__ import annotations

import msgspec

from policyviewer.domain.packs import Manifest, fault

TARGET = "manifest.zst"
"""What The Update Framework calls it; the JSON is in one zstandard frame."""
LARGEST = 256 << 20
"""Bytes of the JSON; a library of 100,000 documents takes 40 MB."""


def encoded(manifest: Manifest) -> bytes:
    """Give a manifest as JSON, the same one as the same bytes."""
    return msgspec.json.encode(manifest)


def decoded(data: bytes) -> Manifest:
    """Give the manifest that JSON holds; raises ValueError when it is none, or says what it must
    not say.
    """
    manifest = msgspec.json.decode(data, type=Manifest)
    if wrong := fault(manifest):
        raise ValueError(wrong)
    return manifest
