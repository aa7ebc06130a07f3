"""Catalogues of hashes of the outer form of a signed one, which nobody has signed."""

from __future__ import annotations


def der(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes(2, "big")
    return bytes([tag, 0x82]) + length + content


def catalogue(listed: bytes) -> bytes:
    """Give a PKCS #7 of the outer form of a catalogue's."""
    inner = der(0x30, der(0x06, b"\x01") + der(0xA0, der(0x30, listed)))
    signed = der(0x30, der(0x02, b"\x01") + der(0x31, b"") + inner + der(0x31, b"signatures"))
    return der(0x30, der(0x06, b"\x02") + der(0xA0, signed))
