from __future__ import annotations

import pytest
from pages_by_hand import line

from policyviewer.importers.pages.footnotes import footnotes_of

BODY = [line("正文一行", top=72), line("正文二行", top=104)]


def notes(*words, size=10.0):
    small = [line(one, top=700 + 14 * at, size=size) for at, one in enumerate(words)]
    return [one.text for one in footnotes_of([*BODY, *small], 16.0)]


@pytest.mark.parametrize("mark", ["1 ", "①", "[2]", "〔3〕", "*", "注：", "注1："])
def test_small_lines_with_a_mark_at_the_foot_are_notes(mark: str):
    assert notes(f"{mark}见附件。", "接着说。") == [f"{mark}见附件。", "接着说。"]


def test_lines_above_the_first_mark_are_no_notes():
    assert notes("小字的一行", "1见附件。") == ["1见附件。"]
    assert notes("小字的一行") == []


def test_lines_as_large_as_the_text_are_no_notes():
    assert notes("1.修路。", size=15) == []


def test_a_page_all_in_small_type_has_no_notes():
    assert footnotes_of([line("1 表", size=9)], 16.0) == []
