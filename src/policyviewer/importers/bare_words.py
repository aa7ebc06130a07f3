"""The bare words of a Word 97 document, when nothing better can read it."""

from __future__ import annotations

import re
from typing import Any

from policyviewer.domain.patterns import regex

_HEADING = regex("^#{1,6} ", re.MULTILINE)
"""What unword puts before a paragraph in a heading style."""
_OBJECT = regex("[\x02\x05\ufffc]")
_FOREIGN = regex("[\x80-\xff\ufffd]")
_MOST_FOREIGN = 0.2
"""The share of accented letters from which a text is another encoding read wrongly."""


def bare_words(data: bytes) -> list[str] | None:
    """Give the paragraphs, without numbers and tables; None when the words cannot be made out."""
    document = _document(data)
    if document is None:
        return None
    text = _OBJECT.sub("", _HEADING.sub("", document.body_text))
    if not text.strip() or len(_FOREIGN.findall(text)) > _MOST_FOREIGN * len(text):
        return None
    return [line for line in text.splitlines() if line.strip()]


def boxes(data: bytes) -> list[str]:
    """Give the words of each text box."""
    document = _document(data)
    found = [] if document is None else document.textboxes
    return [text.strip() for text in found if text.strip()]


def _document(data: bytes) -> Any:  # noqa: ANN401  # unword has no types
    import unword

    try:
        return unword.parse_doc(data)
    except (ValueError, OverflowError):
        return None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Rust's, which is no Exception
            raise
        return None
