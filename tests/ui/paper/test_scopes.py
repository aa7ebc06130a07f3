from __future__ import annotations

from collections.abc import Callable

from policyviewer.domain.documents import Outline
from policyviewer.ui.paper.scopes import section_at

OutlineOf = Callable[[str], Outline]


def test_a_chapter_holds_its_articles(notice: Outline):
    span = section_at(notice, notice.text.index("为了加强"))
    assert span is not None
    assert span.of(notice.text).startswith("第一章")
    assert "第二条" in span.of(notice.text)


def test_an_article_without_chapters_stands_alone(outline_of: OutlineOf):
    outline = outline_of("某某办法\n第一条　为了管理，制定本办法。\n第二条　本办法即日施行。")
    span = section_at(outline, outline.text.index("为了"))
    assert span is not None
    assert "第二条" not in span.of(outline.text)


def test_an_attachment_without_sections_is_whole(notice: Outline):
    span = section_at(notice, notice.text.index("养护任务表"))
    assert span is not None
    assert span.of(notice.text).startswith("附件1")


def test_a_text_without_structure_has_no_section(outline_of: OutlineOf):
    assert section_at(outline_of("只有一句话，没有标题。"), 3) is None
