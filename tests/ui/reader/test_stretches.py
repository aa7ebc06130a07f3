from __future__ import annotations

import pytest

from policyviewer.domain.documents import Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.ui.reader.stretches import (
    LEAST,
    MOST,
    WHOLE_UP_TO,
    longer_before,
    longer_behind,
    stretch_at,
)

SENTENCE = "县级以上人民政府应当加强对本行政区域内有关工作的领导，建立协调机制。"


def chaptered(chapters: int, characters: int) -> Outline:
    """Give a code of chapters, each of an article of about so many code points."""
    body = SENTENCE * (characters // len(SENTENCE))
    parts = (f"第{n}章　总则\n第{n}条　{body}\n" for n in range(1, chapters + 1))
    return parse("某某法典\n" + "".join(parts))


@pytest.fixture(scope="module")
def code() -> Outline:
    return chaptered(15, 50_000)


def test_a_text_of_common_length_stands_as_a_whole():
    outline = chaptered(3, 1_000)
    assert stretch_at(outline, 500) == TextRange(0, len(outline.text))


def test_a_long_one_begins_with_the_chapter_and_ends_with_one(code: Outline):
    at = code.text.index("第7条")
    stretch = stretch_at(code, at)
    assert code.text.startswith("第7章", stretch.start)
    assert code.text.startswith("第10章", stretch.end)
    assert LEAST <= stretch.end - at <= MOST


def test_chapters_follow_until_all_of_the_text_is_there(code: Outline):
    stretch = stretch_at(code, len(code.text) // 2)
    for _ in range(10):
        behind = longer_behind(code, stretch)
        longer = longer_before(code, behind)
        assert longer.length > stretch.length or longer == TextRange(0, len(code.text))
        stretch = longer
    assert stretch == TextRange(0, len(code.text))


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
def test_without_chapters_the_length_decides(part: float):
    outline = parse(SENTENCE * (2 * WHOLE_UP_TO // len(SENTENCE)))
    at = int(part * len(outline.text))
    stretch = stretch_at(outline, at)
    assert stretch.start <= at <= stretch.end
    assert stretch.length <= 2 * MOST
