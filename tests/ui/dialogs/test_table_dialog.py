from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tables import Cell, Table
from policyviewer.ui.dialogs.table_dialog import SIZES, WIDEST, TableDialog, first_size, width_of
from policyviewer.ui.reader.table_widths import ems

ROWS = [["河名", "金额"], *([f"第{number}河", f"{number * 1234.5:.2f}"] for number in range(1, 40))]


def table_of(rows: list[list[str]]) -> tuple[Table, str]:
    text, cells = "", []
    for row, line in enumerate(rows):
        for column, words in enumerate(line):
            cells.append(Cell(TextRange(len(text), len(text) + len(words)), row, column))
            text += words + "\t"
    return Table(TextRange(0, len(text)), tuple(cells)), text


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    return window


@pytest.fixture
def dialog(window: QWidget) -> TableDialog:
    made = TableDialog(*table_of(ROWS), "河流名录", 19, window)
    made.open()
    return made


def view_of(dialog: TableDialog) -> QTableView:
    return dialog.findChild(QTableView)


def test_it_begins_as_large_as_it_fits_but_no_smaller_than_the_page(dialog: TableDialog):
    assert (dialog.em, dialog.windowTitle()) == (28, "河流名录")


@pytest.mark.parametrize(
    ("characters", "room", "em", "size"),
    [
        (40, 1_600, 18, 28),
        (40, 1_000, 18, 20),
        (40, 300, 18, 18),
        (4, 1_600, 60, 60),
        (0, 9, 1, 28),
    ],
)
def test_the_first_size(characters: float, room: int, em: int, size: int):
    assert SIZES[first_size(characters, room, em)] == size


def test_columns_grow_with_the_type_and_numbers_are_never_broken(dialog: TableDialog):
    view, longest = view_of(dialog), max(ems(row[1]) for row in ROWS)
    before, size = view.columnWidth(1), dialog.em
    for _ in SIZES:
        dialog.step(1)
        assert view.columnWidth(1) >= longest * dialog.em
    assert dialog.em == SIZES[-1]
    assert view.columnWidth(1) > 0.9 * before * SIZES[-1] / size
    assert not button(dialog, "放大").isEnabled()


def test_long_words_are_broken_and_their_row_is_taller(window: QWidget):
    long = TableDialog(*table_of([["甲", "乙"], ["字" * 160, "1"]]), "长", 18, window)
    view = view_of(long)
    assert view.columnWidth(0) < (WIDEST + 2) * long.em
    assert view.rowHeight(0) > 10 * long.em


def test_the_wheel_with_ctrl_changes_the_size(dialog: TableDialog):
    view = view_of(dialog)
    for turned, size in ((120, 34), (-120, 28)):
        event = QWheelEvent(
            QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, turned),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        assert dialog.em == size


def test_keys_change_the_size_and_copy_what_is_selected(qtbot: QtBot, dialog: TableDialog):
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.em == 24)
    view = view_of(dialog)
    view.selectRow(0)
    qtbot.keyClick(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "第1河\t1234.50")


@pytest.mark.parametrize(
    ("longest", "token", "width"), [(0, 0, 2.5), (6, 3, 6), (40, 3, WIDEST), (40, 20, 20)]
)
def test_a_line_is_as_long_as_its_words_but_no_longer_than_is_read_well(longest, token, width):
    assert width_of(longest, token) == width


def button(dialog: TableDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
