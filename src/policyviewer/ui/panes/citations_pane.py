"""What the open document refers to, and which documents refer to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from policyviewer.ui.models.rows import Row, RowModel
from policyviewer.ui.panes.parts import column, empty_state, tree
from policyviewer.ui.translation import tr

_EXPANDED_BELOW = 40
"""Rows: longer lists start with their groups closed."""


class CitationsPane(QWidget):
    """A tree of two groups, and a box to see only what concerns the provision in view."""

    place_chosen = Signal(object)
    """The Jump of the row that was chosen."""
    scope_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._model = RowModel(self)
        self._here = QCheckBox(tr("只看正在读的这一条"))
        self._here.setAccessibleName(tr("只看正在读的这一条"))
        self._here.setToolTip(tr("只列出这一条引用的文件，以及引用这一条的文件"))
        self._empty = empty_state("")
        self._tree = tree(tr("引用和被引用"))
        self._tree.setModel(self._model)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 6)
        head.addWidget(self._here)
        layout = column(self)
        layout.addLayout(head)
        layout.addWidget(self._empty)
        layout.addWidget(self._tree, 1)
        self._here.toggled.connect(self.scope_changed)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        self.clear()

    @property
    def only_here(self) -> bool:
        """Say whether only the provision in view counts."""
        return self._here.isChecked()

    def show_rows(self, referring: Sequence[Row], cited: Sequence[Row]) -> None:
        """Show the documents referred to and those that refer, as rows with their places."""
        shown = (tuple(referring), tuple(cited))
        if shown == self._shown:
            return
        self._shown = shown
        groups = [(tr("引用了"), referring), (tr("被引用"), cited)]
        rows = [
            Row(f"{name}  {_places(inside)}", f"group:{name}", children=tuple(inside))
            for name, inside in groups
            if inside
        ]
        self._model.set_rows(rows)
        for row in range(self._model.rowCount()):
            group = self._model.index(row, 0)
            self._tree.expand(group)
            if _places(self._model.row_at(group).children) < _EXPANDED_BELOW:
                self._tree.expandRecursively(group)
        self._empty.setText(
            tr("这一条没有引用别的文件，也没有被引用。")
            if self.only_here
            else tr("这份文件没有引用别的文件，文库里也没有文件引用它。")
        )
        self._here.setEnabled(True)
        self._empty.setVisible(not rows)
        self._tree.setVisible(bool(rows))

    def clear(self) -> None:
        """Show that no document is open."""
        self._shown = ()
        with QSignalBlocker(self._here):
            self._here.setChecked(False)
        self._here.setEnabled(False)
        self._model.set_rows([])
        self._tree.hide()
        self._empty.setText(tr("打开一份文件，这里列出它引用的文件，以及文库里引用它的文件。"))
        self._empty.show()

    def _on_chosen(self, index: QModelIndex) -> None:
        value = self._model.row_at(index).value
        if value is not None:
            self.place_chosen.emit(value)


def _places(groups: Sequence[Row]) -> int:
    return sum(len(one.children) for one in groups)
