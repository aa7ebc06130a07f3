from __future__ import annotations

from policyviewer.domain.annotations import AnnotationKind
from policyviewer.ui.models.annotation_rows import GONE, annotation_rows, matches, shortened


def test_annotations_stand_below_their_document_in_the_order_of_the_text(annotate):
    placed = [annotate("合作社", "问农业局"), annotate("三万亩")]
    (group,) = annotation_rows([one.annotation for one in placed], {"opinion": "意见"})
    assert group.text == "意见"
    assert [row.text for row in group.children] == ["“三万亩”", "问农业局 —— “合作社”"]


def test_a_document_that_is_gone_is_named_so(annotate):
    (group,) = annotation_rows([annotate("三万亩").annotation], {})
    assert group.text == GONE


def test_words_are_looked_for_in_note_quotation_and_tags(annotate):
    one = annotate("三万亩", "核实", tags=("农业",)).annotation
    assert [matches(one, words) for words in ("核实", "三万", "农业", "", "林业")] == [
        True, True, True, True, False,
    ]  # fmt: skip


def test_a_bookmark_shows_its_provision(annotate):
    mark = annotate("（二）培育主体。扶持家庭农场", kind=AnnotationKind.BOOKMARK).annotation
    assert annotation_rows([mark], {})[0].children[0].text == "（二）培育主体。扶持家庭农场"


def test_long_words_are_cut():
    assert shortened("一二三\n四五六", 5) == "一二三 …"
