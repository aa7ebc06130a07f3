"""The library as rows: by issuing body, then by document."""

from __future__ import annotations

from collections.abc import Iterable

from policyviewer.domain.documents import DocumentSummary
from policyviewer.ui.models.rows import Row

NO_ISSUER = "其他文件"


def library_rows(summaries: Iterable[DocumentSummary], wanted: str = "") -> list[Row]:
    """Give the documents whose title, number or issuer holds the wanted words, grouped."""
    groups: dict[str, list[Row]] = {}
    for one in summaries:
        if _matches(one, wanted.strip()):
            issuer = one.metadata.issuers[0] if one.metadata.issuers else NO_ISSUER
            groups.setdefault(issuer, []).append(_document(one))
    named = [name for name in groups if name != NO_ISSUER]
    named += [NO_ISSUER] if NO_ISSUER in groups else []
    return [
        Row(f"{name}（{len(groups[name])}）", tip=name, children=tuple(groups[name]))
        for name in named
    ]


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
