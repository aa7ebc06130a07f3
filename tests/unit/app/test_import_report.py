from __future__ import annotations

from datetime import UTC, datetime

from policyviewer.app.editions import Decision, Outcome
from policyviewer.app.import_report import failure, imported_file, skipped_file
from policyviewer.domain.documents import (
    Document,
    DocumentId,
    DocumentSummary,
    NodeClass,
    Source,
)
from policyviewer.domain.errors import UserError
from policyviewer.domain.notices import Notice
from policyviewer.domain.structure import parse

TEXT = """青山县人民政府关于修路的通知
青政发〔2026〕7号
一、修路。
（一）先修石路。
（三）再修土路。
青山县人民政府
2026年4月1日
"""
SOURCE = Source("修路.docx", "docx", "ab" * 32, datetime(2026, 4, 1, tzinfo=UTC))
DOCUMENT = Document(
    DocumentId("a"), 2, SOURCE, parse(TEXT), (Notice("images", "有 1 幅图片没有读入。"),)
)
FORMER = DocumentSummary(DocumentId("a"), 1, SOURCE, DOCUMENT.outline.metadata, 9, 1)


def test_an_entry_tells_what_was_recognised():
    told = imported_file(DOCUMENT, Decision(Outcome.NEW))
    assert (told.title, told.document_number, told.written) == (
        "青山县人民政府关于修路的通知",
        "青政发〔2026〕7号",
        "2026-04-01",
    )
    assert dict(told.levels) == {NodeClass.L1: 1, NodeClass.L2: 2}


def test_notices_stand_before_findings_which_have_places():
    told = imported_file(DOCUMENT, Decision(Outcome.NEW)).warnings
    assert [(one.code, one.span is None) for one in told] == [
        ("images", True),
        ("number-gap", False),
    ]


def test_a_new_version_and_an_older_one_are_told():
    newer = imported_file(DOCUMENT, Decision(Outcome.UPDATED, FORMER)).warnings[1]
    older = imported_file(DOCUMENT, Decision(Outcome.UPDATED, FORMER, present=False)).warnings[1]
    assert (newer.code, older.code) == ("new-version", "older-version")
    assert "第 2 版" in newer.message
    assert "较早" in older.message


def test_failures_and_skipped_files_are_told():
    assert failure("坏.docx", UserError("读不了。", "另存。")).reason == "读不了。"
    assert skipped_file("另.pdf", FORMER).title == "青山县人民政府关于修路的通知"
