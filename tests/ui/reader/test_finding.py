from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.documents import Finding
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.ui.reader import finding
from policyviewer.ui.reader.finding import Findable, Sought, following


def starts(text: str, words: str, *, case: bool = False, whole: bool = False) -> list[int]:
    places = Findable(parse(text)).places(Sought(words, case, whole))
    assert all(len(words.strip()) == one.length for one in places)
    return [one.start for one in places]


def test_all_places_are_found_in_order():
    assert starts("机制。新机制。", "机制") == [0, 4]


@pytest.mark.parametrize(("case", "found"), [(False, [0, 4]), (True, [0])])
def test_case_counts_when_asked_for(case: bool, found: list[int]):
    assert starts("GDP和gdp", "GDP", case=case) == found


def test_case_is_that_of_the_letters_alone():
    assert starts("\uff27\uff24\uff30（一）", "GDP(一)", case=True) == [0]


def test_signs_of_patterns_are_words():
    assert starts("省*府(一)", "(一)") == [3]


def test_width_and_old_forms_do_not_count():
    assert starts("依〔2020〕15號辦理", "[2020]15号") == [1]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("第11条、第111条、11", "11", [1, 11]),
        ("第十一条、第二十一条", "十一", [1]),
        ("AI、RAIN、ai", "ai", [0, 8]),
        ("人民政府", "民政", [1]),
        ("省A级", "A", [1]),
        ("11", "11", [0]),
    ],
)
def test_numbers_and_latin_words_are_found_whole(text: str, words: str, found: list[int]):
    assert starts(text, words, whole=True) == found


def test_restored_characters_are_found():
    masked = Finding("masked", TextRange(3, 4), "一个字被遮住", "政")
    outline = replace(parse("省人民*府"), findings=(masked,))
    for words in ("人民政府", "人民*府"):
        assert Findable(outline).places(Sought(words)) == [TextRange(1, 5)]


@pytest.mark.parametrize("words", ["", " ", "\u3000"])
def test_blank_words_are_nowhere(words: str):
    assert starts("正 文", words) == []


def test_long_texts_are_folded_in_slices_with_the_same_key(monkeypatch):
    monkeypatch.setattr(finding, "_SLICE", 7)
    calls: list[int] = []
    text = "第一条　ＡＢＣ机制建设，机制。" * 5
    findable = Findable(parse(text), lambda: calls.append(1))
    assert len(calls) == -(-len(text) // 7)
    assert len(findable.places(Sought("机制"))) == 10


def test_the_work_can_be_ended():
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Findable(parse("正文"), stop)


@pytest.mark.parametrize(("at", "number"), [(0, 0), (5, 1), (9, 0)])
def test_the_first_place_from_here_on(at: int, number: int):
    assert following([TextRange(3, 4), TextRange(7, 8)], at) == number
    assert following([], at) is None
