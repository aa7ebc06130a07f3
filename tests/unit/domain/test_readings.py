from __future__ import annotations

import re

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.readings import Reader
from policyviewer.domain.vocabulary import Words

WORDS = Words(
    {
        **dict.fromkeys(("人民政府", "财政部门", "民政部门", "行政法规", "人民法院"), 3000),
        "政": 100,
        "财": 50,
        "民": 100,
        "关于": 5000,
        "通知": 4000,
        "贵州省": 800,
    },
    total=60_000_000,
)


def read(text, words=WORDS):
    gaps = [TextRange(*match.span()) for match in re.finditer(r"\*+", text)]
    return Reader(text, words).read(gaps)


def test_a_gap_is_read_by_the_words_of_offices():
    assert read("贵州省人民*府关于") == ["政"]


def test_a_gap_of_two_is_read_whole_or_not_at_all():
    assert read("人民**关于") == [None]
    assert read("行**规") == ["政法"]


def test_a_gap_that_words_fill_in_two_ways_stays_unread():
    assert read("*政部门") == [None]


def test_a_character_masked_elsewhere_decides():
    text = "人*政府，人*法院，各*族" + "天地玄黄宇宙洪荒" * 20 + "，*政部门"
    assert read(text)[-1] == "民"


def test_the_same_neighbours_elsewhere_in_the_document_say_the_character():
    assert read("推进玄武岩产业。" * 9 + "推进玄*岩产业", Words({"武": 9, "产业": 90})) == ["武"]


def test_a_question_mark_of_the_text_is_no_gap():
    assert read("人民?府，人民*府") == ["政"]


def test_a_text_without_gaps_has_no_readings():
    assert read("人民政府") == []
