from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.documents import DocumentSummary
from policyviewer.domain.metadata import Metadata
from policyviewer.ui.models.library_rows import NO_KIND, library_rows, short_title


@pytest.fixture
def summaries(summary: DocumentSummary) -> list[DocumentSummary]:
    nameless = replace(summary, id="n", metadata=Metadata("工作手册", "工作手册"))
    law = replace(summary, id="l", metadata=Metadata("道路条例", "道路条例", kind="条例"))
    return [nameless, law, summary, replace(summary, id="two")]


def test_documents_stand_below_their_issuer_or_kind(summaries: list[DocumentSummary]):
    rows = library_rows(summaries)
    assert [row.text for row in rows] == ["青山县人民政府（2）", "条例（1）", f"{NO_KIND}（1）"]
    assert [child.key for child in rows[0].children] == ["opinion", "two"]


@pytest.mark.parametrize(("words", "found"), [("蔬菜", 2), ("手册", 1), ("青山县", 2), ("无", 0)])
def test_words_narrow_the_library(summaries: list[DocumentSummary], words: str, found: int):
    rows = library_rows(summaries, f" {words} ")
    assert sum(len(row.children) for row in rows) == found


def test_a_title_is_shown_without_the_issuer_its_group_names():
    assert short_title("青山县人民政府关于修路的意见") == "关于修路的意见"
    assert short_title("工作手册") == "工作手册"
