"""The library as rows: by issuing body or kind, then by document."""

from __future__ import annotations

from collections.abc import Iterable

from policyviewer.domain.documents import DocumentSummary
from policyviewer.ui.models.rows import Row

NO_KIND = "其他文件"


def library_rows(summaries: Iterable[DocumentSummary], wanted: str = "") -> list[Row]:
    """Give the documents whose title, number or issuer holds the wanted words, grouped.

    Laws name no issuer in their titles: they stand by kind, behind the issuers.
    """
    issued: dict[str, list[Row]] = {}
    others: dict[str, list[Row]] = {}
    for one in summaries:
        if _matches(one, wanted.strip()):
            data = one.metadata
            if data.issuers:
                issued.setdefault(data.issuers[0], []).append(_document(one))
            else:
                others.setdefault(data.kind or NO_KIND, []).append(_document(one))
    last = others.pop(NO_KIND, [])
    groups = [*issued.items(), *others.items(), *([(NO_KIND, last)] if last else [])]
    return [Row(f"{name}（{len(rows)}）", tip=name, children=tuple(rows)) for name, rows in groups]


def _matches(one: DocumentSummary, wanted: str) -> bool:
    data = one.metadata
    fields = (data.title, data.document_number or "", *data.issuers)
    return not wanted or any(wanted in field for field in fields)


def _document(one: DocumentSummary) -> Row:
    data = one.metadata
    known = (data.title, data.document_number, data.kind, data.written, one.source.name)
    return Row(short_title(data.title), one.id, "\n".join(filter(None, known)), one)


def short_title(title: str) -> str:
    """Give a title without the issuer before 关于, which its group names already."""
    _issuer, about, subject = title.partition("关于")
    return f"关于{subject}" if about and subject else title
