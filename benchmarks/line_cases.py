"""Single lines as the parser reads them: class, kind and label; see parser_cases.json."""

from __future__ import annotations

import json
from pathlib import Path

from policyviewer.domain.documents import NodeClass
from policyviewer.domain.headings import heading_of
from policyviewer.domain.line_kinds import LineKind, kind_of
from policyviewer.domain.markers import Marker, decimal_of, marker_of
from policyviewer.domain.text import lines_of
from policyviewer.domain.tree import DIVISIONS

Reading = tuple[str, str | None, str | None]
"""Class, kind (or number, for articles and divisions) and label."""

_KINDS = {
    LineKind.CONTENTS: "toc",
    LineKind.CONTENTS_ENTRY: "tocline",
    LineKind.FURNITURE: "furniture",
    LineKind.SECRECY: "secret",
    LineKind.URGENCY: "urgency",
    LineKind.DOCUMENT_NUMBER: "docno",
    LineKind.SIGNER: "signer",
    LineKind.TITLE_DATE: "titledate",
    LineKind.DATE: "date",
    LineKind.ANNOTATION: "annot",
    LineKind.ATTACHMENT_LIST: "attach_note",
    LineKind.ATTACHMENT: "attach",
    LineKind.COPIES_TO: "cc",
    LineKind.PRINTED: "printed",
    LineKind.ENUMERATION: "enum_para",
}


def differing(corpus: Path) -> tuple[int, list[tuple[str, Reading, Reading]]]:
    """Give the number of cases, and those that are read otherwise than they should be."""
    cases = json.loads((corpus / "parser_cases.json").read_text(encoding="utf-8"))
    wrong = []
    for case in cases:
        wanted = (case["class"], case["kind"], case["label"])
        found = reading_of(case["line"])
        if not _agrees(wanted, found):
            wrong.append((case["line"], wanted, found))
    return len(cases), wrong


def reading_of(printed: str) -> Reading:
    """Give what a line is that stands alone."""
    line = lines_of(printed)[0].text
    kind = kind_of(line)
    if kind in (LineKind.CONTENTS_ENTRY, LineKind.ENUMERATION):
        return _KINDS[kind], None, None
    marker = marker_of(line)
    if marker is not None and not marker.doubtful:
        return _of_marker(line, marker)
    decimal = decimal_of(line)
    if decimal is not None and kind is LineKind.BODY:
        return "DEC", None, None
    return _KINDS.get(kind, "body"), None, None


def _of_marker(line: str, marker: Marker) -> Reading:
    words = "".join(line[marker.length :].split())
    if marker.cls is NodeClass.ARTICLE:
        return "article", "".join(marker.text.split()).strip("第").replace("条", ""), None
    if marker.cls in DIVISIONS:
        return "struct", marker.text.removeprefix("第"), words
    if marker.cls is NodeClass.DASH:
        return "dash", None, None
    heading = heading_of(line, marker.length)
    return marker.cls.value, heading.kind.value, heading.label


def _agrees(wanted: Reading, found: Reading) -> bool:
    """Compare what the case names; a label that it leaves open agrees with any."""
    label = wanted[2] is None or wanted[2] == found[2]
    return wanted[:2] == found[:2] and label
