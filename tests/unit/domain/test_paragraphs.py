from __future__ import annotations

from policyviewer.domain.alignment import tiles_of
from policyviewer.domain.paragraphs import Paragraphs
from policyviewer.domain.structure import parse

LAW = """青山县道路条例
第一条　为了修好道路，制定本条例。
第二条　道路由县人民政府管理，包括：
（一）规划；
（二）养护。
乡镇人民政府予以协助。
"""


def paragraphs(text: str, number: int) -> list[tuple[str, str, str]]:
    """Give id, marker and words of the paragraphs of a text's provision."""
    outline = parse(text)
    found = Paragraphs(outline).of(tiles_of(outline)[number])
    spans = [(one.provision.id, one.provision.marker, one.provision.span) for one in found]
    return [(name, marker, span.of(text)) for name, marker, span in spans]


def test_the_number_of_the_article_is_no_part_of_its_paragraph():
    assert paragraphs(LAW, 1) == [("art_1~1", "", "为了修好道路，制定本条例。")]


def test_paragraphs_and_items_have_the_names_of_their_nodes():
    assert paragraphs(LAW, 2) == [
        ("art_2/p_1", "", "道路由县人民政府管理，包括："),
        ("art_2/p_1/i_1", "（一）", "（一）规划；"),
        ("art_2/p_1/i_2", "（二）", "（二）养护。"),
        ("art_2/p_2", "", "乡镇人民政府予以协助。"),
    ]


def test_the_number_of_an_item_does_not_count_when_it_is_compared():
    outline = parse(LAW)
    tiles = Paragraphs(outline).of(tiles_of(outline)[2])
    assert [tile.wording.letters for tile in tiles][1:3] == ["规划;", "养护。"]


def test_lines_of_other_texts_are_named_by_their_place():
    text = "青山县关于修路的意见\n一、总体要求\n坚持节约。\n坚持公开。\n二、组织实施\n乡镇负责。\n"
    names = [name for name, _marker, _words in paragraphs(text, 1)]
    assert names == ["main/l1_1~1", "main/l1_1~2", "main/l1_1~3"]
