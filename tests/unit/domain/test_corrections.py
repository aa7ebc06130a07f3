from __future__ import annotations

import pytest

from policyviewer.domain.corrections import Corrections, HeadingCorrection, heading_correction
from policyviewer.domain.documents import NodeClass
from policyviewer.domain.structure import parse
from policyviewer.domain.text import lines_of

TEXT = """青山县人民政府关于加强河道管理的意见
青政发〔2026〕15号
一、总体要求
（一）基本原则
坚持依法管理。
二、主要任务
（一）基本原则
工作保障
落实经费。
青山县人民政府
2026年6月18日
"""


def levels(corrections: Corrections) -> list[tuple[NodeClass, str]]:
    return [(node.cls, node.label) for node in parse(TEXT, corrections=corrections).nodes]


def correction(words: str, level: NodeClass | None, occurrence: int = 0) -> HeadingCorrection:
    return HeadingCorrection(words, occurrence, level)


def test_metadata_is_corrected_and_the_print_is_kept():
    read = parse(TEXT, corrections=Corrections(title="河道意见", written="2026-06-19")).metadata
    assert (read.title, read.written) == ("河道意见", "2026-06-19")
    assert read.title_as_printed == parse(TEXT).metadata.title_as_printed
    assert read.document_number == "青政发〔2026〕15号"


def test_an_empty_correction_takes_away():
    read = parse(TEXT, corrections=Corrections(document_number="", written="")).metadata
    assert (read.document_number, read.written) == (None, None)


def test_nothing_corrected_changes_nothing():
    assert Corrections().empty
    assert parse(TEXT, corrections=Corrections()) == parse(TEXT)


def test_a_heading_gets_another_level():
    found = levels(Corrections(headings=(correction("（一）基本原则", NodeClass.L1),)))
    assert found[1] == (NodeClass.L1, "基本原则")
    assert found[3] == (NodeClass.L2, "基本原则")  # the second line of the same words


def test_the_second_line_of_the_same_words_is_meant_by_its_count():
    found = levels(Corrections(headings=(correction("（一）基本原则", None, 1),)))
    assert [label for _level, label in found] == ["总体要求", "基本原则", "主要任务"]


def test_running_text_becomes_a_heading():
    found = levels(Corrections(headings=(correction("工作保障", NodeClass.L1),)))
    assert (NodeClass.L1, "工作保障") in found
    assert parse(TEXT, corrections=Corrections()).nodes[-1].label != "工作保障"


def test_a_correction_is_made_for_the_line_at_an_offset():
    lines = lines_of(TEXT)
    start = TEXT.rindex("（一）基本原则")
    assert heading_correction(lines, start, None) == correction("（一）基本原则", None, 1)
    with pytest.raises(ValueError, match="7"):
        heading_correction(lines, 7, None)


def test_a_correction_of_words_that_are_gone_does_nothing():
    gone = Corrections(headings=(correction("（九）不在了", NodeClass.L1),))
    assert parse(TEXT, corrections=gone) == parse(TEXT)
