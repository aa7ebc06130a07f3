from __future__ import annotations

from policyviewer.app.import_report import (
    ImportedFile,
    ImportFailure,
    ImportReport,
    Remark,
    SkippedFile,
)
from policyviewer.domain.documents import DocumentId, NodeClass
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.report_rows import report_rows


def document(name: str, *remarks: Remark) -> ImportedFile:
    return ImportedFile(
        f"来文/{name}.docx", DocumentId(name), f"关于{name}的通知", "青政发〔2026〕3号",
        "2026-01-02",
        1, True, ((NodeClass.L1, 3),), remarks,
    )  # fmt: skip


def test_what_failed_stands_first_and_what_went_well_last():
    report = ImportReport(
        imported=2,
        unchanged=3,
        failed=[ImportFailure("来文/坏.pdf", "打不开。", "重新取得。")],
        documents=[document("修路"), document("架桥", Remark("images", "有图片。"))],
        skipped=[SkippedFile("来文/另.pdf", DocumentId("修路"), "关于修路的通知")],
    )
    rows = report_rows(report)
    assert [row.text for row in rows] == [
        "没有导入 1 份",
        "已导入，有提示 1 份",
        "已导入 1 份",
        "内容已在文库中 1 份",
        "没有变化 2 份",
    ]
    assert [row.text for row in rows[0].children[0].children] == [
        "打不开。",
        "重新取得。",
        "来文/坏.pdf",
    ]


def test_a_document_tells_what_was_recognised():
    (group,) = report_rows(ImportReport(documents=[document("修路")]))
    (row,) = group.children
    assert row.text == "《关于修路的通知》　青政发〔2026〕3号　2026-01-02"
    assert [one.text for one in row.children] == ["层级：“一、” 3", "来源：来文/修路.docx"]
    assert row.key == "修路"


def test_notices_stand_before_findings_of_which_few_are_told():
    findings = [Remark("number-gap", f"缺第{n}项。", TextRange(n, n)) for n in range(9)]
    told = document("修路", *findings, Remark("images", "有图片。"))
    (group,) = report_rows(ImportReport(documents=[told]))
    words = [one.text for one in group.children[0].children]
    assert words[:2] == ["提示：有图片。", "缺损：缺第0项。"]
    assert words[6] == "另有 4 处疑似缺损，打开文件可以看到。"
