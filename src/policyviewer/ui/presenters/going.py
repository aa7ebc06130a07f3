"""Going to a clause of the open document: typed, previewed, gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from policyviewer.domain.citations import Citations
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.translation import tr
from policyviewer.ui.widgets.goto_bar import GotoBar
from policyviewer.ui.widgets.offers import Offer, Offers

if TYPE_CHECKING:  # its patterns cost a start 10 ms
    from policyviewer.domain.clauses import Clause

_BEGINS = 60
"""Code points of a clause that are shown before one goes there."""


class GoPresenter(QObject):
    """Joins the bar for clauses with the page."""

    def __init__(
        self, reading: ReadingPresenter, deck: ReaderDeck, bar: GotoBar, offers: Offers
    ) -> None:
        super().__init__(deck)
        self._reading = reading
        self._deck = deck
        self._bar = bar
        bar.set_offers(offers)
        bar.changed.connect(self._on_changed)
        bar.chosen.connect(self.go)
        bar.closed.connect(deck.set_focus_on_text)
        reading.opened.connect(self._on_opened)
        reading.emptied.connect(bar.close_bar)

    def begin(self) -> None:
        """Show the bar."""
        if self._reading.document is not None:
            self._bar.open_bar()

    def go(self, clause: Clause) -> None:
        """Go to a clause; back leads to where one was."""
        self._reading.reveal(TextRange(clause.span.start, clause.span.start))

    def _on_opened(self, _document: Document) -> None:
        self._bar.close_bar()

    def _on_changed(self, typed: str) -> None:
        document = self._reading.document
        if document is None or self._bar.isHidden():
            return
        from policyviewer.domain.clauses import clauses

        found = clauses(document.outline, typed)
        hint = "" if found or not typed.strip() else tr("本文没有这一条")
        self._bar.show_places([self._offer(document, one) for one in found], hint)

    def _offer(self, document: Document, clause: Clause) -> Offer:
        """Give a clause as it is offered: how it begins, and how it is cited."""
        start, end = clause.span.start, min(clause.span.end, clause.span.start + _BEGINS)
        begins = " ".join(document.outline.text[start:end].split())
        return Offer(begins, Citations(document.outline).within(clause.id), clause)
