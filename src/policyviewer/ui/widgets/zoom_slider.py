"""The small slider of the zoom: as large as the page is, in percent."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from policyviewer.ui.translation import tr

_WIDTH = 96
_STEP = 10
_PAGE = 50


class ZoomSlider(QSlider):
    """Sets the zoom by mouse and keys; its value is in percent, as a screen reader says it."""

    zoom_chosen = Signal(float)
    """The zoom that the user asks for, 1.0 being the actual size."""

    def __init__(self, smallest: float, largest: float, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(round(smallest * 100), round(largest * 100))
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(tr("页面缩放，百分比"))
        self.setToolTip(tr("拖动或按左右方向键改变页面大小"))
        self.show_zoom(1.0)
        self.valueChanged.connect(self._on_value_changed)

    def show_zoom(self, zoom: float) -> None:
        """Stand where the page is, 1.0 being the actual size, and ask for nothing."""
        with QSignalBlocker(self):
            self.setValue(round(zoom * 100))

    def _on_value_changed(self, percent: int) -> None:
        self.zoom_chosen.emit(percent / 100)
