"""All tags: their colours, other names for them, and taking them away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.tagging import TagUse
from policyviewer.domain.annotations import Colour
from policyviewer.ui.panes.parts import empty_state, soft
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.note_filter import COLOURS

_SIZE = (460, 440)
_SWATCH = QSize(14, 14)


class TagsDialog(QDialog):
    """A row a tag with its colour and how often it is used."""

    recolour_wanted = Signal(str, object)
    """A tag and its Colour."""
    rename_wanted = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("标签"))
        self.resize(*_SIZE)
        self._theme = theme
        self._list = QListWidget()
        self._list.setAccessibleName(tr("标签"))
        self._list.setIconSize(_SWATCH)
        self._empty = empty_state(tr("还没有标签。在批注卡片下面的一行里写标签。"))
        self._colour = QPushButton(tr("颜色"))
        self._rename = QPushButton(tr("改名…"))
        self._remove = QPushButton(tr("去掉"))
        self._build()
        self._rename.clicked.connect(self._ask_name)
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(self._chosen()))
        self._list.itemActivated.connect(self._ask_name)
        self._list.currentRowChanged.connect(self._on_row)
        self._on_row(-1)

    def show_tags(self, tags: Sequence[TagUse]) -> None:
        """Show the tags that there are now; the chosen one stays chosen if it can."""
        chosen = self._chosen()
        self._list.clear()
        for one in tags:
            item = QListWidgetItem(self._swatch(one.colour), f"{one.name}　{one.count}")
            item.setData(Qt.ItemDataRole.UserRole, one.name)
            self._list.addItem(item)
        self._list.setVisible(bool(tags))
        self._empty.setVisible(not tags)
        names = [one.name for one in tags]
        self._list.setCurrentRow(names.index(chosen) if chosen in names else -1)

    def _build(self) -> None:
        menu = QMenu(self)
        for colour, name in COLOURS.items():
            action = menu.addAction(self._swatch(colour), tr(name))
            action.triggered.connect(
                lambda _on=False, colour=colour: self.recolour_wanted.emit(self._chosen(), colour)
            )
        self._colour.setMenu(menu)
        close = QPushButton(tr("关闭"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self._colour, self._rename, self._remove):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        told = soft(tr("改成另一个标签的名称，两个标签就合并。改名和去掉都可以撤销（Ctrl+Z）。"))
        told.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(told)
        whole.addWidget(self._list, 1)
        whole.addWidget(self._empty, 1)
        whole.addLayout(foot)

    def _chosen(self) -> str:
        if self._list.currentRow() < 0:
            return ""
        return str(self._list.currentItem().data(Qt.ItemDataRole.UserRole))

    def _on_row(self, row: int) -> None:
        for button in (self._colour, self._rename, self._remove):
            button.setEnabled(row >= 0)

    def _ask_name(self) -> None:
        tag = self._chosen()
        if not tag:
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("标签改名"))
        dialog.setLabelText(tr("标签的名称："))
        dialog.setTextValue(tag)
        dialog.textValueSelected.connect(lambda name: self.rename_wanted.emit(tag, name))
        dialog.open()

    def _swatch(self, colour: Colour) -> QIcon:
        picture = QPixmap(_SWATCH)
        picture.fill(QColor(self._theme.highlights[colour]))
        return QIcon(picture)
