"""An edition of a document that is not the one the library shows, to be looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from policyviewer.app.page_settings import PageStyle
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.translation import tr

_SIZE = (760, 640)


class EditionDialog(QDialog):
    """A page of its own, beside the window: notes are made on the edition that is shown there."""

    def __init__(
        self, document: Document, colours: PageColours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = document.outline.metadata.title
        self.setWindowTitle(tr("{title}（第 {version} 版）").format(
            title=title, version=document.version
        ))  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._document = document
        self.page = ReaderPane(colours)
        told = soft(tr("这是保存的另一版，只供查看；批注请做在现在显示的一版上。"))
        told.setContentsMargins(12, 8, 12, 8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(told)
        whole.addWidget(self.page, 1)

    def show_place(self, start: int, style: PageStyle, zoom: float) -> None:
        """Show the document with a code point in view."""
        self.page.set_page_style(style)
        self.page.set_zoom(zoom)
        self.page.show_document(self._document, start)
        self.page.reveal(TextRange(start, start))
