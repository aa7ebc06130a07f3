"""The report of an import as rows: what failed first, then what to look at, then the rest."""

from __future__ import annotations

from pathlib import Path

from policyviewer.app.import_report import ImportedFile, ImportFailure, ImportReport, Remark
from policyviewer.ui.models.level_names import levels_text
from policyviewer.ui.models.rows import Row

_MOST_FINDINGS = 5
"""Findings of a document that are told one by one; the page shows them all."""


def report_rows(report: ImportReport) -> list[Row]:
    """Give a group for each kind of outcome, with a row a file and its details below."""
    noticed = [one for one in report.documents if one.warnings]
    smooth = [one for one in report.documents if not one.warnings]
    groups = (
        ("没有导入", [_failure_row(one) for one in report.failed]),
        ("已导入，有提示", [_document_row(one) for one in noticed]),
        ("已导入", [_document_row(one) for one in smooth]),
        ("内容已在文库中", [_skipped_row(one.source, one.title) for one in report.skipped]),
    )
    rows = [
        Row(f"{name} {len(files)} 份", f"group-{at}", children=tuple(files))
        for at, (name, files) in enumerate(groups)
        if files
    ]
    copies = report.unchanged - len(report.skipped)
    if copies:
        rows.append(Row(f"没有变化 {copies} 份", "group-copies"))
    return rows


def _failure_row(one: ImportFailure) -> Row:
    details = tuple(Row(words, tip=words) for words in (one.reason, one.hint, one.source) if words)
    return Row(Path(one.source).name, tip=one.source, children=details)


def _skipped_row(source: str, title: str) -> Row:
    return Row(f"{Path(source).name}　与《{title}》相同", tip=source)


def _document_row(one: ImportedFile) -> Row:
    known = (one.document_number, one.written, f"第 {one.version} 版" if one.version > 1 else "")
    told = "　".join(("", *(words for words in known if words)))
    findings = [remark for remark in one.warnings if remark.span is not None]
    shown = [remark for remark in one.warnings if remark.span is None]
    shown += findings[:_MOST_FINDINGS]
    details = [_remark_row(remark) for remark in shown]
    if len(findings) > _MOST_FINDINGS:
        details.append(Row(f"另有 {len(findings) - _MOST_FINDINGS} 处疑似缺损，打开文件可以看到。"))
    levels = levels_text(one.levels) or "没有分条目"
    details += [Row(f"层级：{levels}"), Row(f"来源：{one.source}", tip=one.source)]
    words = f"《{one.title}》{told}"
    return Row(words, one.document, f"{words}\n{one.source}", one, tuple(details))


def _remark_row(remark: Remark) -> Row:
    mark = "提示" if remark.span is None else "缺损"
    return Row(f"{mark}：{remark.message}", tip=remark.message, value=remark.span)
