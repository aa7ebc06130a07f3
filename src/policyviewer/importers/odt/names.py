"""The names in OpenDocument, and how values are read from its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_START = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {
    "draw": f"{_START}drawing:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "fo": f"{_START}xsl-fo-compatible:1.0",
    "svg": f"{_START}svg-compatible:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_PREFIXES = {"drawing": "draw", "xsl-fo-compatible": "fo", "svg-compatible": "svg"}
_LARGEST = 1_000_000


def q(name: str) -> str:
    """Give a name such as ``text:p`` as lxml writes it."""
    prefix, _colon, local = name.partition(":")
    return f"{{{_NAMES.get(prefix, f'{_START}{prefix}:1.0')}}}{local}"


def name_of(element: Element) -> str:
    """Give an element's name with its usual prefix, such as ``text:p``; "" for any other."""
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(f"{{{_START}"):
        return ""
    space, _brace, local = tag[len(_START) + 1 :].rpartition("}")
    prefix = space.partition(":")[0]
    return f"{_PREFIXES.get(prefix, prefix)}:{local}"


def attribute(element: Element, name: str) -> str | None:
    """Give an attribute by its name with prefix."""
    return element.get(q(name))


def integer(text: str | None, default: int, most: int = _LARGEST) -> int:
    """Give a number from 0 to ``most``; the default when the text is none."""
    try:
        return max(0, min(int(text or ""), most))
    except ValueError:
        return default
