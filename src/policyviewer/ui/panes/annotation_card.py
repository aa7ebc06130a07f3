"""A note beside its text: the words it is about, what the user wrote, tags, place and date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from policyviewer.app.placing import PlacedAnnotation
from policyviewer.domain.annotations import AnchorState, Annotation, AnnotationKind, Colour
from policyviewer.domain.note_links import NoteLink, links_in
from policyviewer.ui.models.annotation_rows import day, shortened
from policyviewer.ui.theme import LIGHT, Theme
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.chips import Chips
from policyviewer.ui.widgets.note_edit import NoteEdit
from policyviewer.ui.widgets.note_filter import COLOURS
from policyviewer.ui.widgets.quote_label import QuoteLabel
from policyviewer.ui.widgets.tag_edit import TagEdit

_QUOTED = 60
_STATES = {
    AnchorState.MOVED: noop("已随条文移动"),
    AnchorState.TEXT_CHANGED: noop("原文已改，请核对"),
    AnchorState.TEXT_DELETED: noop("原文已删"),
}


class AnnotationCard(QFrame):
    """One annotation; words and tags are edited where they stand."""

    edited = Signal(str, str)
    tagged = Signal(str, list)
    delete_requested = Signal(str)
    chosen = Signal(str)
    recoloured = Signal(str, object)
    """An id and the Colour that was chosen for it."""
    history_wanted = Signal(str)
    link_wanted = Signal(object)
    """The NoteLink that was clicked."""

    def __init__(
        self,
        known_tags: QStringListModel | None = None,
        own_author: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``own_author`` is the user: others are named. Nothing is shown before :meth:`begin`."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._author = own_author
        self._theme = LIGHT
        self._quote = QuoteLabel()
        self._note = NoteEdit()
        self._links: Chips | None = None
        self._tags = TagEdit(known_tags)
        self._foot = QLabel()
        self._foot.setProperty("role", "soft")
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setWordWrap(True)
        self._delete = QPushButton(tr("删除"))
        self._delete.setProperty("role", "link")
        self._delete.setAccessibleName(tr("删除这条批注"))
        self._more = QToolButton()
        self._more.setText("⋯")
        self._more.setProperty("role", "tool")
        self._more.setAccessibleName(tr("这条批注的更多操作"))
        self._more.setToolTip(tr("换颜色、看以前的内容"))
        self._build()
        self._note.committed.connect(self._on_edited)
        self._tags.tagged.connect(self._on_tagged)
        self._delete.clicked.connect(self._on_delete)
        self._more.clicked.connect(self._on_more)

    def begin(self, placed: PlacedAnnotation, place: str) -> None:
        """Show an annotation in place of the one before, whose words are handed on already.

        ``place`` is the marker of the provision, or how it was cited.
        """
        self._name = str(placed.annotation.id)
        self._note.begin(placed.annotation.text)
        self.show_annotation(placed, place)

    def show_annotation(self, placed: PlacedAnnotation, place: str) -> None:
        """Show the annotation as it is stored now; words being written are left alone."""
        self._annotation = placed.annotation
        self.setAccessibleName(
            tr("批注：{words}").format(words=shortened(placed.annotation.target.quote.exact))
        )
        self._quote.setText(f"“{shortened(placed.annotation.target.quote.exact, _QUOTED)}”")
        self._note.take(placed.annotation.text)
        self._show_links(links_in(placed.annotation.text))
        self._note.setVisible(placed.annotation.kind is not AnnotationKind.BOOKMARK)
        self._tags.show_tags(placed.annotation.tags)
        self._foot.setText(foot_text(placed, place, self._author))
        self._draw_bar()

    def set_look(self, theme: Theme, tag_colours: Mapping[str, Colour]) -> None:
        """Draw bar and tags in the colours of a theme."""
        self._theme = theme
        self._tags.set_look(theme, tag_colours)
        self._draw_bar()

    def _show_links(self, links: Sequence[NoteLink]) -> None:
        """Show the places that the note names; most notes name none."""
        if self._links is None and links:
            self._links = Chips("link")
            self._links.chosen.connect(self.link_wanted)
            column = self.layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(column.indexOf(self._note) + 1, self._links)
        if self._links is not None:
            tip = tr("打开这一处")
            self._links.show_chips([(one.words, tip, one) for one in links])

    def _draw_bar(self) -> None:
        """Show the highlight's colour as a bar beside the quotation."""
        theme = self._theme
        shade = theme.edges[self._annotation.colour]
        marks_place = self._annotation.kind is AnnotationKind.BOOKMARK
        self._quote.set_bar(theme.accent if marks_place else shade)

    def write(self) -> None:
        """Put the cursor into the note."""
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self) -> None:
        """Know that the words of the note could not be stored."""
        self._note.refuse()
        self._foot.setText(tr("还没有存上，文字仍在这里"))

    def commit(self) -> None:
        """Hand on what is not handed on yet."""
        self._note.commit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit(self._name)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(4)
        foot = QHBoxLayout()
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._more)
        foot.addWidget(self._delete)
        column.addWidget(self._quote)
        column.addWidget(self._note)
        column.addWidget(self._tags)
        column.addLayout(foot)

    def menu(self) -> QMenu:
        """Give what else can be done: other colours where there are some, what was said before."""
        menu = QMenu(self)
        if self._annotation.kind is not AnnotationKind.BOOKMARK:
            for colour, name in COLOURS.items():
                action = menu.addAction(tr(name))
                action.setCheckable(True)
                action.setChecked(colour is self._annotation.colour)
                action.triggered.connect(
                    lambda _on=False, colour=colour: self.recoloured.emit(self._name, colour)
                )
            menu.addSeparator()
        menu.addAction(tr("到正文这一处")).triggered.connect(lambda: self.chosen.emit(self._name))
        menu.addAction(tr("以前的内容…")).triggered.connect(
            lambda: self.history_wanted.emit(self._name)
        )
        return menu

    def _on_more(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_edited(self, text: str) -> None:
        self.edited.emit(self._name, text)

    def _on_tagged(self, tags: list[str]) -> None:
        if tuple(tags) != self._annotation.tags:
            self.tagged.emit(self._name, tags)

    def _on_delete(self) -> None:
        self.delete_requested.emit(self._name)


def foot_text(placed: PlacedAnnotation, place: str, own_author: str = "") -> str:
    """Give the last line of a card: its state when that matters, who made it when somebody else
    did, place and date.
    """
    state = tr(_STATES.get(placed.anchor.state, ""))
    annotation: Annotation = placed.annotation
    author = annotation.author if own_author and annotation.author != own_author else ""
    return " · ".join(part for part in (state, author, place, day(annotation.modified)) if part)
