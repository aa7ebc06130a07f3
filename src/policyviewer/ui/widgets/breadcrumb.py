"""Where one is: the headings above the line in view, each a step back up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.plain import plain

_SEPARATOR = "›"
_GAP = "…"
_SPACING = 6
_NARROWEST = 64


@dataclass(frozen=True, slots=True)
class Crumb:
    """A heading, and the code point where it begins."""

    text: str
    offset: int


def fitting(widths: Sequence[int], room: int, gap: int) -> list[int]:
    """Give which crumbs there is room for: the innermost, the outermost, then from inside out.

    Widths, room and gap (between two crumbs) are pixels; of the innermost its end may be cut.
    """
    if not widths:
        return []
    last = len(widths) - 1
    chosen, left = {last}, room - widths[last]
    for at in dict.fromkeys((0, *range(last - 1, 0, -1))):
        if at in chosen:
            continue
        left -= widths[at] + gap
        if left < 0:
            break
        chosen.add(at)
    return sorted(chosen)


class Breadcrumb(QWidget):
    """A row of buttons, as many as there is room for; the tool tip has all of them."""

    chosen = Signal(int)
    """The code point of the heading that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("当前位置"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._crumbs: tuple[Crumb, ...] = ()
        self._buttons: list[QPushButton] = []
        self._signs: list[QLabel] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_SPACING)
        self._line.addStretch(1)

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Give all headings, those without room too."""
        return self._crumbs

    def show_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show the headings above a place, outermost first."""
        self._crumbs = tuple(crumbs)
        while len(self._buttons) < len(crumbs):
            self._add_button()
        self.setToolTip(f" {_SEPARATOR} ".join(one.text for one in crumbs))
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _add_button(self) -> None:
        at = len(self._buttons)
        sign = QLabel(_SEPARATOR)
        button = QPushButton()
        button.setProperty("role", "crumb")
        button.setToolTip(tr("翻到这一级标题"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._on_clicked(at))
        for part in (sign, button):
            self._line.insertWidget(self._line.count() - 1, part)
        self._buttons.append(button)
        self._signs.append(sign)

    def _arrange(self) -> None:
        metrics = self.fontMetrics()
        gap = metrics.horizontalAdvance(_GAP) + 2 * _SPACING
        widths = [metrics.horizontalAdvance(one.text) for one in self._crumbs]
        kept = fitting(widths, self.width() - gap, gap)
        before = -1
        for at, (sign, button) in enumerate(zip(self._signs, self._buttons, strict=True)):
            shown = at in kept
            sign.setVisible(shown and len(kept) > 0 and at != kept[0])
            button.setVisible(shown)
            if shown:
                sign.setText(_SEPARATOR if at == before + 1 else _GAP)
                room = max(_NARROWEST, self.width())
                cut = metrics.elidedText(self._crumbs[at].text, Qt.TextElideMode.ElideRight, room)
                button.setText(plain(cut))
                button.setAccessibleName(self._crumbs[at].text)
                before = at

    def _on_clicked(self, at: int) -> None:
        self.chosen.emit(self._crumbs[at].offset)
