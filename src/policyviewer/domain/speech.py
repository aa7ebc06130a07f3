"""What is read aloud: the sentences of a text, in the words that a voice should say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyviewer.domain.documents import INSIDE, Outline
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange

LONGEST = 200
"""Code points said in one go: a voice cannot be paused well in the middle of more."""

_SENTENCE = regex(r"[^。！？；\n]+[。！？；]*[”’」』）》]*")
_PAUSE = regex("[，、：,]")
_CELLS = regex("[\t\u2028]+")
_BLANKS = regex("[ \u3000\u00a0]+")
_SILENT = regex("[〔〕［］【】*＊×□■]")
"""Signs that voices spell out, or stumble over."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence, or a part of a long one, stands in the text, and how it is said."""

    span: TextRange
    words: str


def sentences(outline: Outline, text: str, within: TextRange) -> Iterator[Sentence]:
    """Give the sentences of a range in order, without tables of contents and page furniture.

    ``text`` is what is shown, as printed or restored, with the offsets of the stored one.
    """
    unsaid = [one.span for one in outline.components if one.kind in INSIDE]
    for match in _SENTENCE.finditer(text, within.start, within.end):
        span = TextRange(match.start(), match.end())
        if not any(one.overlaps(span) for one in unsaid):
            yield from _parts(text, span)


def _parts(text: str, span: TextRange) -> Iterator[Sentence]:
    """Cut a long sentence at its commas."""
    start = span.start
    while start < span.end:
        end = span.end
        if end - start > LONGEST:
            pauses = [one.end() for one in _PAUSE.finditer(text, start, start + LONGEST)]
            end = pauses[-1] if pauses else start + LONGEST
        part = TextRange(start, end)
        words = said(part.of(text))
        if words:
            yield Sentence(part, words)
        start = end


def said(words: str) -> str:
    """Give words as they are said: cells of a table one by one, no blanks between characters;
    nothing where there is nothing to say.
    """
    words = _SILENT.sub(" ", _CELLS.sub("，", words))
    words = _BLANKS.sub(" ", words).strip()
    return words if any(sign.isalnum() for sign in words) else ""
