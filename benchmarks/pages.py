"""The texts of State Council pages, one line a paragraph and one a table row, for measuring.

The product's own importer is measured elsewhere; this reader stays as it is, so that gold
which names lines keeps naming the same ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from typing_extensions import override

_BLOCKS = frozenset({"p", "div", "br", "h1", "h2", "h3", "h4", "li", "center"})
_CONTENT = "UCAP-CONTENT"
_BLANKS = re.compile(r"[ \n\r\t\xa0]+")


def pages(corpus: Path) -> Iterator[tuple[dict[str, str], str]]:
    """Give the pages: what their tables say of them, and their text alone."""
    for line in (corpus / "govcn/metadata.jsonl").read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        reader = _PageReader()
        reader.feed((corpus / "govcn" / said["file"]).read_text(encoding="utf-8"))
        yield said, "\n".join(reader.lines)


@dataclass
class _PageReader(HTMLParser):
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._cells = 0
        """How many cells are open from the one of the content on; 0 outside of it."""
        self._row: list[str] = []
        self._words: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("td", "th"):
            if self._cells or dict(attrs).get("id") == _CONTENT:
                self._end_line()
                self._cells += 1
        elif tag in _BLOCKS:
            self._end_line()

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cells:
            if self._cells > 1:
                self._row.append(self._taken())
            else:
                self._end_line()
            self._cells -= 1
        elif tag == "tr" and self._row:
            self.lines.append("\t".join(self._row))
            self._row = []
        elif tag in _BLOCKS:
            self._end_line()

    @override
    def handle_data(self, data: str) -> None:
        if self._cells:
            self._words.append(data)

    def _end_line(self) -> None:
        """Within a cell of a table paragraphs go on in the same line."""
        if self._cells > 1:
            self._words.append(" ")
        elif words := self._taken():
            self.lines.append(words)

    def _taken(self) -> str:
        words = _BLANKS.sub(" ", "".join(self._words)).strip()
        self._words = []
        return words
