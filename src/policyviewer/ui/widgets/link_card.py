"""The card that shows where a link leads, before one goes there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from policyviewer.ui.translation import tr

_WIDTH = 400
_GAP = 6


class LinkCard(QFrame):
    """Title, number, place and first words of a target; it takes neither keyboard nor mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self.setObjectName("linkCard")
        self.setAccessibleName(tr("链接指向"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = _label("cardTitle")
        self._status = _label("badge", wraps=False)
        self._place = _label("soft")
        self._words = _label("")
        self._help = _label("soft")
        self._help.setText(tr("点击打开，Ctrl+点击并排打开"))
        line = QHBoxLayout()
        line.addWidget(self._title, 1)
        line.addWidget(self._status, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addLayout(line)
        for label in (self._place, self._words, self._help):
            column.addWidget(label)
        self.setFixedWidth(_WIDTH)
        self.hide()

    @property
    def text(self) -> str:
        """Give all that is shown, as it is read aloud."""
        parts = (self._title, self._status, self._place, self._words)
        return "，".join(part.text() for part in parts if part.text())

    def show_target(self, title: str, status: str, place: str, words: str) -> None:
        """Take what the card shows; an empty status or place leaves its line out."""
        for label, text in (
            (self._title, title),
            (self._status, status),
            (self._place, place),
            (self._words, words),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleDescription(self.text)

    def show_at(self, link: QRect) -> None:
        """Show the card below a link (a rectangle of the screen), or above it; never over it."""
        self.ensurePolished()
        owner = self._owner
        place = QRect(owner.mapFromGlobal(link.topLeft()), link.size())
        height = self._column.totalHeightForWidth(_WIDTH)
        self.resize(_WIDTH, height)
        self.move(card_corner(place, QSize(_WIDTH, height), owner.size()))
        self.show()
        self.raise_()


def card_corner(link: QRect, card: QSize, inside: QSize) -> QPoint:
    """Give where a card stands so that it covers no part of its link and leaves no edge."""
    left = min(max(0, link.left()), max(0, inside.width() - card.width() - _GAP))
    below = link.bottom() + _GAP
    if below + card.height() <= inside.height():
        return QPoint(left, below)
    return QPoint(left, max(0, link.top() - _GAP - card.height()))


def _label(role: str, *, wraps: bool = True) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label
