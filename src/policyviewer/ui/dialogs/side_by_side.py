"""Two texts beside each other, and a button with one key for each answer to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from html import escape

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QTextBrowser

from policyviewer.ui.panes.parts import soft
from policyviewer.ui.theme import Theme

_LONGEST = 4000
"""Code points of either text that are compared; more is only shown."""


def text_view(name: str) -> QTextBrowser:
    """Give what shows one of the texts; its name is read aloud, and stands above it."""
    made = QTextBrowser()
    made.setAccessibleName(name)
    made.setOpenLinks(False)
    made.setTabChangesFocus(True)
    made.setProperty("role", "page")
    return made


def put_beside(grid: QGridLayout, texts: Sequence[QTextBrowser]) -> None:
    """Put texts beside each other, each below its name."""
    grid.setSpacing(8)
    for column, text in enumerate(texts):
        grid.addWidget(soft(text.accessibleName()), 0, column)
        grid.addWidget(text, 1, column)
        grid.setColumnStretch(column, 1)


def keyed_button(
    dialog: QDialog, words: str, key: str, pressed: Callable[[], object]
) -> QPushButton:
    """Give a button that a key presses, too."""
    made = QPushButton(f"{words}（{key}）")
    made.setAutoDefault(False)
    made.clicked.connect(lambda *_: pressed())  # without what Qt says of its state
    QShortcut(QKeySequence(key), dialog).activated.connect(made.click)
    return made


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
