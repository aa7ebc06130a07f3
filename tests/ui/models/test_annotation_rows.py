from __future__ import annotations

from dataclasses import replace

from policyviewer.domain.annotations import AnnotationKind
from policyviewer.ui.models.annotation_rows import row_text, row_tip, shortened


def test_a_row_tells_what_was_written_and_what_about(annotate):
    assert row_text(annotate("合作社", "问农业局").annotation) == "问农业局 —— “合作社”"
    assert row_text(annotate("三万亩").annotation) == "“三万亩”"


def test_a_bookmark_shows_its_label_or_its_provision(annotate):
    mark = annotate("（二）培育主体。扶持家庭农场", kind=AnnotationKind.BOOKMARK).annotation
    assert row_text(mark) == "（二）培育主体。扶持家庭农场"
    assert row_text(replace(mark, text="家庭农场")) == "家庭农场"


def test_a_tip_tells_everything(annotate):
    tip = row_tip(annotate("三万亩", "核实", tags=("农业",)).annotation)
    assert tip.splitlines()[:3] == ["核实", "“三万亩”", "#农业"]


def test_long_words_are_cut():
    assert shortened("一二三\n四五六", 5) == "一二三 …"
