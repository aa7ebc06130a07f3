from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.provisions import provisions
from policyviewer.domain.structure import parse
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


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "piece", ["（", "第一条", "“", "人民*府", "一、\n", "附件\n", "2020年1月1日", "关于的"]
)
def test_a_long_monotonous_text_takes_no_longer_than_its_length(piece):
    text = piece * (200_000 // len(piece))
    assert parse(text).text == text
