"""Where the page stands: brings a place into view and keeps it there while the page grows."""

from __future__ import annotations

from PySide6.QtCore import QObject

from policyviewer.ui.reader.filling import Filler
from policyviewer.ui.reader.view import ReaderView


class Placing(QObject):
    """Moves the view for the program; what the user scrolls ends the wish of the program."""

    def __init__(self, view: ReaderView, filler: Filler, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._filler = filler
        self._wanted: tuple[int, float] | None = None
        """A code point, and the pixels below the top where its line shall stand."""
        self._moving = False
        self._height_before = 0.0
        filler.about_to_prepend.connect(self._on_about_to_prepend)
        filler.prepended.connect(self._on_prepended)
        filler.grown.connect(self._on_grown)
        filler.filled.connect(self._go_on)

    @property
    def position(self) -> int:
        """Give the code point at the top of the page."""
        if self._wanted is not None and self._wanted[1] == 0.0:
            return self._wanted[0]
        return self._view.top_code_point()

    @property
    def place(self) -> tuple[int, float]:
        """Give the place that shall stay: a code point, and its distance from the top."""
        return self._wanted or (self.position, 0.0)

    def forget(self) -> None:
        """Let go of the place that was wanted."""
        self._wanted = None

    def go(self, at: int, below: float) -> None:
        """Bring the line of a code point that is on the page to pixels below the top."""
        self._wanted = (at, below)
        self._moving = True
        self._view.place(at, below)
        self._moving = False

    def begin(self) -> None:
        """The page is being set anew: what the scroll bar does now is not the user's."""
        self._moving = True

    def scrolled(self) -> None:
        """The view has moved; if the user did it, chapters follow where the page ends."""
        if not self._moving:
            self._wanted = None
            self._go_on()

    def _go_on(self) -> None:
        bar = self._view.verticalScrollBar()
        if bar.value() < bar.pageStep():
            self._filler.go_on(before=True)
        if bar.maximum() - bar.value() < bar.pageStep():
            self._filler.go_on(before=False)

    def _on_about_to_prepend(self) -> None:
        self._moving = True
        document = self._view.document()
        rect = document.documentLayout().blockBoundingRect(document.begin())
        self._height_before = rect.top()

    def _on_prepended(self, count: int) -> None:
        """Keep the view on the lines it shows, now that others stand before them."""
        document = self._view.document()
        block = document.findBlockByNumber(count)
        grown = document.documentLayout().blockBoundingRect(block).top() - self._height_before
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(grown))
        self._moving = False

    def _on_grown(self) -> None:
        if self._wanted is not None:
            self.go(*self._wanted)
