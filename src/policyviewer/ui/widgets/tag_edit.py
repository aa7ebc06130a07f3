"""A line of tags, which offers those that are in use while one is being typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyleOptionFrame, QWidget
from typing_extensions import override

from policyviewer.domain.annotations import Colour
from policyviewer.domain.patterns import regex
from policyviewer.domain.tags import colour_of
from policyviewer.ui.theme import LIGHT, RADIUS, Theme
from policyviewer.ui.translation import tr

_AIR, _GAP = 5, 5
_BETWEEN = regex("[ ,，、　]+")


class TagEdit(QLineEdit):
    """Tags parted by blanks or commas; the last one is completed. While nobody writes, they are
    drawn in their colours.
    """

    tagged = Signal(list)
    """The tags, when the line is left or Enter is pressed."""

    def __init__(
        self, known: QStringListModel | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._colours: Mapping[str, Colour] = {}
        self._shown_tags: tuple[str, ...] = ()
        self.setPlaceholderText(tr("标签，用空格隔开"))
        self.setAccessibleName(tr("标签"))
        self._known = known or QStringListModel(self)
        self.textEdited.connect(self._offer)
        self.editingFinished.connect(self._on_finished)

    @property
    def tags(self) -> list[str]:
        """Give the tags that stand in the line; what nobody has changed is as it was shown, though
        others may write tags with blanks.
        """
        unchanged = self.text() == " ".join(self._shown_tags)
        return list(self._shown_tags) if unchanged else tags_in(self.text())

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show tags, unless the line is being written."""
        if not self.hasFocus():
            self._shown_tags = tuple(tags)
            self.setText(" ".join(tags))

    def set_look(self, theme: Theme, colours: Mapping[str, Colour]) -> None:
        """Draw tags in the colours of a theme; ``colours`` are those that were chosen for tags."""
        self._theme, self._colours = theme, colours
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or not self.tags:
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        for tag, place in self._chips():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.highlights[colour_of(tag, self._colours)]))
            painter.drawRoundedRect(place, RADIUS / 2, RADIUS / 2)
            painter.setPen(QColor(self._theme.ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._shown(tag, place))
        painter.end()

    def _chips(self) -> list[tuple[str, QRect]]:
        """Give the tags with their places, as many as have room."""
        metrics, chips = self.fontMetrics(), []
        height = metrics.height() + 2
        left, top = _GAP, (self.height() - height) // 2
        for tag in self.tags:
            width = min(metrics.horizontalAdvance(tag) + 2 * _AIR, self.width() - 2 * _GAP)
            if left + width > self.width() - _GAP:
                break
            chips.append((tag, QRect(left, top, width, height)))
            left += width + _GAP
        return chips

    def _shown(self, tag: str, place: QRect) -> str:
        room = place.width() - _AIR
        return self.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, room)

    def _offer(self, text: str) -> None:
        begun = _BETWEEN.split(text)[-1]
        if not begun:
            return
        self._completer.setCompletionPrefix(begun)
        self._completer.complete()

    @cached_property
    def _completer(self) -> QCompleter:
        """Offers the tags in use; made with the first key, for most lines are only looked at."""
        made = QCompleter(self._known, self)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setWidget(self)
        made.activated.connect(self._complete)
        return made

    def _complete(self, tag: str) -> None:
        begun = _BETWEEN.split(self.text())[-1]
        kept = self.text()[: len(self.text()) - len(begun)]
        self.setText(f"{kept}{tag} ")

    def _on_finished(self) -> None:
        self.tagged.emit(self.tags)


def tags_in(text: str) -> list[str]:
    """Give the tags of a line, each once."""
    return list(dict.fromkeys(one.lstrip("#") for one in _BETWEEN.split(text) if one.strip("#")))
