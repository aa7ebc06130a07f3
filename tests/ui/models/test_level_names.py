from __future__ import annotations

from policyviewer.domain.documents import NodeClass
from policyviewer.ui.models.level_names import CHOOSABLE, LEVEL_NAMES, levels_text


def test_every_level_has_a_name_of_its_own():
    assert set(LEVEL_NAMES) == set(NodeClass)
    assert len(set(LEVEL_NAMES.values())) == len(NodeClass)


def test_levels_that_no_line_can_have_are_not_offered():
    assert NodeClass.ARTICLE in CHOOSABLE
    assert not {NodeClass.TABLE, NodeClass.PARA} & set(CHOOSABLE)


def test_levels_are_counted_from_the_highest():
    assert levels_text(((NodeClass.ARTICLE, 60), (NodeClass.CHAPTER, 5))) == "章 5 · 条 60"
    assert levels_text(((NodeClass.L1, 3),)) == "“一、” 3"
    assert levels_text(()) == ""
