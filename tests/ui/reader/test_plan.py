from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.documents import Document
from policyviewer.domain.structure import parse
from policyviewer.domain.text import BLANKS
from policyviewer.ui.reader.blocks import Block, BlockKind, Face
from policyviewer.ui.reader.plan import LONGEST_BLOCK, PagePlan, plan

TEXTS = st.text("一二、第条章（）()。，\n 　年7月30日关于的通知附件:*𠀀", max_size=300)


def shown(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(text)) for block in plan(parse(text))]


def faces(block: Block, text: str) -> list[tuple[str, Face]]:
    return [(run.span.of(text), run.face) for run in block.runs]


@pytest.fixture
def seed_blocks(seed: Document) -> list[tuple[BlockKind, str]]:
    text = seed.outline.text
    return [(block.kind, block.span.of(text)) for block in plan(seed.outline)]


def test_the_seed_begins_as_on_paper(seed_blocks: list[tuple[BlockKind, str]]):
    assert seed_blocks[:5] == [
        (BlockKind.CAPTION, "剑榕高速公路平比大桥。李长华摄"),
        (BlockKind.TITLE, "中共贵州省委贵州省人民*府"),
        (BlockKind.TITLE, "关于建立更加有效的区域协调发展新机制的实施意见"),
        (BlockKind.UNDER_TITLE, "(年7月30日)"),
        (BlockKind.BODY, seed_blocks[4][1]),
    ]
    assert seed_blocks[4][1].startswith("为贯彻落实")


def test_the_seed_ends_with_its_back_matter(seed_blocks: list[tuple[BlockKind, str]]):
    assert [kind for kind, _ in seed_blocks[-3:]] == [
        BlockKind.FIRST_BACK,
        BlockKind.BACK,
        BlockKind.BACK,
    ]


def test_a_run_in_heading_is_kaiti_up_to_its_full_stop(seed: Document):
    text = seed.outline.text
    first = next(block for block in plan(seed.outline) if block.kind is BlockKind.L2)
    assert faces(first, text)[0] == ("(一)全力推动新时代西部大开发形成新格局。", Face.KAITI)
    assert faces(first, text)[1][1] is Face.BODY


def test_a_first_level_heading_is_heiti(seed: Document):
    first = next(block for block in plan(seed.outline) if block.kind is BlockKind.L1)
    assert faces(first, seed.outline.text) == [("一、加快融入国家重大区域战略", Face.HEITI)]


def test_an_article_has_a_heiti_marker():
    text = "某某条例\n第一条 为了发展，制定本条例。\n第二条 本条例自公布之日起施行。"
    article = next(block for block in plan(parse(text)) if block.kind is BlockKind.ARTICLE)
    assert faces(article, text)[0] == ("第一条", Face.HEITI)


def test_history_below_a_title_is_small():
    text = "某某条例\n\n2015年12月27日 某某会议通过\n\n第一条 为了发展，制定本条例。"
    assert shown(text)[1] == (BlockKind.UNDER_TITLE, "2015年12月27日 某某会议通过")


def test_the_addressees_stand_without_indent():
    title = "某某县人民政府关于放假的通知\n（2020年7月30日）"
    text = f"{title}\n各乡镇人民政府：\n现将有关事项通知如下。\n一、时间"
    assert (BlockKind.ADDRESSEE, "各乡镇人民政府：") in shown(text)


def test_issuer_and_date_at_the_end_are_a_signature():
    text = "某某通知\n一、现将事项通知如下。\n某某县人民政府\n2020年7月30日"
    kinds = [kind for kind, _ in shown(text)]
    assert kinds[-2:] == [BlockKind.SIGNATURE, BlockKind.SIGNATURE]


def test_blanks_around_a_line_are_not_shown():
    assert [words for _, words in shown("　　正文。 \r\n\n  又一段。")] == ["正文。", "又一段。"]


def test_an_empty_text_has_no_blocks():
    assert plan(parse("")) == ()


def test_a_giant_paragraph_is_cut_at_sentences():
    text = "这一句有十个字左右吧。" * 2_000
    blocks = plan(parse(text))
    assert max(block.span.length for block in blocks) <= LONGEST_BLOCK
    assert all(block.span.of(text).endswith("。") for block in blocks)
    assert {block.kind for block in blocks[1:]} == {BlockKind.CONTINUED}


@given(TEXTS)
def test_every_character_that_is_not_blank_stands_on_the_page_once(text: str):
    outline = parse(text)
    blocks = plan(outline)
    on_page = [at for block in blocks for at in range(block.span.start, block.span.end)]
    assert on_page == sorted(set(on_page))
    words = {at for at, sign in enumerate(outline.text) if sign not in BLANKS + "\n"}
    assert words <= set(on_page)


@given(TEXTS)
def test_runs_are_their_block(text: str):
    for block in plan(parse(text)):
        ends = [block.span.start, *(run.span.end for run in block.runs)]
        assert [run.span.start for run in block.runs] == ends[:-1]
        assert ends[-1] == block.span.end


@given(TEXTS, st.integers(0, 40))
def test_stretches_together_are_the_whole_page(text: str, cut: int):
    page = PagePlan(parse(text))
    middle = min(cut, page.lines)
    assert page.items(0, middle) + page.items(middle, page.lines) == page.items(0, page.lines)


@given(TEXTS, st.integers(0, 300))
def test_a_code_point_stands_in_its_line(text: str, at: int):
    page = PagePlan(parse(text))
    line = page.line_at(at)
    assert page.start_of(line) <= at
    assert at < page.start_of(line + 1) or line == page.lines - 1


def test_the_text_after_a_table_of_contents_is_no_contents():
    text = "某条例\n目录\n第一章 甲\n第二章 乙\n第一章 甲\n第一条 丙。\n第二章 乙\n第二条 丁。"
    kinds = [kind for kind, _words in shown(text)]
    assert kinds == [
        BlockKind.TITLE,
        *[BlockKind.TOC] * 3,
        BlockKind.CHAPTER,
        BlockKind.ARTICLE,
        BlockKind.CHAPTER,
        BlockKind.ARTICLE,
    ]


def test_a_page_number_does_not_make_what_follows_small():
    text = "某办法\n第一条　甲。\n— 1 —\n第二条　乙。"
    assert [kind for kind, _words in shown(text)][2:] == [BlockKind.CAPTION, BlockKind.ARTICLE]


def test_a_history_over_several_lines_is_small_to_its_end():
    text = "某办法\n（2019年1月1日公布\n根据某决定修正\n2020年1月1日再次修正）\n第一条　甲。"
    assert [kind for kind, _words in shown(text)][1:] == [
        *[BlockKind.UNDER_TITLE] * 3,
        BlockKind.ARTICLE,
    ]


def test_an_attachment_has_its_title_below_its_number():
    text = "关于甲的通知\n一、乙。\n某县人民政府\n2020年1月1日\n附件1\n丙工作方案\n丁。"
    assert (BlockKind.TITLE, "丙工作方案") in shown(text)


def test_a_title_breaks_at_good_places_where_few_characters_fit():
    text = "青山县人民政府\n关于促进农村公路养护的实施意见\n各乡镇：\n一、总体要求\n"
    page = PagePlan(parse(text), 12)
    titles = [block.span.of(text) for block in page.items(0, 2) if block.kind is BlockKind.TITLE]
    assert titles == ["青山县人民政府", "关于促进农村公路养护的", "实施意见"]
