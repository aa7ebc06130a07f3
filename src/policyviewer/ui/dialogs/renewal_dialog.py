"""What has become of the parts of a compilation: former and present words, decided one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.compiled_parts import CompiledPiece
from policyviewer.domain.compilations import PartState
from policyviewer.ui.dialogs.side_by_side import (
    compared,
    framed,
    keyed_button,
    put_beside,
    text_view,
)
from policyviewer.ui.models.part_rows import state_word, told
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr

_SIZE = (860, 460)
_NOWHERE = frozenset({PartState.DELETED, PartState.GONE})
_DEEDS = (
    ("accept", noop("采用现在的"), "A"),
    ("leave", noop("先不管"), "K"),
    ("open", noop("打开原文"), "O"),
    ("compare", noop("新旧对照"), "C"),
    ("remove", noop("移出汇编"), "D"),
)


class RenewalDialog(QDialog):
    """Shows one changed part after the other; what is left alone is shown again the next time."""

    accepted_parts = Signal(list)
    """The CompiledPieces whose present words take the place of the former ones."""
    remove_wanted = Signal(object)
    place_wanted = Signal(object)
    comparison_wanted = Signal(object)
    """Each with the CompiledPiece that is shown."""

    def __init__(
        self, pieces: Sequence[CompiledPiece], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("刷新汇编"))
        self.resize(*_SIZE)
        self._pieces = list(pieces)
        self._count = len(self._pieces)
        self._theme = theme
        self._place = soft("")
        self._head = QLabel()
        self._told = QLabel()
        for label in (self._head, self._told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._head.setProperty("role", "cardTitle")
        self._texts = (text_view(tr("收入时的文字")), text_view(tr("现在的文字")))
        self._buttons = {
            name: keyed_button(self, tr(words), key, partial(self._answer, name))
            for name, words, key in _DEEDS
        }
        self._all = QPushButton(tr("其余全部采用"))
        self._build()
        self._show_first()

    @property
    def piece(self) -> CompiledPiece | None:
        """Give the part that is shown."""
        return self._pieces[0] if self._pieces else None

    def _build(self) -> None:
        self._words = QWidget()
        grid = QGridLayout(self._words)
        grid.setContentsMargins(0, 0, 0, 0)
        put_beside(grid, self._texts)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in self._buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        later = QPushButton(tr("以后再说"))
        for button, deed in ((self._all, self._accept_all), (later, self.reject)):
            button.setAutoDefault(False)
            button.clicked.connect(deed)
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        for part in (self._place, self._head, self._told):
            whole.addWidget(part)
        whole.addWidget(self._words, 1)
        whole.addStretch()
        whole.addLayout(foot)
        self._buttons["accept"].setFocus()

    def _show_first(self) -> None:
        piece = self.piece
        if piece is None:
            self.accept()
            return
        present = piece.present
        at = self._count - len(self._pieces) + 1
        state = state_word(present)
        counted = tr("第 {at} 处，共 {count} 处　{state}")
        self._place.setText(counted.format(at=at, count=self._count, state=state))
        self._head.setText(present.part.name)
        self._told.setText(told(present))
        self._show_words(piece)
        self._buttons["accept"].setEnabled(present.state not in _NOWHERE)
        self._buttons["open"].setEnabled(present.state is not PartState.GONE)
        self._buttons["compare"].setVisible(piece.former is not None)
        self._all.setEnabled(any(one.present.state not in _NOWHERE for one in self._pieces))

    def _show_words(self, piece: CompiledPiece) -> None:
        former, now = compared(*piece.words, self._theme)
        gone = piece.present.state in _NOWHERE
        same = piece.present.part.is_whole and piece.former is None
        nothing = tr("（没有了）") if gone else ""
        self._words.setVisible(not same)
        for text, words in zip(self._texts, (former, now), strict=True):
            text.setHtml(framed(words or nothing, ("", ""), self._theme))

    def _answer(self, name: str) -> None:
        piece = self.piece
        if piece is None:
            return
        if name in ("open", "compare"):
            {"open": self.place_wanted, "compare": self.comparison_wanted}[name].emit(piece)
            self.reject()
            return
        if name == "accept":
            self.accepted_parts.emit([piece])
        elif name == "remove":
            self.remove_wanted.emit(piece)
        del self._pieces[0]
        self._show_first()

    def _accept_all(self) -> None:
        self.accepted_parts.emit([one for one in self._pieces if one.present.state not in _NOWHERE])
        self.accept()
