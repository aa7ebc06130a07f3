"""The characters of a web page: what it says of itself, then the rule of plain text."""

from __future__ import annotations

import codecs
import re

from policyviewer.importers.text import decoded

_SAYS = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.I
)
_HEAD = 4096
_WRONG_SHARE = 0.005
"""A page may hold a few broken characters; with more of them it is in another encoding."""
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "hz-gb-2312": "gb18030", "iso-8859-1": ""}
"""What pages call their encoding, and what holds all that they really use."""


def page_text(data: bytes) -> str | None:
    """Give the page as text, or None when it is none."""
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        said = _said(data[:_HEAD])
        if said is not None and (text := _mostly(data, said)) is not None:
            return text
    return decoded(data)


def _said(head: bytes) -> str | None:
    found = _SAYS.search(head)
    if not found:
        return None
    name = found[1].decode("ascii", "replace").lower()
    name = _WIDER.get(name, name)
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _mostly(data: bytes, encoding: str) -> str | None:
    """Give the text if nearly all of it decodes."""
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, UnicodeError, TypeError):  # such as "idna", or "hex", which is no text
        return None
    wrong = text.count("\ufffd")
    return text if wrong <= _WRONG_SHARE * len(text) else None
