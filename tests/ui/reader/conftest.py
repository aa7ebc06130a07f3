"""Documents and a pane for the tests of the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document, DocumentId, Outline, Source
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.structure import parse
from policyviewer.domain.tables import Cell, Table
from policyviewer.importers.tabbed import tables_in
from policyviewer.ui.reader.pane import ReaderPane

SEED = Path(__file__).parents[3] / "resources" / "library" / "000_58f006bc1ad22d16.txt"

MakeDocument = Callable[[str], Document]
Place = tuple[int, int, int, int]
"""Row and column, and how many of each a cell takes up."""

DUTIES = "\n".join(
    (
        "关于印发任务分工的通知",
        "各区人民政府：",
        "序号\t任务\t单位",
        "1\t加快水厂改造，提升水质\t市水务局",
        "2\t更新老旧管网\t市住建局",
        "请认真落实。",
    )
)


def outline_of(text: str) -> Outline:
    return parse(text, tables=tables_in(text))


def long_table_text(rows: int) -> str:
    lines = (f"{row}\t第{row}号项目\t某某公司\t{row * 37 % 1000 + 0.5}" for row in range(1, rows))
    return "\n".join(("项目清单", "编号\t名称\t单位\t投资", *lines, "以上共计。"))


def table_text(cells: Sequence[tuple[Place, str]], rows: int) -> str:
    return "\n".join(
        "\t".join(words for place, words in cells if place[0] == row) for row in range(rows)
    )


def laid(
    cells: Sequence[tuple[Place, str]], rows: int, before: str = "", behind: str = ""
) -> Outline:
    """Give the outline of a text with a table of these cells between two others."""
    body = table_text(cells, rows)
    at = len(before)
    made: list[Cell] = []
    for row in range(rows):
        for (_, column, high, wide), words in (one for one in cells if one[0][0] == row):
            made.append(Cell(TextRange(at, at + len(words)), row, column, high, wide))
            at += len(words) + 1
        at += not any(one[0][0] == row for one in cells)
    table = Table(TextRange(len(before), len(before) + len(body)), tuple(made))
    return parse(before + body + behind, tables=(table,))


@st.composite
def outlines_drawn(draw: st.DrawFn) -> Outline:
    """Draw a text with one table: merged, empty and missing cells, words of all kinds."""
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(1, 5))
    free = {(row, column) for row in range(rows) for column in range(columns)}
    cells: list[tuple[Place, str]] = []
    for row, column in sorted(free):
        if (row, column) not in free or draw(st.integers(0, 9)) == 0:
            continue
        high, wide = draw(st.integers(1, rows - row)), draw(st.integers(1, columns - column))
        mine = {(row + down, column + right) for down in range(high) for right in range(wide)}
        if not mine <= free:
            mine, high, wide = {(row, column)}, 1, 1
        free -= mine
        cells.append(((row, column, high, wide), draw(st.text("甲乙𠀀1a, 　\u2028", max_size=6))))
    before = draw(st.sampled_from(("", "前言\n", "一、甲\n乙𠀀丙\n")))
    behind = draw(st.sampled_from(("", "\n后文", "\n\n　后文\n")))
    return laid(cells, rows, before, behind)


def document_of(text: str) -> Document:
    source = Source("test.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return Document(DocumentId("test"), 1, source, outline_of(text))


def law_text(articles: int) -> str:
    sentence = "县级以上人民政府应当加强对本行政区域内有关工作的领导，建立协调机制。"
    lines = [f"第{number}条　{sentence}" for number in range(1, articles + 1)]
    return "\n".join(["某某管理办法", *lines])


@pytest.fixture
def make_document() -> MakeDocument:
    return document_of


@pytest.fixture
def seed() -> Document:
    return document_of(SEED.read_text(encoding="utf-8"))


@pytest.fixture
def law() -> Document:
    """Give a text of 700 lines, which takes more than one slice."""
    return document_of(law_text(700))


@pytest.fixture(scope="session")
def compendium() -> Document:
    """Give a text of 79 chapters, longer than what stands on the page as a whole."""
    article = "县级以上人民政府应当加强对有关工作的领导，建立协调机制，明确责任分工。" * 20
    chapters = (f"第{n}章　总则\n" + f"第{n}条　{article}\n" * 10 for n in range(1, 80))
    return document_of("某某汇编\n" + "".join(chapters))


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(784, 652)
    pane.show()
    return pane


@pytest.fixture
def show(pane: ReaderPane, qtbot: QtBot) -> Callable[..., None]:
    def show(document: Document, at: int = 0) -> None:
        pane.show_document(document, at)
        qtbot.waitUntil(lambda: not pane.filling)

    return show


@pytest.fixture(scope="session")
def tabbed() -> Callable[[str], Outline]:
    """Give what makes the outline of a text with tables set by tabs."""
    return outline_of


@pytest.fixture(scope="session")
def lay() -> Callable[..., Outline]:
    """Give what makes the outline of a text with a table of given cells."""
    return laid


@pytest.fixture(scope="session")
def outlines() -> st.SearchStrategy[Outline]:
    return outlines_drawn()


@pytest.fixture(scope="session")
def duties() -> Outline:
    """Give a text with a table of three rows and three columns."""
    return outline_of(DUTIES)


@pytest.fixture(scope="session")
def long_table() -> Callable[[int], str]:
    """Give what makes a text with a table of so many rows and four columns."""
    return long_table_text
