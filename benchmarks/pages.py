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

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Table

_BLOCKS = frozenset({"p", "div", "br", "h1", "h2", "h3", "h4", "li", "center"})
_CONTENT = "UCAP-CONTENT"
_BLANKS = re.compile(r"[ \n\r\t\xa0]+")


@dataclass(frozen=True)
class Page:
    """A page's text alone, the tables in it, and what the page's own table says of it."""

    said: dict[str, str]
    text: str
    tables: tuple[Table, ...]


def pages(corpus: Path) -> Iterator[Page]:
    """Give the pages in the order of their file names."""
    for line in (corpus / "govcn/metadata.jsonl").read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        reader = _PageReader()
        reader.feed((corpus / "govcn" / said["file"]).read_text(encoding="utf-8"))
        yield Page(said, "\n".join(reader.lines), tuple(_tables(reader)))


def _tables(reader: _PageReader) -> Iterator[Table]:
    starts = [0]
    for line in reader.lines:
        starts.append(starts[-1] + len(line) + 1)
    for first, last in reader.tables:
        yield Table(TextRange(starts[first], starts[last] - 1), ())


@dataclass
class _PageReader(HTMLParser):
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._cells = 0
        """How many cells are open from the one of the content on; 0 outside of it."""
        self.tables: list[tuple[int, int]] = []
        """The lines of each table, the last excluded."""
        self._depth = 0
        self._row: list[str] = []
        self._words: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("td", "th"):
            if self._cells or dict(attrs).get("id") == _CONTENT:
                self._end_line()
                self._cells += 1
        elif tag == "table" and self._cells:
            self._end_line()
            self._depth += 1
            if self._depth == 1:
                self.tables.append((len(self.lines), len(self.lines)))
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
        elif tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self.tables[-1] = (self.tables[-1][0], len(self.lines))
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
