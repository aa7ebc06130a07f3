from __future__ import annotations

from policyviewer.domain.provisions import heading_text, provision_at, provisions
from policyviewer.domain.structure import parse

TEXT = (
    "某县关于修路的通知\n各乡镇人民政府：\n一、总则\n（一）修路。修好。\n二、附则\n照办。\n"
    "某县人民政府\n2020年1月1日"
)


def test_provisions_tile_the_text():
    tiles = provisions(parse(TEXT))
    assert [tile.id for tile in tiles] == [
        "main",
        "main/l1_1",
        "main/l1_1/l2_1",
        "main/l1_2",
        "main~2",
    ]
    assert "".join(tile.span.of(TEXT) for tile in tiles) == TEXT


def test_a_provision_knows_the_headings_above_it():
    assert provisions(parse(TEXT))[2].path == ("一、总则",)


def test_an_article_is_one_provision():
    tiles = provisions(parse("某条例\n第一条 甲：\n（一）乙；\n（二）丙。\n丁。\n第二条 戊。"))
    assert [tile.id for tile in tiles] == ["main", "art_1", "art_2"]


def test_contents_are_not_searched():
    tiles = provisions(parse("某条例\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。"))
    assert [tile.searchable for tile in tiles if tile.id == "toc"] == [False]


def test_one_past_the_end_belongs_to_the_last():
    tiles = provisions(parse(TEXT))
    assert provision_at(tiles, len(TEXT)).id == "main~2"


def test_a_chapter_is_set_apart_from_its_title():
    node = parse("某条例\n第一章 总　则\n第一条 甲。").nodes[0]
    assert heading_text(node) == "第一章 总则"
