from __future__ import annotations

from datetime import UTC, datetime

from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.records import records
from policyviewer.domain.structure import parse
from policyviewer.domain.vocabulary import Words

WORDS = Words({"人民政府": 3000, "政": 100, "关于": 5000}, total=60_000_000)


def document(text):
    source = Source("甲.txt", "txt", "0" * 64, datetime(2020, 1, 1, tzinfo=UTC))
    return Document(DocumentId("甲"), 1, source, parse(text, WORDS))


def test_each_provision_with_words_is_a_record():
    found = list(records(document("某县人民*府关于修路的通知\n一、修路\n修好。")))
    assert [one.provision for one in found] == ["main", "main/l1_1"]
    assert found[0].restored.startswith("某县人民政府")
    assert len(found[0].restored) == len(found[0].text)


def test_contents_are_no_record():
    found = records(document("某条例\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。"))
    assert "toc" not in [one.provision for one in found]
