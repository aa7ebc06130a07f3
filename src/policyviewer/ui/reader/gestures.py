"""What can be done with selected words: one set of actions for the bar and the menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from policyviewer.domain.annotations import Colour
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.voice import can_speak

COLOUR_NAMES = {
    Colour.YELLOW: noop("黄色"),
    Colour.GREEN: noop("绿色"),
    Colour.BLUE: noop("蓝色"),
    Colour.PINK: noop("粉色"),
    Colour.PURPLE: noop("紫色"),
}
_SWATCH = 16


class SelectionActions(QObject):
    """The actions on a selection; they are enabled while there is one."""

    highlighted = Signal(str)
    """The name of the colour chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.copy = QAction(tr("复制"), self)
        self.copy_cited = QAction(tr("带引用复制"), self)
        self.copy_cited.setToolTip(tr("复制文字和出处（Ctrl+Shift+C）"))
        self.note = QAction(tr("批注"), self)
        self.bookmark = QAction(tr("书签"), self)
        self.compile = QAction(tr("收入汇编"), self)
        self.compile.setToolTip(tr("收入政策汇编（Ctrl+Shift+A）"))
        self.search = QAction(tr("检索选中文字"), self)
        self.speak = QAction(tr("朗读"), self, visible=can_speak())
        self.speak.setToolTip(tr("朗读选中文字（Ctrl+Shift+U）"))
        self.select_all = QAction(tr("全选"), self)
        self.copy_table = QAction(tr("复制整张表格"), self, visible=False)
        self.view_table = QAction(tr("放大看这张表格"), self, visible=False)
        self.export_table = QAction(tr("导出表格到 Excel…"), self, visible=False)
        self.highlights = {
            colour: QAction(
                name, self, toolTip=tr("高亮：{name}（{number}）").format(name=name, number=number)
            )
            for number, (colour, name) in enumerate(_colour_names().items(), start=1)
        }
        for colour, action in self.highlights.items():
            action.setData(colour.value)
            action.triggered.connect(self._on_highlight)

    def set_colours(self, colours: PageColours, ratio: float) -> None:
        """Draw the swatches anew for a screen of so many pixels a point."""
        for colour, action in self.highlights.items():
            action.setIcon(swatch(colours.highlights[colour], colours.soft, ratio))

    def enable(self, *, selected: bool, table: bool = False) -> None:
        """Allow what needs selected words or a table, or forbid it."""
        for action in (self.view_table, self.copy_table, self.export_table):
            action.setVisible(table)
        for action in (
            self.copy,
            self.copy_cited,
            self.note,
            self.search,
            self.speak,
            *self.highlights.values(),
        ):
            action.setEnabled(selected)

    def menu(self, parent: QWidget) -> QMenu:
        """Give a context menu with all of the actions."""
        menu = QMenu(parent)
        menu.addActions([self.copy, self.copy_cited])
        menu.addSeparator()
        colours = menu.addMenu(tr("高亮"))
        colours.addActions(list(self.highlights.values()))
        menu.addActions([self.note, self.bookmark, self.compile])
        menu.addSeparator()
        menu.addActions([self.view_table, self.copy_table, self.export_table])
        menu.addSeparator()
        menu.addActions([self.search, self.speak, self.select_all])
        return menu

    def _on_highlight(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.highlighted.emit(action.data())


def swatch(colour: str, edge: str, ratio: float) -> QIcon:
    """Give a disc of a colour as an icon."""
    size = round(_SWATCH * ratio)
    picture = QPixmap(size, size)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor(edge))
    painter.drawEllipse(1, 1, size - 3, size - 3)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)


def _colour_names() -> dict[Colour, str]:
    return {colour: tr(name) for colour, name in COLOUR_NAMES.items()}
