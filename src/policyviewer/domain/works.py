"""Works: which texts are editions of one and the same document, and which of two is the older."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from functools import lru_cache

from policyviewer.domain.dates import DATE, normalised
from policyviewer.domain.documents import NodeClass, Outline
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.title_index import plain_title

_NORMS = (
    "法",
    "法典",
    "宪法",
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "解释",
    "章程",
    "准则",
    "规程",
    "标准",
    "目录",
    "预案",
    "规划",
)
"""Kinds that are revised under their old title. A notice of the same title is another notice."""
_SHARED = 0.5
"""Of the articles of the shorter text, so many must have their numbers in the longer one."""
_HEAD = 2_000
"""Code points from the start in which the dates of adoption and revision stand."""


def same_work(one: Metadata, other: Metadata) -> bool:
    """Say whether two texts are editions of one document, by number and title.

    A number (发文字号) is that of a title: what a notice hands out may repeat the notice's. Norms
    keep their title when they are revised; other documents of one title are told apart by
    number and date.
    """
    title = plain_title(one.title)
    if not title or title != plain_title(other.title) or _differ(one.issuers, other.issuers):
        return False
    if one.document_number and one.document_number == other.document_number:
        return True
    if is_norm(one):
        return True
    numbers = {one.document_number, other.document_number} - {None}
    dates = {one.written, other.written} - {None}
    return len(numbers) < 2 and len(dates) < 2 and (bool(one.issuers) or len(title) >= 10)


def are_editions(one: Outline, other: Outline) -> bool:
    """Say whether two texts of one title can be editions, and not parts of one large code.

    The parts of a code go on counting its articles, so they have none in common.
    """
    articles = _articles(one), _articles(other)
    fewer = min(map(len, articles))
    return not fewer or len(articles[0] & articles[1]) >= _SHARED * fewer


def is_norm(data: Metadata) -> bool:
    """Say whether a document sets rules that are revised under the same title."""
    return data.kind is not None and data.kind.endswith(_NORMS)


def is_older(one: Outline, other: Outline) -> bool:
    """Say whether a text was adopted or written before another, as far as both tell."""
    first, second = latest_date(one), latest_date(other)
    return first is not None and second is not None and first < second


def latest_date(outline: Outline) -> str | None:
    """Give the latest ISO date of adoption, revision, signature or publication, or None.

    Those of adoption and revision stand below the title, before the first unit.
    """
    first = min((node.span.start for node in outline.nodes), default=_HEAD)
    head = outline.text[: min(first, _HEAD)]
    data = outline.metadata
    found = [data.written, data.published, *map(normalised, DATE.finditer(head))]
    return max((day for day in found if day and not day.startswith("?")), default=None)


def content_key(text: str) -> str:
    """Give a hexadecimal key that two files of one content share in whatever format.

    Only letters, digits and characters count, and not their order: formats differ in blanks,
    punctuation, and in where a note stands.
    """
    counts = _counted(text)
    told = "".join(f"{character}{counts[character]}" for character in sorted(counts))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def characters_apart(one: str, other: str) -> int:
    """Give how many letters, digits and characters one of two texts has more of."""
    first, second = _counted(one), _counted(other)
    return max((first - second).total(), (second - first).total())


def same_wording(one: str, other: str) -> bool:
    """Say whether two texts differ in nothing but blanks."""
    return "".join(one.split()) == "".join(other.split())


def _counted(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        for plain in _plain(character):
            counts[plain] += count
    return counts


@lru_cache(maxsize=1 << 15)
def _plain(character: str) -> str:
    """Give the letters and digits that a character stands for."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", character)))


def _articles(outline: Outline) -> set[str]:
    return {node.id for node in outline.nodes if node.cls is NodeClass.ARTICLE}


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one) and bool(other) and not set(one) & set(other)
