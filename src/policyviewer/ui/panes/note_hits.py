"""The user's own notes among the results of a search: the first few, and the way to all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from policyviewer.app.noting import NoteGroup
from policyviewer.domain.annotations import Annotation, Colour
from policyviewer.ui.models.note_model import NoteModel
from policyviewer.ui.panes.note_delegate import NoteDelegate
from policyviewer.ui.panes.parts import tree
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import tr

SHOWN = 3
"""Notes that stand above the hits of the texts."""


class NoteHits(QWidget):
    """Notes that have the words of a search; hidden where none has."""

    chosen = Signal(str)
    """The id of an annotation."""
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = NoteModel(parent=self)
        self._tree = tree(tr("您的批注和书签"))
        self._tree.setModel(self._model)
        self._delegate = NoteDelegate(self._tree)
        self._tree.setItemDelegate(self._delegate)
        self._tree.setRootIsDecorated(False)
        self._tree.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.clicked.connect(self._on_chosen)
        self._tree.activated.connect(self._on_chosen)
        self.all = QPushButton()
        self.all.setProperty("role", "link")
        self.all.clicked.connect(self.all_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 4)
        layout.setSpacing(0)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._tree)
        self.show_notes((), 0)

    def show_notes(self, notes: Sequence[Annotation], count: int) -> None:
        """Show the first of some notes, and how many there are."""
        shown = tuple(notes[:SHOWN])
        self._model.show_groups([NoteGroup("", shown)] if shown else [])
        self.all.setText(tr("您的批注和书签里有 {count} 条").format(count=count))
        self.setVisible(bool(count))
        if shown:
            inside = self._model.index(0, 0)
            self._tree.setRootIndex(inside)
            row = max(1, self._tree.sizeHintForRow(0))
            self._tree.setFixedHeight(row * len(shown) + 2 * self._tree.frameWidth())

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.set_theme(theme)
        self._tree.viewport().update()

    def set_tag_colours(self, colours: Mapping[str, Colour]) -> None:
        """Take the colours that were chosen for tags."""
        self._delegate.set_tag_colours(colours)

    def _on_chosen(self, index: QModelIndex) -> None:
        one = self._model.annotation_at(index)
        if one is not None:
            self.chosen.emit(str(one.id))
