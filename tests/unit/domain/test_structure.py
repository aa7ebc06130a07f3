from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cost import assert_in_proportion

from policyviewer.domain.provisions import provisions
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.references import references_of
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Table
from policyviewer.search.lexicon import DictionaryLexicon

ROOT = Path(__file__).parents[3]
SIGNS = st.sampled_from("①“”《》（）\n\u3000。：*×令…")
PIECES = SIGNS | st.sampled_from(
    (
        "第一条",
        "第二章 ",
        "一、",
        "（一）",
        "(1)",
        "1.1 ",
        "附件",
        "关于",
        "的通知",
        "目录",
        "来源：",
        "本法第三条",
        "前款",
        "《甲乙》（国发〔2020〕1号）",
        "下列：",
        "自2020年1月1日起施行，有效期5年",
        "某县人民政府\n2020年1月1日\n",
        "附则\n",
        "甲名单\n",
        "\t",
    )
)


@pytest.fixture(scope="module")
def seed():
    gold = json.loads((ROOT / "tests/data/seed_expected.json").read_text(encoding="utf-8"))
    text = (ROOT / "resources/library" / gold["file"]).read_text(encoding="utf-8")
    return parse(text, DictionaryLexicon()), gold


def test_the_seed_has_its_nodes(seed):
    outline, gold = seed
    assert [
        {
            "class": one.cls,
            "marker": one.marker,
            "label": one.label,
            "heading_kind": one.heading_kind,
        }
        for one in outline.nodes
    ] == gold["nodes"]


def test_the_seed_keeps_caption_and_credits_out_of_the_text(seed):
    outline, gold = seed
    parts = {one.id: one.span.of(outline.text).split("\n") for one in outline.components}
    assert [line for line in parts["front"] if line] == gold["front"]
    assert parts["back"] == gold["back"]


def test_the_seeds_masks_are_restored_and_the_surname_is_left_alone(seed):
    outline, gold = seed
    masked = [one for one in outline.findings if one.code == "masked"]
    assert [(one.span.start, one.suggestion) for one in masked] == [
        (one["start"], one["restored"]) for one in gold["masks"]
    ]


def test_the_seeds_lost_digits_are_told_and_nothing_else(seed):
    outline, gold = seed
    lost = [one.span for one in outline.findings if one.code == "lost-digits"]
    for span, told in zip(lost, gold["missing_digits"], strict=True):
        assert told["start"] <= span.start < told["start"] + len(told["text"])
    assert {one.code for one in outline.findings} == {"masked", "lost-digits"}


@pytest.mark.parametrize("text", ["", "\n \u3000\n"])
def test_a_text_without_words_is_empty(text):
    outline = parse(text)
    assert outline.nodes == ()
    assert [one.code for one in outline.findings] == ["empty"]


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_parsed_without_loss(text):
    outline = parse(text)
    tiles = provisions(outline)
    assert "".join(tile.span.of(text) for tile in tiles) == text
    assert len({tile.id for tile in tiles}) == len(tiles)
    assert len({node.id for node in outline.nodes}) == len(outline.nodes)
    assert all(0 <= node.span.start <= node.span.end <= len(text) for node in outline.nodes)
    ids = {*(node.id for node in outline.nodes), *(one.id for one in outline.components)}
    assert all(one.target is None or one.target in ids for one in references_of(outline))


@given(st.lists(PIECES | st.just("\n"), max_size=40).map("".join), st.data())
def test_tables_anywhere_lose_nothing(text, data):
    begins = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    places = data.draw(st.lists(st.sampled_from(begins), max_size=6, unique=True).map(sorted))
    pairs = zip(places[::2], places[1::2], strict=False)
    spans = [TextRange(first, last - 1) for first, last in pairs]
    outline = parse(text, tables=[Table(span, ()) for span in spans])
    tiles = provisions(outline)
    assert "".join(tile.span.of(text) for tile in tiles) == text
    by_id = {node.id: node for node in outline.nodes}
    for node in outline.nodes:
        assert node.parent is None or by_id[node.parent].span.contains(node.span)


@pytest.mark.parametrize(
    "piece",
    [
        "（",
        "第一条",
        "“",
        "人民*府",
        "一、\n",
        "附件\n",
        "2020年1月1日",
        "关于的",
        "本法第一条第一款、",
        "《",
        "前款",
        "下列：\n",
        "年月日",
        "目录\n",
        "1.1 甲\n",
        "某县人民政府\n2020年1月1日\n",
        "甲名单\n",
        "人民**府",
        "附件1\n甲表\n",
    ],
)
def test_a_long_monotonous_text_takes_time_in_proportion(piece):
    assert parse(piece * 1_000).text == piece * 1_000
    assert_in_proportion(parse, lambda signs: piece * (signs // len(piece)), 40_000)
