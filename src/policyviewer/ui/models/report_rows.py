"""The report of an import as rows: what failed first, then what to look at, then the rest."""

from __future__ import annotations

from pathlib import Path

from policyviewer.app.import_report import ImportedFile, ImportFailure, ImportReport, Remark
from policyviewer.ui.models.level_names import levels_text
from policyviewer.ui.models.rows import Row
from policyviewer.ui.translation import tr

_MOST_FINDINGS = 5
"""Findings of a document that are told one by one; the page shows them all."""


def report_rows(report: ImportReport) -> list[Row]:
    """Give a group for each kind of outcome, with a row a file and its details below."""
    noticed = [one for one in report.documents if one.warnings]
    smooth = [one for one in report.documents if not one.warnings]
    groups = (
        (tr("没有导入"), [_failure_row(one) for one in report.failed]),
        (tr("已导入，有提示"), [_document_row(one) for one in noticed]),
        (tr("已导入"), [_document_row(one) for one in smooth]),
        (tr("内容已在文库中"), [_skipped_row(one.source, one.title) for one in report.skipped]),
    )
    rows = [
        Row(
            tr("{name} {count} 份").format(name=name, count=len(files)),
            f"group-{at}",
            children=tuple(files),
        )
        for at, (name, files) in enumerate(groups)
        if files
    ]
    copies = report.unchanged - len(report.skipped)
    if copies:
        rows.append(Row(tr("没有变化 {copies} 份").format(copies=copies), "group-copies"))
    return rows


def _failure_row(one: ImportFailure) -> Row:
    details = tuple(Row(words, tip=words) for words in (one.reason, one.hint, one.source) if words)
    return Row(Path(one.source).name, tip=one.source, children=details)


def _skipped_row(source: str, title: str) -> Row:
    return Row(
        tr("{name}　与《{title}》相同").format(name=Path(source).name, title=title), tip=source
    )


def _document_row(one: ImportedFile) -> Row:
    known = (
        one.document_number,
        one.written,
        tr("第 {version} 版").format(version=one.version) if one.version > 1 else "",
    )
    told = "　".join(("", *(words for words in known if words)))
    findings = [remark for remark in one.warnings if remark.span is not None]
    shown = [remark for remark in one.warnings if remark.span is None]
    shown += findings[:_MOST_FINDINGS]
    details = [_remark_row(remark) for remark in shown]
    if len(findings) > _MOST_FINDINGS:
        details.append(
            Row(
                tr("另有 {value} 处疑似缺损，打开文件可以看到。").format(
                    value=len(findings) - _MOST_FINDINGS
                )
            )
        )
    levels = levels_text(one.levels) or tr("没有分条目")
    details += [
        Row(tr("层级：{levels}").format(levels=levels)),
        Row(tr("来源：{source}").format(source=one.source), tip=one.source),
    ]
    words = f"《{one.title}》{told}"
    return Row(words, one.document, f"{words}\n{one.source}", one, tuple(details))


def _remark_row(remark: Remark) -> Row:
    mark = tr("提示") if remark.span is None else tr("缺损")
    return Row(f"{mark}：{remark.message}", tip=remark.message, value=remark.span)
