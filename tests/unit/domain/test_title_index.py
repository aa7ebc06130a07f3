from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policyviewer.domain.documents import DocumentId, DocumentSummary, Source
from policyviewer.domain.metadata import Metadata
from policyviewer.domain.title_index import TitleIndex, keys_of


def summary(name, title, number=None):
    source = Source(name, "txt", name, datetime(2020, 1, int(name[-1]), tzinfo=UTC))
    data = Metadata(title, title, document_number=number)
    return DocumentSummary(DocumentId(name), 1, source, data, 1, 1).name


NAMES = TitleIndex(
    [
        summary("d1", "中华人民共和国水法（2016年修正）"),
        summary("d2", "某县人民政府关于甲的意见", "某政发〔2020〕5号"),
        summary("d3", "甲县人民政府关于乙的通知"),
        summary("d4", "丙县人民政府关于乙的通知"),
        summary("d5", "某县人民政府关于甲的意见"),
        summary("d6", "某县人民政府关于印发《甲办法》的通知"),
    ]
)


@pytest.mark.parametrize(
    ("title", "number", "document"),
    [
        ("水法", None, "d1"),
        ("中华人民共和国水法", None, "d1"),
        ("某县人民政府关于甲的意见", None, "d5"),
        ("某县人民政府关于甲的意见", "某政发[2020]5号", "d2"),
        (None, "某政发〔2020〕5号", "d2"),
        ("甲县人民政府关于乙的通知", None, "d3"),
        ("关于乙的通知", None, None),
        ("关于丁的通知", "某政发〔1999〕1号", None),
        (None, None, None),
        ("某县人民政府关于印发〈甲办法〉的通知", None, "d6"),
        ("关于印发甲办法的通知", None, "d6"),
    ],
)
def test_a_document_is_found_by_its_names(title, number, document):
    assert NAMES.find(title, number) == document


def test_all_documents_of_a_title_are_given_the_last_imported_first():
    assert NAMES.all_of("某县人民政府关于甲的意见", None) == ["d5", "d2"]
    assert NAMES.all_of("关于乙的通知", None) == []


def test_a_document_is_named_with_and_without_its_issuer():
    assert keys_of("某县人民政府关于甲的意见") == {"某县人民政府关于甲的意见", "关于甲的意见"}
    assert keys_of("中华人民共和国水法（2016年修正）") == {"水法"}
    assert keys_of("印发《甲》的通知") == {"印发《甲》的通知", "印发〈甲〉的通知", "印发甲的通知"}
