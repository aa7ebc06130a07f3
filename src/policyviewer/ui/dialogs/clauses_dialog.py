"""Marked clauses, one below the other: to be read, printed, or kept as a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from policyviewer.app.marked_clauses import MOST, MarkedClause
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.clause_pages import PAPER, clause_page
from policyviewer.ui.panes.parts import soft
from policyviewer.ui.theme import Theme
from policyviewer.ui.translation import tr

_SIZE = (760, 620)


class ClausesDialog(QDialog):
    """Shows clauses; a citation leads to its place."""

    place_wanted = Signal(str, object)
    """A document's id and a range of its text."""
    print_wanted = Signal(str)
    pdf_wanted = Signal(str)
    """Both with the page as HTML in the colours of paper."""

    def __init__(
        self,
        title: str,
        clauses: Sequence[MarkedClause],
        theme: Theme,
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self._clauses, self._whole = clauses, whole
        self._page = QTextBrowser()
        self._page.setAccessibleName(title)
        self._page.setOpenLinks(False)
        self._page.setProperty("role", "page")
        self._page.setHtml(clause_page(clauses, theme, whole=whole))
        self._page.anchorClicked.connect(self._on_link)
        self._build()

    @property
    def text(self) -> str:
        """Give the words that are shown."""
        return self._page.toPlainText()

    def _build(self) -> None:
        count = sum(len(one.marks) for one in self._clauses)
        told = tr("{clauses} 条，{marks} 处批注").format(clauses=len(self._clauses), marks=count)
        if len(self._clauses) >= MOST and not self._whole:
            told += tr("；条款太多，只列出这些，请先筛选")
        foot = QHBoxLayout()
        foot.addWidget(soft(told), 1)
        deeds = (
            (tr("打印…"), lambda: self.print_wanted.emit(self._paper())),
            (tr("存为 PDF…"), lambda: self.pdf_wanted.emit(self._paper())),
            (tr("关闭"), self.reject),
        )
        for words, deed in deeds:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(deed)
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addWidget(self._page, 1)
        whole.addLayout(foot)

    def _paper(self) -> str:
        return clause_page(self._clauses, PAPER, whole=self._whole)

    def _on_link(self, url: QUrl) -> None:
        kind, _colon, number = url.toString().partition(":")
        if kind != "clause" or not number.isdecimal():
            return
        one = self._clauses[int(number)]
        if one.start is not None:
            spans = [mark.span for mark in one.marks if mark.span is not None]
            start = one.start + (spans[0].start if spans else 0)
            self.place_wanted.emit(str(one.document), TextRange(start, start))
