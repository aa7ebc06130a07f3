"""The names in WordprocessingML, and how values are read from its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": WORD,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS,
}
"""The names of the strict variant of ISO/IEC 29500."""
_OFF = ("0", "false", "off", "none")
_LARGEST = 1_000_000


def w(name: str) -> str:
    """Give a name of WordprocessingML as lxml writes it."""
    return f"{{{WORD}}}{name}"


def name_of(element: Element) -> str:
    """Give an element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_word(element: Element) -> bool:
    """Say whether an element is one of WordprocessingML."""
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{WORD}}}")


def attribute(element: Element, name: str) -> str | None:
    """Give an attribute of WordprocessingML."""
    return element.get(w(name))


def child(element: Element | None, *path: str) -> Element | None:
    """Give the first element down a path of names."""
    for name in path:
        element = None if element is None else element.find(w(name))
    return element


def value(element: Element | None) -> str | None:
    """Give an element's ``val``, or None without the element."""
    return None if element is None else attribute(element, "val")


def integer(text: str | None, default: int) -> int:
    """Give a number, kept within a million; the default when the text is none."""
    try:
        return max(-1, min(int(text or ""), _LARGEST))
    except ValueError:
        return default


def is_on(element: Element | None) -> bool:
    """Say whether a switch is on: it is there, and not with the value 0."""
    return element is not None and (value(element) or "").lower() not in _OFF


def transitional(data: bytes) -> bytes:
    """Give a part of the strict variant with the names of the usual one."""
    for strict, usual in _STRICT.items():
        data = data.replace(strict.encode(), usual.encode())
    return data
