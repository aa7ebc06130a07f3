from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyviewer.app.shelves import open_shelf
from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.structure import parse

TEXT = """青山县人民政府关于合作的意见
（2020年7月30日）
一、与重庆市合作，修建成渝高铁。
二、重庆先行，财政部支持。
"""


@pytest.fixture
def library(cli, tmp_path: Path):
    source = Source("合作.txt", "txt", "0" * 64, datetime(2026, 5, 1, 4, tzinfo=UTC))
    with closing(open_shelf(tmp_path / "lib", writable=True)) as shelf:
        shelf.documents.save(Document(DocumentId("together"), 1, source, parse(TEXT)))
    return cli


def named(shown: object) -> dict[str, tuple[str, int, int]]:
    assert isinstance(shown, list)
    return {one["name"]: (one["kind"], one["provisions"], one["documents"]) for one in shown}


def test_names_are_told_with_their_counts(library):
    found = named(library("names", "--json").json)
    assert found["重庆"] == ("place", 2, 1)
    assert found["财政部"] == ("body", 1, 1)
    assert found["成渝高铁"] == ("project", 1, 1)


def test_one_kind_and_one_document(library):
    places = named(library("names", "--kind", "place", "--in", "合作", "--json").json)
    assert set(places) == {"重庆", "青山县"}


def test_people_are_told_in_lines(library):
    out = library("names").out
    assert "地名（" in out
    assert "重庆（也作重庆市）  2 条，1 份文件" in out


def test_an_empty_library_and_an_unknown_document(cli):
    assert cli("names", "--json").json == []
    told = cli("names", "--in", "没有这份")
    assert (told.status, "Traceback" in told.err) == (1, False)
