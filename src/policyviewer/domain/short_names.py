"""What a document is called after its first mention: 以下简称《立法法》, 以下简称《意见》."""

from __future__ import annotations

from policyviewer.domain.metadata import Metadata
from policyviewer.domain.patterns import regex

_STATE = "中华人民共和国"
_EDITION = regex(r"[（(][^（）()]*[）)]$")
_KINDS = (
    "实施意见", "指导意见", "实施细则", "实施办法", "实施方案", "工作方案", "管理办法", "条例",
    "办法", "规定", "细则", "意见", "通知", "决定", "方案", "规划", "通告", "公告", "批复", "规则",
    "决议", "纪要", "函",
)  # fmt: skip
"""The last words of titles by which documents are called, the longer ones first."""


def short_name(metadata: Metadata) -> str:
    """Give the name a document is called by, "" where its title offers none.

    Of a law the title without the name of the state, of any other document its kind: what is
    customary in official documents.
    """
    title = _EDITION.sub("", metadata.title)
    if title.startswith(_STATE) and len(title) > len(_STATE) + 1:
        return title.removeprefix(_STATE)
    return next((kind for kind in _KINDS if title.endswith(kind) and title != kind), "")
