"""What else a search may be made by, as a line of words to click: 也可检索：渝 12 · 渝黔 8."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from policyviewer.domain.queries import Expansion, ShortForm, ShortForms
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.chips import Chips

Chip = tuple[str, str, Expansion]


class ShortFormsRow(QWidget):
    """Hidden without anything to offer; can be closed."""

    chosen = Signal(object)
    """The Expansion by which the search is to be widened."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = soft(tr("也可检索："))
        self._chips = Chips("link")
        self._close = QToolButton()
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(tr("这次不提示简称"))
        self._close.setToolTip(tr("这次不提示简称；菜单“显示”里可以一直不提示"))
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 6, 0)
        top.addWidget(label, 1)
        top.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        inner = QHBoxLayout()
        inner.setContentsMargins(8, 0, 8, 6)
        inner.addWidget(self._chips)
        whole.addLayout(inner)
        self._chips.chosen.connect(self.chosen)
        self._close.clicked.connect(self.closed)
        self.hide()

    def show_forms(self, offered: Sequence[ShortForms]) -> None:
        """Show what a search can be widened by, hide without anything."""
        self._chips.show_chips(chips_of(offered))
        self.setVisible(bool(offered))


def chips_of(offered: Sequence[ShortForms]) -> list[Chip]:
    """Give the words, tool tip and meaning of every chip; several forms of a word can be taken
    together.
    """
    chips: list[Chip] = []
    for each in offered:
        chips += [
            (f"{form.text} {form.count}", _tip(each, form), Expansion(each.written, (form.text,)))
            for form in each.forms
        ]
        added = together(each)
        if len(added) > 1:
            words = tr("全部一起") if len(offered) == 1 else tr("{word}：全部一起")
            tip = tr("“{written}”也按“{added}”查找").format(
                written=each.written, added="、".join(added)
            )
            chips.append((words.format(word=each.written), tip, Expansion(each.written, added)))
    return chips


def together(offered: ShortForms) -> tuple[str, ...]:
    """Give the forms that are taken together: all but letters that mostly mean something else."""
    return tuple(form.text for form in offered.forms if form.clear)


def _tip(offered: ShortForms, form: ShortForm) -> str:
    words = (
        tr("“{written}”也按“{form}”查找，这样写的有 {count} 条")
        if form.clear
        else tr("“{written}”也按“{form}”查找，有这个字的有 {count} 条，多半是别的意思")
    )
    return words.format(written=offered.written, form=form.text, count=form.count)
