"""Tables from the plan through Qt's document to the paint: offsets hold wherever the page began."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QColor, QImage, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.documents import Document, Outline
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Table
from policyviewer.ui.reader import filling, grids
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.filling import Filler
from policyviewer.ui.reader.formats import PageFormats
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.typography import families, sheet_for
from policyviewer.ui.reader.view import ReaderView
from policyviewer.ui.reader.visible import blocks_between, line_start_at, line_top

Make = Callable[[str], Document]
Show = Callable[..., None]
LongTable = Callable[[int], str]


def view_of(pane: ReaderPane) -> ReaderView:
    view = pane.findChild(ReaderView)
    assert view is not None
    return view


def filled(filler: Filler, outline: Outline, at: int) -> QTextDocument:
    """Fill a page in the smallest slices."""
    page = QTextDocument(filler)
    page.setUndoRedoEnabled(False)
    formats = PageFormats(sheet_for(784, 1.0), families(()), ink="#000000", soft="#777777")
    with (
        patch.object(grids, "MOST_CELLS", 4),
        patch.object(filling, "FIRST_BEFORE", 1),
        patch.object(filling, "FIRST_BEHIND", 1),
        patch.object(filling, "SLICE", 1),
    ):
        filler.start(page, outline, formats, at)
        while filler.busy:
            QCoreApplication.processEvents()
    return page


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_code_point_is_where_the_map_says(
    qapp: QApplication, outlines: st.SearchStrategy[Outline], data: st.DataObject
):
    outline = data.draw(outlines)
    filler = Filler()
    page = filled(filler, outline, data.draw(st.integers(0, len(outline.text))))
    positions, plan = filler.positions, filler.plan
    assert plan is not None
    items = plan.items(0, plan.lines)
    blocks = grids.blocks_of(items)
    assert positions.blocks == len(blocks)
    ends_in_table = isinstance(items[-1], grids.Grid) if items else False
    assert page.blockCount() == max(1, len(blocks) + ends_in_table)
    for block in blocks:
        for at in range(block.span.start, block.span.end):
            units = outline.text[at].encode("utf-16-le")
            position = positions.position(at)
            assert ord(page.characterAt(position)) == int.from_bytes(units[:2], "little")
            assert positions.code_point(position) == at


@pytest.mark.parametrize("words", ["项目清单", "第2号", "第250号", "以上共计"])
def test_a_long_table_is_whole_wherever_the_page_began(
    pane: ReaderPane, show: Show, make_document: Make, long_table: LongTable, words: str
):
    text = long_table(400)
    show(make_document(text), text.index(words))
    page = view_of(pane).document()
    assert page.toPlainText().split() == text.split()
    tables = {
        table.firstPosition(): table
        for table in (page.frameAt(one) for one in range(page.characterCount()))
        if isinstance(table, QTextTable)
    }
    assert sum(table.rows() for table in tables.values()) == 400


@pytest.mark.parametrize("words", ["第2号", "第250号", "以上共计"])
def test_a_place_in_a_long_table_comes_back(
    pane: ReaderPane, show: Show, make_document: Make, long_table: LongTable, words: str
):
    text = long_table(400)
    show(make_document(text), text.index(words))
    line = text.count("\n", 0, text.index(words))
    if words != "以上共计":
        assert text.count("\n", 0, pane.position()) == line
    else:
        assert pane.position() <= text.index(words)


def test_no_slice_of_a_table_of_two_thousand_rows_stops_the_window(
    pane: ReaderPane, make_document: Make, long_table: LongTable
):
    """What a turn adds to the page is a grid or two, however long the table."""
    text = long_table(2_000)
    pane.show_document(make_document(text), len(text) // 2)
    sizes = [0, view_of(pane).document().characterCount()]
    while pane.filling:
        QCoreApplication.processEvents()
        sizes.append(view_of(pane).document().characterCount())
    longest = max(after - before for before, after in pairwise(sizes))
    assert longest < 4 * len(text) * grids.MOST_CELLS / (2_000 * 4)


def colour_at(pane: ReaderPane, at: int) -> QColor:
    """Give the commonest colour of the page under a character."""
    view = view_of(pane)
    picture = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(picture)
    cursor = view.textCursor()
    cursor.setPosition(view.position_of(at))
    rect = view.cursorRect(cursor)
    found = Counter(
        picture.pixel(rect.left() + right, rect.bottom() - up)
        for right in range(1, 14)
        for up in range(3, 14)
    )
    return QColor.fromRgb(found.most_common(1)[0][0])


def test_marks_hits_and_the_selection_are_painted_in_their_cells_only(
    pane: ReaderPane, show: Show, duties: Outline, make_document: Make
):
    text, colours = duties.text, PageColours()
    show(make_document(text))
    at = {words: text.index(words) for words in ("加快", "市水务局", "更新", "市住建局", "任务\t")}
    span = TextRange(at["加快"], at["市水务局"] + 2)
    pane.set_marks([Mark("1", span, AnnotationKind.HIGHLIGHT, Colour.GREEN)])
    pane.set_hits([TextRange(at["更新"], at["更新"] + 2)], None)
    pane.select(TextRange(at["市住建局"], at["市住建局"] + 4))
    green = QColor(colours.highlights[Colour.GREEN])
    assert colour_at(pane, at["加快"] + 1) == green
    assert colour_at(pane, at["市水务局"] + 1) == green
    assert colour_at(pane, at["市水务局"] + 3) == QColor(colours.page)
    assert colour_at(pane, at["更新"]) == QColor(colours.hit)
    assert colour_at(pane, at["市住建局"] + 1) == QColor(colours.selection)
    assert colour_at(pane, at["任务\t"]) == QColor(colours.page)


def test_blocks_in_view_are_those_that_reach_into_it(
    pane: ReaderPane, show: Show, make_document: Make, long_table: LongTable
):
    show(make_document(long_table(300)))
    page = view_of(pane).document()
    layout = page.documentLayout()
    top, bottom = 2_000, 2_600
    seen = {one.block.blockNumber() for one in blocks_between(page, top, bottom)}
    wanted = set()
    for number in range(page.blockCount()):
        rect = layout.blockBoundingRect(page.findBlockByNumber(number))
        if rect.bottom() > top and rect.top() < bottom and rect.height() > 0:
            wanted.add(number)
    assert wanted <= seen


def test_the_top_of_a_row_leads_back_to_the_row(
    pane: ReaderPane, show: Show, duties: Outline, make_document: Make
):
    text = duties.text
    show(make_document(text))
    view = view_of(pane)
    row = view.position_of(text.index("1\t加快"))
    there = line_start_at(view.document(), line_top(view.document(), row) + 12)
    assert text[text.index("1\t加快") :].startswith(page_words(view, there))


def page_words(view: ReaderView, position: int) -> str:
    return view.document().findBlock(position).text()


def menu_at(pane: ReaderPane, words: str, qtbot: QtBot) -> QMenu:
    """Open the menu on some words of the page."""
    view = view_of(pane)
    assert pane.document is not None
    cursor = view.textCursor()
    cursor.setPosition(view.position_of(pane.document.outline.text.index(words)))
    place = view.cursorRect(cursor).center() + QPoint(2, 0)
    view.menu_requested.emit(view.viewport().mapToGlobal(place))
    menu = next(one for one in pane.findChildren(QMenu) if one.isVisible())
    qtbot.addWidget(menu)
    return menu


def offered(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if one.isVisible() and one.text()]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_table_is_copied_whole_from_its_menu(
    pane: ReaderPane, show: Show, duties: Outline, make_document: Make, qtbot: QtBot
):
    show(make_document(duties.text))
    menu = menu_at(pane, "老旧", qtbot)
    next(one for one in menu.actions() if one.text() == "复制整张表格").trigger()
    data = QApplication.clipboard().mimeData()
    span = duties.tables[0].span
    assert data.text() == span.of(duties.text)
    assert data.html().count("<tr>") == 3


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
@pytest.mark.parametrize(
    ("begins", "wish"),
    [("导出表格", "table_export_requested"), ("放大看", "table_view_requested")],
)
def test_a_table_is_given_to_be_exported_or_enlarged(
    pane: ReaderPane, show: Show, duties: Outline, make_document: Make, qtbot: QtBot, begins, wish
):
    show(make_document(duties.text))
    menu = menu_at(pane, "老旧", qtbot)
    action = next(one for one in menu.actions() if one.text().startswith(begins))
    with qtbot.waitSignal(getattr(pane, wish)) as told:
        action.trigger()
    table = told.args[0]
    assert isinstance(table, Table)
    assert table.span == duties.tables[0].span


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_beside_a_table_no_table_is_offered(
    pane: ReaderPane, show: Show, duties: Outline, make_document: Make, qtbot: QtBot
):
    show(make_document(duties.text))
    assert "复制整张表格" not in offered(menu_at(pane, "请认真", qtbot))


def test_the_largest_type_cuts_no_table_off(
    pane: ReaderPane, show: Show, make_document: Make, qtbot: QtBot
):
    row = "\t".join(f"{number}23,456.78" for number in range(1, 16))
    text = "\n".join(["各区投资", *[row] * 4, "完。"])
    show(make_document(text))
    pane.set_zoom(4.0)
    qtbot.waitUntil(lambda: not pane.filling)
    view = view_of(pane)
    page = view.document()
    for seen in blocks_between(page, 0, page.size().height()):
        assert seen.rect.left() >= 0
        assert seen.rect.right() <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0
