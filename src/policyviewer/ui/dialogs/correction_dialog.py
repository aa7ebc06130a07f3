"""Correcting what was recognised in a document of the library."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from policyviewer.domain.corrections import Corrections
from policyviewer.domain.documents import Document, Outline
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.panes.reading_form import ReadingForm
from policyviewer.ui.translation import tr

_SIZE = (680, 620)


class CorrectionDialog(QDialog):
    """The form of one document, with a way to keep the corrections."""

    corrected = Signal(object, object)
    """An Outline, and the Corrections with which it is to be read anew."""
    keep_wanted = Signal(object)
    """The Corrections to be kept."""

    def __init__(
        self, document: Document, corrections: Corrections, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("更正识别结果"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._outline = document.outline
        self._before = corrections
        self._form = ReadingForm()
        self._form.show_reading(document.outline, corrections)
        self._keep = QPushButton(tr("保存"))
        self._keep.setDefault(True)
        self._cancel = QPushButton(tr("取消"))
        self._build()
        self._form.corrected.connect(self._on_corrected)
        self._keep.clicked.connect(self._on_keep)
        self._cancel.clicked.connect(self.reject)

    def show_outline(self, outline: Outline) -> None:
        """Show the document as it is read with the corrections."""
        self._outline = outline
        self._form.show_read_anew(outline, self._form.corrections)

    def _build(self) -> None:
        told = soft(tr("原文不会改动。更正会保留，以后再次导入这份文件时仍然有效。"))
        told.setContentsMargins(12, 12, 12, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 10, 12, 12)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(told)
        whole.addWidget(self._form, 1)
        whole.addLayout(foot)

    def _on_corrected(self, corrections: Corrections) -> None:
        self.corrected.emit(self._outline, corrections)

    def _on_keep(self) -> None:
        if not self._form.commit():
            return
        if self._form.corrections != self._before:
            self.keep_wanted.emit(self._form.corrections)
        self.accept()
