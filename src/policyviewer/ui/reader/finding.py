"""Finds words on the page, as printed and as restored."""

from __future__ import annotations

import re

from policyviewer.domain.documents import Outline
from policyviewer.domain.ranges import TextRange


def occurrences(outline: Outline, words: str) -> list[TextRange]:
    """Give the places of some words, in reading order; the case of letters does not count.

    Restored characters are found as well: 人民政府 also finds 人民*府.
    """
    sought = words.strip()
    if not sought:
        return []
    pattern = re.compile(re.escape(sought), re.IGNORECASE)
    texts = {outline.text, outline.restored_text()}
    found = {TextRange(*match.span()) for text in texts for match in pattern.finditer(text)}
    return sorted(found)
