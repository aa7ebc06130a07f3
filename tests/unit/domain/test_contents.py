from __future__ import annotations

from policyviewer.domain.contents import contents_of
from policyviewer.domain.text import lines_of

LAW = "目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。"


def test_contents_end_where_their_first_entry_is_repeated():
    lines = lines_of(LAW)
    assert contents_of(lines, 0, len(lines)) == (0, 3)


def test_contents_without_a_heading_are_found():
    lines = lines_of("第一章 总则\n第二章 职责\n第三章 附则\n第一章 总则\n第一条 甲。")
    assert contents_of(lines, 0, len(lines)) == (0, 3)


def test_a_text_without_contents_has_none():
    lines = lines_of("第一章 总则\n第一条 甲。\n第二章 附则")
    assert contents_of(lines, 0, len(lines)) is None
