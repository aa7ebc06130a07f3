from __future__ import annotations

from policyviewer.ui.paper.faces import substitutions
from policyviewer.ui.paper.job import told
from policyviewer.ui.reader.blocks import Face
from policyviewer.ui.reader.typography import families

WINDOWS = ("仿宋", "楷体", "黑体", "宋体", "Times New Roman")


def test_a_machine_with_all_typefaces_has_nothing_to_announce():
    assert substitutions(families((*WINDOWS, "方正小标宋简体"))) == ()


def test_what_takes_the_place_of_a_missing_typeface_is_announced():
    (missing,) = substitutions(families(WINDOWS))
    assert missing.face is Face.TITLE
    assert told([missing]) == "小标宋未安装，用“宋体”代替。"


def test_a_machine_without_any_announces_all_four():
    all_four = substitutions(families(("Noto Serif CJK SC", "Noto Sans CJK SC")))
    assert told(all_four) == (
        "小标宋、楷体、仿宋未安装，用“Noto Serif CJK SC”代替；"
        "黑体未安装，用“Noto Sans CJK SC”代替。"
    )


def test_nothing_missing_needs_no_sentence():
    assert told(()) == ""
