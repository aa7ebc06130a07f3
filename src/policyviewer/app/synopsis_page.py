"""A comparison as one web page that needs nothing besides itself: no script, no other file."""

from __future__ import annotations

import html
from collections.abc import Sequence

from policyviewer.app.synopsis_cells import Mark, Paragraph, Run
from policyviewer.app.synopsis_sheet import LEGEND, Sheet

_STYLE = (
    "body{font-family:FangSong,仿宋,SimSun,serif;max-width:80em;margin:2em auto;padding:0 1em;"
    "line-height:1.7;color:#1f2328;background:#fff}"
    "h1{font-family:SimHei,黑体,sans-serif;font-size:1.4em;text-align:center}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "th,td{border:1px solid #8a8f96;padding:.4em .6em;vertical-align:top;text-align:left}"
    "th{background:#eef1f5}th:last-child,td:last-child{width:16%}"
    "td p{margin:0;text-indent:2em}del{color:#a01c14;background:#fdeceb}"
    "ins{color:#0b5a28;background:#e7f5ea;font-weight:bold}"
    "i{font-style:normal;color:#5f646b}thead{display:table-header-group}"
    "@media print{body{margin:0;max-width:none}@page{size:A4 landscape}}"
)
_TAGS = {Mark.REMOVED: "del", Mark.ADDED: "ins", Mark.NUMBER: "b", Mark.REMARK: "i"}


def page_of(sheet: Sheet) -> bytes:
    """Give the page, in UTF-8."""
    names = "".join(f"<th>{_escaped(words)}</th>" for words in sheet.headings)
    rows = "\n".join(
        f'<tr class="{(row.carried or row.change).value}">'
        f"<td>{_told(old)}</td><td>{_told(new)}</td><td>{_escaped(remark)}</td></tr>"
        for row, old, new, remark in sheet.rows
    )
    head = "".join(f"<p>{_escaped(words)}</p>" for words in (*sheet.remarks, LEGEND))
    title = _escaped(sheet.title)
    page = (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>{head}"
        f"<table><thead><tr>{names}</tr></thead><tbody>\n{rows}\n</tbody></table></body></html>\n"
    )
    return page.encode("utf-8", "replace")


def _told(paragraphs: Sequence[Paragraph]) -> str:
    return "".join(f"<p>{''.join(map(_tagged, paragraph))}</p>" for paragraph in paragraphs)


def _tagged(run: Run) -> str:
    tag = _TAGS.get(run.mark)
    words = _escaped(run.text)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _escaped(words: str) -> str:
    return html.escape(words)
