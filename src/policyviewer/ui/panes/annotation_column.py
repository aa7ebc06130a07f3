"""The column of notes beside the page, in the order of the text: those around the line in view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import Colour
from policyviewer.domain.documents import Document, Outline
from policyviewer.ui.panes.annotation_card import AnnotationCard
from policyviewer.ui.panes.parts import column, empty_state
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import tr

SHOWN = 12
"""Cards that there are at least, and on a high screen as many as fill it: a thousand notes must
not hold up the page.
"""
_LEAST_HEIGHT = 100
"""Pixels that a card is high at least."""
_BEFORE = 2
"""Cards that stay above the one beside the line in view."""
_SLICE = 4
"""Cards that are made at a time; those that are there already all show their notes at once."""


class AnnotationColumn(QWidget):
    """Cards for the annotations around the line in view; a card being written stays."""

    note_edited = Signal(str, str)
    tags_edited = Signal(str, list)
    delete_requested = Signal(str)
    annotation_chosen = Signal(str)
    """The id of one whose place is to be looked at."""
    recoloured = Signal(str, object)
    """An id and the Colour that was chosen for it."""
    history_wanted = Signal(str)
    link_wanted = Signal(object)
    """A NoteLink of one of the notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._height_of: Callable[[int], int | None] = lambda _at: None
        self._at = 0
        self._following = True
        """Whether the cards stand where the page is, and not where the user turned to."""
        self._tag_colours: Mapping[str, Colour] = {}
        self._author = ""
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self._numbers: dict[str, int] = {}
        self._outline: Outline | None = None
        self._first = 0
        self._cards: dict[str, AnnotationCard] = {}
        self._spare: list[AnnotationCard] = []
        self._waiting: list[str] = []
        self._wanted = ""
        self._tags = QStringListModel(self)
        self._empty = empty_state("")
        self._above, self._below = self._turner(-1), self._turner(1)
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(12, 12, 12, 12)
        self._list.setSpacing(10)
        self._space = QSpacerItem(0, 0)
        self._list.addItem(self._space)
        self._list.addStretch()
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("这份文件的批注"))
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inner)
        layout = column(self)
        layout.addWidget(self._empty)
        layout.addWidget(self._above)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._below)
        self._tell_left(0, 0)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._make_slice)
        self.clear()

    def show_annotations(self, document: Document, placed: Sequence[PlacedAnnotation]) -> None:
        """Show the annotations of a document, which come in the order of its text."""
        self._placed, self._outline = tuple(placed), document.outline
        self._numbers = {str(one.annotation.id): at for at, one in enumerate(self._placed)}
        for name in [name for name in self._cards if name not in self._numbers]:
            self._drop(name)
        for name, card in self._cards.items():
            one = self._placed[self._numbers[name]]
            card.show_annotation(one, self._marker(one))
        self._empty.setText(
            tr(
                "这份文件还没有批注。\n\n"
                "选中正文里的文字，用弹出的工具条加高亮、写批注，或按 Ctrl+M。"
            )
        )
        self._empty.setVisible(not placed)
        self._area.setVisible(bool(placed))
        self._show_from(self._first)

    def clear(self) -> None:
        """Show that no document is open."""
        for name in list(self._cards):
            self._drop(name)
        self._placed, self._numbers, self._waiting, self._first = (), {}, [], 0
        self._slices.stop()
        self._empty.setText(tr("打开一份文件，这里会列出您在上面做的批注。"))
        for part in (self._area, self._above, self._below):
            part.hide()
        self._empty.show()

    def set_lines(self, height_of: Callable[[int], int | None]) -> None:
        """Know how far down the screen the line of a code point begins, in pixels; None where
        that is not known.
        """
        self._height_of = height_of

    def follow(self, offset: int) -> None:
        """Bring the annotations beside the line that begins at an offset into view, unless one is
        being written: the first of them stands beside its own line.
        """
        self._at, self._following = offset, True
        if not self._placed or any(_is_written(card) for card in self._cards.values()):
            return
        number = self._number_at(offset)
        if not self._first <= number < self._first + self._room - _BEFORE:
            self._show_from(number - _BEFORE)
        self._stand_beside(number)

    def _number_at(self, offset: int) -> int:
        """Give the first annotation that ends behind an offset."""
        spans = (one.anchor.span for one in self._placed)
        return next(
            (at for at, span in enumerate(spans) if span is None or span.end > offset),
            len(self._placed) - 1,
        )

    def _stand_beside(self, number: int) -> None:
        """Move the cards so that one stands beside its line, as far as that is in the upper half;
        above the first card there is room for that.
        """
        one = self._placed[number]
        card = self._cards.get(str(one.annotation.id))
        if card is None:
            return
        own = self._natural_top(card)
        span = one.anchor.span
        height = None if span is None else self._height_of(max(span.start, self._at))
        viewport = self._area.viewport()
        line = viewport.mapFromGlobal(QPoint(0, height or 0)).y()
        lowest = viewport.height() // 2
        wanted = self._list.spacing() if height is None else min(max(0, line), lowest)
        room = max(0, wanted - own)
        self._space.changeSize(0, room)
        self._list.invalidate()
        width = viewport.width()
        whole = self._list.totalHeightForWidth(width)
        self._inner.resize(width, max(viewport.height(), whole))
        self._list.activate()
        self._area.verticalScrollBar().setValue(own + room - wanted)

    def _natural_top(self, card: AnnotationCard) -> int:
        """Give where a card begins with no room above the first one: told by what the cards need,
        for where they are now may be of before they were laid out.
        """
        margins = self._list.contentsMargins()
        width = self._area.viewport().width() - margins.left() - margins.right()
        top = margins.top()
        for at in range(1, self._list.indexOf(card)):
            item = self._list.itemAt(at)
            if item is not None:
                wraps = item.hasHeightForWidth()
                top += item.heightForWidth(width) if wraps else item.sizeHint().height()
                top += self._list.spacing()
        return top

    def edit_annotation(self, name: str) -> None:
        """Put the cursor into a note, as soon as its card is there."""
        self._wanted = name
        self._bring(name)
        self._write_wanted()

    def focus_annotation(self, name: str) -> None:
        """Bring a card into view."""
        self._bring(name)
        while self._waiting:
            self._make_slice()
        card = self._cards.get(name)
        if card is not None:
            self._area.ensureWidgetVisible(card)
            card.setFocus()

    def commit(self) -> None:
        """Hand on every word that is not handed on yet."""
        for card in self._cards.values():
            card.commit()

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Offer tags that are in use, the most frequent first, while one is being typed."""
        self._tags.setStringList(list(tags))

    def refuse(self, name: str) -> None:
        """Know that the words of a note could not be stored; they stay where they are."""
        card = self._cards.get(name)
        if card is not None:
            card.refuse()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self._look_anew()

    def set_tag_colours(self, colours: Mapping[str, Colour]) -> None:
        """Take the colours that were chosen for tags."""
        self._tag_colours = colours
        self._look_anew()

    def set_author(self, author: str) -> None:
        """Know who the user is: the others are named on their notes."""
        self._author = author

    def _look_anew(self) -> None:
        for card in self._cards.values():
            card.set_look(self._theme, self._tag_colours)

    def _turner(self, way: int) -> QPushButton:
        made = QPushButton()
        made.setProperty("role", "link")
        made.clicked.connect(lambda: self._turn(way))
        return made

    def _turn(self, way: int) -> None:
        self._following = False
        self._show_from(self._first + way * (self._room - _BEFORE))

    def _bring(self, name: str) -> None:
        self._following = False
        number = self._numbers.get(name)
        if number is not None and name not in self._cards and name not in self._waiting:
            self._show_from(number - _BEFORE)

    @property
    def _room(self) -> int:
        """Give how many cards there are at a time."""
        return max(SHOWN, self.height() // _LEAST_HEIGHT + _BEFORE)

    def _show_from(self, first: int) -> None:
        """Have cards for some annotations from one on, and for the one that is being written."""
        self._first = max(0, min(first, len(self._placed) - self._room))
        behind = self._first + self._room
        shown = [str(one.annotation.id) for one in self._placed[self._first : behind]]
        for name in [name for name in self._cards if name not in shown]:
            if not _is_written(self._cards[name]):
                self._drop(name)
        self._waiting = [name for name in shown if name not in self._cards]
        left = max(0, len(self._placed) - behind)
        self._tell_left(self._first, left)
        self._make_slice()

    def _tell_left(self, above: int, below: int) -> None:
        """Tell how many annotations have no cards, on either side."""
        self._above.setText(tr("上面还有 {count} 条").format(count=above))
        self._below.setText(tr("下面还有 {count} 条").format(count=below))
        self._above.setVisible(bool(above))
        self._below.setVisible(bool(below))

    def _make_slice(self) -> None:
        made = self._waiting[: max(_SLICE, len(self._spare))]
        self._list.setEnabled(False)  # or each card that is shown would have all laid out anew
        for name in made:
            self._make_card(name)
        self._list.setEnabled(True)
        del self._waiting[: len(made)]
        if self._waiting:
            self._slices.start()
        elif self._slices.isActive():
            self._slices.stop()
            if self._following and self._placed:
                self._stand_beside(self._number_at(self._at))
        self._write_wanted()

    def _make_card(self, name: str) -> None:
        number = self._numbers[name]
        one = self._placed[number]
        card = self._spare.pop() if self._spare else self._new_card()
        card.begin(one, self._marker(one))
        card.set_look(self._theme, self._tag_colours)
        before = sum(1 for other in self._cards if self._numbers[other] < number)
        self._cards[name] = card
        self._list.insertWidget(before + 1, card)  # the first item is the room above them
        card.show()

    def _new_card(self) -> AnnotationCard:
        card = AnnotationCard(self._tags, self._author, self._inner)
        card.edited.connect(self.note_edited)
        card.tagged.connect(self.tags_edited)
        card.delete_requested.connect(self.delete_requested)
        card.chosen.connect(self.annotation_chosen)
        card.recoloured.connect(self.recoloured)
        card.history_wanted.connect(self.history_wanted)
        card.link_wanted.connect(self.link_wanted)
        return card

    def _marker(self, one: PlacedAnnotation) -> str:
        """Give the marker of the provision in which an annotation stands, or how that was cited
        in which it stood.
        """
        if one.anchor.span is None or self._outline is None:
            return one.annotation.target.citation.rpartition("》")[2]
        nodes = (node for node in self._outline.nodes if node.id == one.anchor.provision)
        return next((node.marker for node in nodes), "")

    def _drop(self, name: str) -> None:
        card = self._cards.pop(name)
        card.commit()
        card.hide()
        self._list.removeWidget(card)
        self._spare.append(card)  # to make one takes thrice as long as to show another note in it

    def _write_wanted(self) -> None:
        card = self._cards.get(self._wanted)
        if card is not None:
            self._wanted = ""
            self._area.ensureWidgetVisible(card)
            card.write()


def _is_written(card: AnnotationCard) -> bool:
    return any(part.hasFocus() for part in card.findChildren(QWidget))
