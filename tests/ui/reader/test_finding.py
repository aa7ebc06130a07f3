from __future__ import annotations

from dataclasses import replace

from policyviewer.domain.documents import Finding
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.ui.reader.finding import occurrences


def test_all_places_are_found_in_order():
    text = "机制。新机制。"
    assert [span.start for span in occurrences(parse(text), "机制")] == [0, 4]


def test_case_does_not_count():
    assert len(occurrences(parse("GDP和gdp"), "Gdp")) == 2


def test_signs_of_patterns_are_words():
    assert [span.start for span in occurrences(parse("省*府(一)"), "(一)")] == [3]


def test_restored_characters_are_found():
    masked = Finding("masked", TextRange(3, 4), "一个字被遮住", "政")
    outline = replace(parse("省人民*府"), findings=(masked,))
    assert occurrences(outline, "人民政府") == [TextRange(1, 5)]


def test_blank_words_are_nowhere():
    assert occurrences(parse("正 文"), " ") == []
