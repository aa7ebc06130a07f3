"""The column of notes beside the page, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.documents import Document
from policyviewer.domain.provisions import provision_at, provisions
from policyviewer.ui.panes.annotation_card import AnnotationCard
from policyviewer.ui.panes.parts import column, empty_state
from policyviewer.ui.theme import LIGHT, Theme

_SLICE = 12
"""Cards that are made at a time: a thousand notes must not hold up the page."""
_INVITATION = (
    "这份文件还没有批注。\n\n选中正文里的文字，用弹出的工具条加高亮、写批注，或按 Ctrl+M。"
)


class AnnotationColumn(QWidget):
    """A card for each annotation; cards live on while their annotation does."""

    note_edited = Signal(str, str)
    tags_edited = Signal(str, list)
    delete_requested = Signal(str)
    annotation_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._cards: dict[str, AnnotationCard] = {}
        self._waiting: list[tuple[PlacedAnnotation, str]] = []
        self._wanted = ""
        self._empty = empty_state(_INVITATION)
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(12, 12, 12, 12)
        self._list.setSpacing(10)
        self._list.addStretch()
        self._area = QScrollArea()
        self._area.setAccessibleName("这份文件的批注")
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inner)
        layout = column(self)
        layout.addWidget(self._empty)
        layout.addWidget(self._area, 1)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._make_slice)
        self._area.hide()

    def show_annotations(self, document: Document, placed: Sequence[PlacedAnnotation]) -> None:
        """Show the annotations of a document."""
        tiles = provisions(document.outline)
        names = {str(one.annotation.id) for one in placed}
        for name in [name for name in self._cards if name not in names]:
            self._drop(name)
        self._waiting = []
        for one in placed:
            at = one.anchor.span or one.annotation.target.span
            place = provision_at(tiles, at.start).marker
            card = self._cards.get(str(one.annotation.id))
            if card is None:
                self._waiting.append((one, place))
            else:
                card.show_annotation(one, place)
        self._order = {str(one.annotation.id): number for number, one in enumerate(placed)}
        self._empty.setVisible(not placed)
        self._area.setVisible(bool(placed))
        self._make_slice()

    def clear(self) -> None:
        """Show that no document is open."""
        for name in list(self._cards):
            self._drop(name)
        self._waiting = []
        self._slices.stop()
        self._area.hide()
        self._empty.show()

    def edit_annotation(self, name: str) -> None:
        """Put the cursor into a note, as soon as its card is there."""
        self._wanted = name
        self._write_wanted()

    def focus_annotation(self, name: str) -> None:
        """Bring a card into view."""
        card = self._cards.get(name)
        if card is not None:
            self._area.ensureWidgetVisible(card)
            card.setFocus()

    def commit(self) -> None:
        """Hand on every word that is not handed on yet."""
        for card in self._cards.values():
            card.commit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        for card in self._cards.values():
            card.set_theme(theme)

    def _make_slice(self) -> None:
        for placed, place in self._waiting[:_SLICE]:
            self._make_card(placed, place)
        del self._waiting[:_SLICE]
        if self._waiting:
            self._slices.start()
        else:
            self._slices.stop()
        self._write_wanted()

    def _make_card(self, placed: PlacedAnnotation, place: str) -> None:
        name = str(placed.annotation.id)
        card = AnnotationCard(placed, place)
        card.set_theme(self._theme)
        card.edited.connect(self.note_edited)
        card.tagged.connect(self.tags_edited)
        card.delete_requested.connect(self.delete_requested)
        card.chosen.connect(self.annotation_chosen)
        before = sum(1 for other in self._cards if self._order[other] < self._order[name])
        self._cards[name] = card
        self._list.insertWidget(before, card)

    def _drop(self, name: str) -> None:
        card = self._cards.pop(name)
        card.commit()
        card.hide()
        card.deleteLater()
        self._list.removeWidget(card)

    def _write_wanted(self) -> None:
        card = self._cards.get(self._wanted)
        if card is not None:
            self._wanted = ""
            self._area.ensureWidgetVisible(card)
            card.write()
