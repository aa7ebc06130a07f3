from __future__ import annotations

from policyviewer.domain.readings import Gap, Reader
from policyviewer.domain.vocabulary import WithVocabulary


def test_a_gap_is_read_by_the_words_of_offices():
    gap = Gap("贵州省人民", 1, "府关于")
    assert Reader("", WithVocabulary(None)).read([gap]) == ["政"]


def test_a_gap_without_context_stays_unread():
    assert Reader("", WithVocabulary(None)).read([Gap("", 1, "")]) == [None]


def test_the_same_neighbours_elsewhere_in_the_document_say_the_character():
    text = "推进玄武岩产业。" * 5
    assert Reader(text, WithVocabulary(None)).read([Gap("推进玄", 1, "岩产业")]) == ["武"]
