"""The small bar at a selection: colours, note, bookmark, copy, search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QToolButton, QWidget

from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.gestures import SelectionActions
from policyviewer.ui.translation import tr

GAP = 8
"""Pixels between the bar and the selected words, and to the edges of the page."""


class SelectionBar(QFrame):
    """Shows the actions on a selection without ever taking the focus."""

    def __init__(self, actions: SelectionActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("selectionBar")
        self.setAccessibleName(tr("选中文字的操作"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(6, 4, 6, 4)
        self._rows.setSpacing(2)
        words = (
            actions.note,
            actions.bookmark,
            actions.compile,
            actions.copy,
            actions.copy_cited,
            actions.search,
            actions.speak,
        )
        self._add_row(tuple(actions.highlights.values()), Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._add_row(words, Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.hide()

    def set_colours(self, colours: PageColours) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"#selectionBar {{ background: {colours.panel}; border: 1px solid {colours.line};"
            f" border-radius: 8px; }}"
            f"#selectionBar QToolButton {{ background: transparent; border: none; padding: 4px 6px;"
            f" border-radius: 6px; color: {colours.ink}; }}"
            f"#selectionBar QToolButton:hover {{ background: {colours.hover}; }}"
        )

    def show_at(self, selected: QRect) -> None:
        """Show the bar at a selection given in the parent's coordinates, in two rows where the
        page is narrow.
        """
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight)
        if self.sizeHint().width() > self._page.width() - 2 * GAP:
            self._rows.setDirection(QBoxLayout.Direction.TopToBottom)
        self.adjustSize()
        self.move(place_for(selected, self.size(), self._page.rect()))
        self.show()
        self.raise_()

    def _add_row(self, actions: Sequence[QAction], style: Qt.ToolButtonStyle) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        for action in (one for one in actions if one.isVisible()):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(action.toolTip())
            button.setToolButtonStyle(style)
            button.setIconSize(QSize(16, 16))
            line.addWidget(button)
        line.addStretch(1)
        self._rows.addLayout(line)


def place_for(selected: QRect, size: QSize, area: QRect) -> QPoint:
    """Give the place of the bar: above the words, else below them, always inside the area."""
    above = selected.top() - size.height() - GAP
    below = selected.bottom() + 1 + GAP
    wanted = QPoint(
        selected.center().x() - size.width() // 2,
        above if above >= area.top() + GAP else below,
    )
    rightmost = max(GAP, area.width() - size.width() - GAP)
    lowest = max(GAP, area.height() - size.height() - GAP)
    return QPoint(
        area.left() + min(max(GAP, wanted.x() - area.left()), rightmost),
        area.top() + min(max(GAP, wanted.y() - area.top()), lowest),
    )
