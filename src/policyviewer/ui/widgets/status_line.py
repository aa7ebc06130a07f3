"""The line at the bottom: where one is, what there is, how large the page is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.breadcrumb import Breadcrumb, Crumb
from policyviewer.ui.widgets.zoom_slider import ZoomSlider


class StatusLine(QFrame):
    """Breadcrumb on the left; library, index and zoom (smallest and largest: ``zooms``) right."""

    zoom_chosen = Signal(float)
    """The zoom that the user asks for by the slider, 1.0 being the actual size."""
    place_chosen = Signal(int)
    """The code point where a heading of the breadcrumb begins."""

    def __init__(self, zooms: tuple[float, float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._place = Breadcrumb()
        self._place.chosen.connect(self.place_chosen)
        self.damage = QPushButton()
        self.damage.setProperty("role", "link")
        self.damage.hide()
        self.standing = QPushButton()
        self.standing.setProperty("role", "link")
        self.standing.setAccessibleName(tr("效力"))
        self.standing.setToolTip(tr("效力"))
        self.standing.hide()
        self._library = self._label(tr("文库"))
        self._index = self._label(tr("索引"))
        self._zoom = self._label(tr("缩放"))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 4, 12, 4)
        self._line.setSpacing(16)
        self._line.addWidget(self._place, 1)
        self._line.addWidget(self.standing)
        self._line.addWidget(self.damage)
        for label in (self._library, self._index, self._zoom):
            self._line.addWidget(label)
        self._slider = ZoomSlider(*zooms)
        self._slider.zoom_chosen.connect(self.zoom_chosen)
        self._line.addWidget(self._slider)

    def add_progress(self, strip: QWidget) -> None:
        """Put the progress of background work before the figures."""
        self._line.insertWidget(1, strip)

    def show_place(self, crumbs: Sequence[Crumb]) -> None:
        """Show the headings above the line in view."""
        self._place.show_crumbs(crumbs)

    def show_standing(self, words: str, reason: str) -> None:
        """Show that the document is not simply in force, and why; no words hide it."""
        self.standing.setText(words)
        self.standing.setToolTip(reason or tr("效力"))
        self.standing.setVisible(bool(words))

    def show_damage(self, count: int, *, restored: bool) -> None:
        """Show how many characters of the document are masked and how they are shown now."""
        words = tr("缺字 {count} 处，已复原") if restored else tr("缺字 {count} 处，显示复原")
        self.damage.setText(words.format(count=count))
        self.damage.setToolTip(
            tr("点击恢复成原文的样子（F7）") if restored else tr("点击把被遮盖的字显示出来（F7）")
        )
        self.damage.setVisible(count > 0)

    def show_library(self, documents: int, newest: str) -> None:
        """Show how many documents there are, and the date (ISO) of the newest."""
        self._library.setText(library_text(documents, newest))

    def show_packs(self, lines: Sequence[str]) -> None:
        """Show, when the pointer rests there, how recent each library is that came in packs."""
        self._library.setToolTip("\n".join(lines))

    def show_index(self, text: str) -> None:
        """Show the state of the index."""
        self._index.setText(text)

    def show_zoom(self, zoom: float) -> None:
        """Show the size of the page, 1.0 being 100 %."""
        self._zoom.setText(f"{round(zoom * 100)} %")
        self._slider.show_zoom(zoom)

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setAccessibleName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def library_text(documents: int, newest: str) -> str:
    """Tell how many documents there are, and how recent they are where a date (ISO) is known."""
    told = tr("{count} 份文件").format(count=documents)
    if newest:
        told += "  ·  " + tr("资料截至 {date}").format(date=newest)
    return told
