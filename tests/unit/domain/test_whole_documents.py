"""Whole documents, written for this test and annotated line by line.

The ids are a promise: notes, bookmarks and links are anchored to them, so a later parser must
give the same ones for the same text.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import asdict
from pathlib import Path

import pytest

from policyviewer.domain.provisions import provisions
from policyviewer.domain.references import references_of
from policyviewer.domain.structure import parse

FOLDER = Path(__file__).parents[2] / "data/documents"
DOCUMENTS = sorted(FOLDER.glob("*.txt"))


def shape(text):
    """Give an outline by line numbers, as the annotations have it."""
    outline = parse(text)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def line_of(at):
        return bisect_right(starts, at) - 1

    known = {name: value for name, value in asdict(outline.metadata).items() if value}
    return {
        "metadata": json.loads(json.dumps(known)),
        "components": [
            f"{line_of(one.span.start)} {one.id} {one.kind} {one.title}".rstrip()
            for one in outline.components
        ],
        "nodes": [
            f"{line_of(one.span.start)}-{line_of(one.span.end - 1)} {one.id} {one.cls} "
            f"{one.heading_kind} {one.marker} {one.label}"
            + (f" ［{one.responsible}］" if one.responsible else "")
            for one in outline.nodes
        ],
        "references": [
            f"{line_of(one.span.start)} {one.span.of(text)} → {one.target or one.title}"
            for one in references_of(outline)
        ],
        "findings": [
            f"{line_of(one.span.start)} {one.code} {one.span.of(text)}" for one in outline.findings
        ],
    }


def test_there_are_documents():
    assert len(DOCUMENTS) >= 8


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_it_was_annotated(path):
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert shape(path.read_text(encoding="utf-8")) == gold


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_nothing_of_a_document_is_lost(path):
    text = path.read_text(encoding="utf-8")
    assert "".join(tile.span.of(text) for tile in provisions(parse(text))) == text
