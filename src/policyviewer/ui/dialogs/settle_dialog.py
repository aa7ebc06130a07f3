"""Annotations whose words were changed: former and present words side by side, one key each."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.settling import Question
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import noop, tr

_SIZE = (820, 380)
_LONGEST = 4000
"""Code points of either text that are compared; more is only shown."""
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
        self._texts = (_text(tr("原来的文字")), _text(tr("现在的文字")))
        self._buttons = {name: self._button(name, tr(words), key) for name, words, key in _DEEDS}
        self._build()
        self._show_first()

    @property
    def question(self) -> Question | None:
        """Give the question that is shown."""
        return self._questions[0] if self._questions else None

    def _button(self, name: str, words: str, key: str) -> QPushButton:
        made = QPushButton(f"{words}（{key}）")
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self._answer(name))
        QShortcut(QKeySequence(key), self).activated.connect(made.click)
        return made

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for column, text in enumerate(self._texts):
            grid.addWidget(soft(text.accessibleName()), 0, column)
            grid.addWidget(text, 1, column)
            grid.setColumnStretch(column, 1)
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


def compared(former: str, present: str, theme: Theme) -> tuple[str, str]:
    """Give two texts as HTML: what went out struck through, what came in underlined."""
    if max(len(former), len(present)) > _LONGEST:
        return _html(former), _html(present)
    parts: tuple[list[str], list[str]] = ([], [])
    matcher = SequenceMatcher(None, former, present, autojunk=False)
    for deed, start, end, begin, stop in matcher.get_opcodes():
        one, other = _html(former[start:end]), _html(present[begin:stop])
        if deed != "equal":
            ground = f"background-color: {theme.hit}; color: {theme.ink};"
            one = one and f'<span style="{ground} text-decoration: line-through;">{one}</span>'
            other = other and f'<span style="{ground} text-decoration: underline;">{other}</span>'
        parts[0].append(one)
        parts[1].append(other)
    return "".join(parts[0]), "".join(parts[1])


def framed(words: str, around: tuple[str, str], theme: Theme) -> str:
    """Give marked words as HTML between what stands before and behind them, which is paler."""
    before, behind = (f'<span style="color: {theme.soft};">{_html(one)}</span>' for one in around)
    return f'<div style="font-size: 16px; line-height: 150%;">{before}{words}{behind}</div>'


def _html(text: str) -> str:
    return escape(text.strip("\n")).replace("\n", "<br>")


def _text(name: str) -> QTextBrowser:
    made = QTextBrowser()
    made.setAccessibleName(name)
    made.setOpenLinks(False)
    made.setTabChangesFocus(True)
    made.setProperty("role", "page")
    return made
