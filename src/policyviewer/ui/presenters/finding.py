"""Finding words on the page: typed, marked, walked through, and left at the place found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from policyviewer.app.finding import Findable, Sought, following
from policyviewer.domain.documents import Document
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.presenters.walking import WalkPresenter
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.widgets.find_bar import FindBar

_LONGEST = 60
"""Code points of a selection that is taken over as the words to be found."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The places of some words in a document, and the readings they were found in."""

    document: Document
    findable: Findable
    places: list[TextRange]


class FindPresenter(QObject):
    """Joins the bar, the page and its marks; while the bar shows, its finds are those marked."""

    def __init__(
        self,
        tasks: TaskRunner,
        reading: ReadingPresenter,
        deck: ReaderDeck,
        bar: FindBar,
        walking: WalkPresenter,
    ) -> None:
        super().__init__(deck)
        self._tasks = tasks
        self._reading = reading
        self._deck = deck
        self._bar = bar
        self._walking = walking
        self._found: _Found | None = None
        self._current: int | None = None
        self._goes = True
        """Whether what is found is gone to: the page of a document that was turned to stays."""
        self._anchor = 0
        """Where the page stood when the search began: the first place from there on is shown."""
        bar.changed.connect(self._on_changed)
        bar.next_wanted.connect(self.next_place)
        bar.previous_wanted.connect(self.previous_place)
        bar.closed.connect(self._on_closed)
        walking.landing.connect(self._on_landing)
        reading.opened.connect(self._on_opened)
        reading.emptied.connect(bar.close_bar)

    @property
    def active(self) -> bool:
        """Say whether the bar shows, so that the keys for the next hit are its own."""
        return not self._bar.isHidden()

    @property
    def places(self) -> list[TextRange]:
        """Give the places found, in reading order."""
        return self._found.places if self._found is not None else []

    def begin(self) -> None:
        """Show the bar; a short selection becomes its words."""
        document = self._reading.document
        if document is None:
            return
        selected = self._deck.selection()
        self._anchor = selected.start if selected is not None else self._deck.position()
        if not self.active:
            self._walking.set_marking(on=False)
            self._reading.remember_here()
        self._bar.open_bar(_words(self._deck.text, selected))

    def next_place(self) -> None:
        """Go to the next place; the last is followed by the first."""
        self._step(1)

    def previous_place(self) -> None:
        """Go to the place before; the first is preceded by the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        """Go on from the current place, or from where the page stands."""
        at = self._current
        if at is None and self.places:
            first = following(self.places, self._deck.position()) or 0
            at = first - 1 if by > 0 else first
        if at is not None:
            self._show((at + by) % len(self.places))

    def _on_changed(self, sought: Sought) -> None:
        self._goes = True
        self._look_for(sought)

    def _look_for(self, sought: Sought) -> None:
        document = self._reading.document
        if document is None or not self.active:
            return
        known = self._found.findable if self._is_known(document) and self._found else None

        def find(ctx: JobContext) -> _Found:
            findable = known or Findable(document.outline, ctx.token.check)
            ctx.token.check()
            return _Found(document, findable, findable.places(sought))

        self._tasks.submit(
            find, on_done=self._on_found, owner=self, lane=Lane.READ, key="find-on-page"
        )

    def _is_known(self, document: Document) -> bool:
        return self._found is not None and self._found.document is document

    def _on_found(self, found: _Found) -> None:
        if not self.active or found.document is not self._reading.document:
            return
        self._found = found
        self._current = None
        self._show(following(found.places, self._anchor) if self._goes else None)

    def _show(self, number: int | None) -> None:
        """Mark all places, one of them as the current one, and bring that one into view."""
        self._current = number
        self._deck.set_hits(self.places, number)
        self._bar.show_place(number, len(self.places))
        if number is not None:
            self._anchor = self.places[number].start
            self._deck.reveal(self.places[number])

    def _on_opened(self, _document: Document) -> None:
        """Look for the words in another document too; its page stays where it is."""
        self._found, self._current = None, None  # until then there is no place to go on from
        if self.active:
            self._anchor, self._goes = self._deck.position(), False
            self._look_for(self._bar.sought)

    def _on_landing(self) -> None:
        """Give way to a hit of the library search that is opened."""
        self._current = None
        self._bar.close_bar()

    def _on_closed(self) -> None:
        """Leave the page at the place found, selected; the marks of the library search return."""
        self._tasks.cancel("find-on-page")
        place = self.places[self._current] if self._current is not None else None
        self._found, self._current = None, None
        self._walking.set_marking(on=True)
        if place is not None:
            self._deck.select(place)
        self._deck.set_focus_on_text()


def _words(text: str, selected: TextRange | None) -> str:
    """Give the selected words, if they are few enough and stand in one line."""
    if selected is None or selected.length > _LONGEST:
        return ""
    words = selected.of(text).strip()
    return "" if "\n" in words else words
