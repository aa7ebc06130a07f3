"""Annotations whose words were changed: former and present words side by side, one key each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

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

from policyviewer.app.settling import Question
from policyviewer.ui.dialogs.side_by_side import (
    compared,
    framed,
    keyed_button,
    put_beside,
    text_view,
)
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr

_SIZE = (820, 380)
_DEEDS = (
    ("accept", noop("采用现在的文字"), "A"),
    ("leave", noop("保留原样"), "K"),
    ("open", noop("打开原文"), "O"),
    ("drop", noop("删除批注"), "D"),
)


class SettleDialog(QDialog):
    """Asks one question after the other; what is left open is asked again the next time."""

    accept_wanted = Signal(object)
    leave_wanted = Signal(object)
    drop_wanted = Signal(object)
    place_wanted = Signal(object)
    """Each with the Question that is shown."""

    def __init__(
        self, questions: Sequence[Question], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("原文已改的批注"))
        self.resize(*_SIZE)
        self._questions = list(questions)
        self._theme = theme
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._note = soft("")
        self._note.setWordWrap(True)
        self._texts = (text_view(tr("原来的文字")), text_view(tr("现在的文字")))
        self._buttons = {
            name: keyed_button(self, tr(words), key, partial(self._answer, name))
            for name, words, key in _DEEDS
        }
        self._build()
        self._show_first()

    @property
    def question(self) -> Question | None:
        """Give the question that is shown."""
        return self._questions[0] if self._questions else None

    def _build(self) -> None:
        grid = QGridLayout()
        put_beside(grid, self._texts)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in self._buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        later = QPushButton(tr("以后再说"))
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        foot.addWidget(later)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(self._head)
        whole.addWidget(self._note)
        whole.addLayout(grid, 1)
        whole.addLayout(foot)
        self._buttons["accept"].setFocus()

    def _show_first(self) -> None:
        question = self.question
        if question is None:
            self.accept()
            return
        self._head.setText(heading(question, len(self._questions)))
        note = question.placed.annotation.text
        self._note.setText(tr("批注：{words}").format(words=note) if note else "")
        self._note.setVisible(bool(note))
        gone = tr("这里的文字已经删除。批注仍然保留，列在“全部批注”中。")
        former, present = compared(question.former, question.present or gone, self._theme)
        self._texts[0].setHtml(framed(former, question.former_frame, self._theme))
        now = framed(present, question.present_frame, self._theme)
        self._texts[1].setHtml(now if question.present else escape(gone))
        self._buttons["accept"].setEnabled(question.likely is not None)

    def _answer(self, name: str) -> None:
        question = self.question
        if question is None:
            return
        signals = {
            "accept": self.accept_wanted,
            "leave": self.leave_wanted,
            "open": self.place_wanted,
            "drop": self.drop_wanted,
        }
        signals[name].emit(question)
        if name == "open":
            self.reject()
        else:
            del self._questions[0]
            self._show_first()


def heading(question: Question, left: int) -> str:
    """Give the line that tells where an annotation was made and how many are left."""
    target = question.placed.annotation.target
    place = target.citation or f"《{question.document.outline.metadata.title}》"
    return tr("{place}　还有 {count} 条待确认").format(place=place, count=left)
