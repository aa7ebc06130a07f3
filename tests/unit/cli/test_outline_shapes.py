from __future__ import annotations

import json
from pathlib import Path

from policyviewer.cli import outline_shapes
from policyviewer.domain.structure import parse
from policyviewer.search.lexicon import DictionaryLexicon

OUTLINE_KEYS = {
    "source", "format", "title", "title_as_printed", "issuers", "document_number", "kind",
    "written", "published", "effective", "addressees", "text", "components", "nodes", "warnings",
}  # fmt: skip
NODE_KEYS = {
    "id", "parent", "component", "class", "marker", "number", "label", "heading_kind", "start",
    "end", "responsible",
}  # fmt: skip


def test_an_outline_has_every_promised_key():
    shape = outline_shapes.outline("a.txt", "txt", parse("关于修路的意见\n一、总则\n修路。\n"))
    assert set(shape) >= OUTLINE_KEYS
    assert all(set(node) >= NODE_KEYS for node in shape["nodes"])
    json.dumps(shape)


def test_a_node_spans_all_that_is_below_it():
    text = "关于修路的意见\n一、总则\n修路。\n二、附则\n"
    nodes = outline_shapes.outline("a.txt", "txt", parse(text))["nodes"]
    assert text[nodes[0]["start"] : nodes[0]["end"]].strip() == "一、总则\n修路。"


def test_the_seed_equals_its_gold_outline():
    root = Path(__file__).parents[3]
    gold = json.loads((root / "tests/data/seed_expected.json").read_text(encoding="utf-8"))
    text = (root / "resources/library" / gold["file"]).read_text(encoding="utf-8")
    shape = outline_shapes.outline("seed", "txt", parse(text, DictionaryLexicon()))
    for key in ("title", "title_as_printed", "issuers", "document_number", "written"):
        assert shape[key] == gold[key]
    assert f"{shape['kind_as_printed']} ({shape['kind']})" == gold["kind"]
    keys = ("class", "marker", "label", "heading_kind")
    assert [{key: node[key] for key in keys} for node in shape["nodes"]] == gold["nodes"]
