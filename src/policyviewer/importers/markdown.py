"""Markdown: the words without the marks; tables as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.domain.patterns import regex
from policyviewer.importers.base import Extract
from policyviewer.importers.text import cleaned, decoded
from policyviewer.importers.writing import TableCell, TextWriter

SUFFIXES = (".md", ".markdown")
_HEADING = regex(r" {0,3}#{1,6}(?!#)")
_FENCE = regex(r"^ {0,3}(```|~~~)")
_RULE = regex(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$")
_DIVIDER = regex(r":?-+:?")
_QUOTED = regex(r"^ {0,3}(?:>[ ]?)+")
_BULLET = regex(r"^(\s*)[*+-][ \t]+(?=\S)")
_CELL = regex(r"(?<!\\)\|")
_LITERAL = regex(r"\\([\\`*_{}\[\]()#+\-.!|>~])|(?<!`)(`+)(?!`)([^`\n]{1,2000})\2(?!`)")
"""What stands for itself: a mark behind a backslash, and code."""
_MARKED = frozenset("\\`*_~[<")
"""One of these is in every mark within a line."""
_STANDING = regex("\x00(\\d+)\x01")
_INLINE = (
    (regex(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)"), r"\1"),
    (regex(r"\[([^\[\]]{1,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)"), r"\1"),
    (regex(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (regex(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (regex(r"(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (
        regex(r"(?<![A-Za-z0-9_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![A-Za-z0-9_])"),
        r"\2",
    ),
    (regex(r"~~([^~\n]{1,2000})~~"), ""),
)
"""Marks within a line; struck-out words are left out, as those that a revision deletes."""


class MarkdownImporter:
    """Reads Markdown; only a name tells it from plain text, see ``registry``."""

    format = "md"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are text, which Markdown is."""
        return decoded(data) is not None

    def extract(self, data: bytes, name: str) -> Extract:
        """Give the paragraphs and tables; raises UnreadableDocumentError."""
        text = decoded(data)
        if text is None:
            raise UnreadableDocumentError(
                f"“{name}”不是文本文件，或已经损坏。", "请检查是否选错了文件。"
            )
        writer = TextWriter()
        lines = _without_front_matter(cleaned(text).split("\n"))
        for block in _blocks(lines):
            if isinstance(block, str):
                writer.paragraph(block)
            else:
                writer.table(block)
        return writer.extract()


def _without_front_matter(lines: list[str]) -> list[str]:
    """Leave out what stands between two lines of --- at the very beginning."""
    if lines[0].strip() != "---":
        return lines
    end = next((at for at, line in enumerate(lines[1:200], 1) if line.strip() == "---"), None)
    return lines if end is None else lines[end + 1 :]


def _blocks(lines: Sequence[str]) -> Iterator[str | list[list[TableCell]]]:
    at = 0
    fence = ""
    while at < len(lines):
        line = lines[at]
        mark = _FENCE.match(line)
        if mark is not None and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        elif fence:
            yield line
        elif length := _table_length(lines, at):
            yield [_row(one) for one in (line, *lines[at + 2 : at + length])]
            at += length - 1
        elif not _RULE.match(line):
            yield plain(line)
        at += 1


def _table_length(lines: Sequence[str], at: int) -> int:
    """Give how many lines the table has that begins here: a row, a divider, more rows."""
    if "|" not in lines[at] or at + 1 >= len(lines) or not _is_divider(lines[at + 1]):
        return 0
    end = at + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end - at


def _is_divider(line: str) -> bool:
    inside = line.strip().removeprefix("|").removesuffix("|")
    return "|" in line and all(_DIVIDER.fullmatch(cell.strip()) for cell in inside.split("|"))


def _row(line: str) -> list[TableCell]:
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [TableCell(plain(cell.strip())) for cell in _CELL.split(inside)]


def plain(line: str) -> str:
    """Give a line without its marks."""
    heading = _HEADING.match(line)
    if heading:
        words = _closed(line[heading.end() :].strip(" \t\u3000"))
    else:
        words = _BULLET.sub(r"\1", _QUOTED.sub("", line))
    if _MARKED.isdisjoint(words):
        return words
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1] or found[3])
        return f"\x00{len(kept) - 1}\x01"

    words = _LITERAL.sub(keep, words)
    for pattern, left in _INLINE:
        words = pattern.sub(left, words)
    return _STANDING.sub(lambda found: kept[int(found[1])], words)


def _closed(words: str) -> str:
    """Give a heading without the marks that may close it, which blanks set apart."""
    open_ = words.rstrip("#")
    return open_.rstrip() if not open_ or open_[-1] in " \t" else words
