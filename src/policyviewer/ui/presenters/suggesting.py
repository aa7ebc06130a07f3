"""What the search box offers while one types: titles, words, searches made before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from policyviewer.app.search_history import SearchHistory
from policyviewer.app.suggesting import SuggestionService
from policyviewer.domain.queries import Expansion, SearchPage, ShortForms
from policyviewer.domain.suggestions import Suggestion, SuggestionKind
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.panes.short_forms_row import together
from policyviewer.ui.presenters.reading import ReadingPresenter
from policyviewer.ui.presenters.searching import SearchPresenter
from policyviewer.ui.tasks import Lane, TaskRunner
from policyviewer.ui.translation import noop, tr
from policyviewer.ui.widgets.offers import Offer, Offers
from policyviewer.ui.widgets.search_box import SearchBox

MOST = 8
"""Suggestions that are offered."""
_MOST_FORMS = 4
"""Ways to widen a search that are offered below them."""
_KINDS = {
    SuggestionKind.TITLE: noop("文件"),
    SuggestionKind.TERM: noop("词"),
    SuggestionKind.SEARCH: noop("检索过"),
}


class SuggestPresenter(QObject):
    """Offers suggestions below the box; a title opens its document, words are searched for."""

    def __init__(
        self,
        suggesting: SuggestionService,
        history: SearchHistory,
        tasks: TaskRunner,
        box: SearchBox,
        offers: Offers,
        searching: SearchPresenter,
        reading: ReadingPresenter,
        offers_forms: Callable[[], bool],
    ) -> None:
        """``offers_forms`` says whether short names of provinces are wanted."""
        super().__init__(searching)
        self._suggesting = suggesting
        self._history = history
        self._tasks = tasks
        self._box = box
        self._offers = offers
        self._searching = searching
        self._reading = reading
        self._offers_forms = offers_forms
        self._forms: tuple[ShortForms, ...] = ()
        searching.answered.connect(self._on_answered)
        box.results_wanted.connect(self._on_results_wanted)
        offers.chosen.connect(self._on_chosen)

    def prepare(self) -> None:
        """Read titles and words before they are needed, and anew when the library has changed."""

        def read(_ctx: JobContext) -> None:
            self._suggesting.forget()
            self._suggesting.suggest("一", MOST)

        self._tasks.submit(
            read, on_done=_nothing, owner=self, lane=Lane.READ, key="prepare-suggestions"
        )

    def _on_answered(self, page: SearchPage) -> None:
        """Look for suggestions once the results are there: they come first."""
        self._forms = page.short_forms if self._offers_forms() else ()
        if self._box.is_typed and self._box.hasFocus():
            self._suggest(self._box.text())
        else:
            self._box.hide_offers()

    def _on_results_wanted(self) -> None:
        """Offer the last searches below an empty box, where there are no results to go to."""
        if not self._box.text().strip():
            self._suggest("")

    def _suggest(self, typed: str) -> None:
        def suggest(ctx: JobContext) -> tuple[str, Sequence[Suggestion]]:
            ctx.token.check()
            return typed, self._suggesting.suggest(typed, MOST) if typed else self._last()

        self._tasks.submit(
            suggest, on_done=self._on_suggested, owner=self, lane=Lane.READ, key="suggest"
        )

    def _last(self) -> list[Suggestion]:
        """Give the searches used last, for an empty box."""
        return [
            Suggestion(
                SuggestionKind.SEARCH,
                past.query.text,
                tr("{total} 条结果").format(total=past.total),
            )
            for past in self._history.recent(MOST)
        ]

    def _on_suggested(self, told: tuple[str, Sequence[Suggestion]]) -> None:
        typed, suggestions = told
        wanted = self._box.is_typed or not typed  # Enter may have been pressed meanwhile
        if typed != self._box.text() or not (wanted and self._box.hasFocus()):
            return
        offers = [
            Offer(one.text, note_of(one), one)
            for one in suggestions
            if one.kind is SuggestionKind.TITLE or one.text != typed
        ]
        self._offers.show_offers([*offers, *self._widenings(typed)], self._box)

    def _widenings(self, typed: str) -> list[Offer]:
        """Give what the search may be widened by, the most frequent and all together."""
        offers = []
        for each in self._forms if typed else ():
            every = together(each)
            for added in dict.fromkeys((every[:1], every)) if every else ():
                words = tr("{written}，也找{words}").format(
                    written=each.written, words="、".join(added)
                )
                offers.append(Offer(words, tr("简称"), Expansion(each.written, added)))
        return offers[:_MOST_FORMS]

    def _on_chosen(self, value: object) -> None:
        if isinstance(value, Expansion):
            self._searching.widen(value)
        if not isinstance(value, Suggestion):
            return
        if value.kind is SuggestionKind.TITLE and value.document is not None:
            self._reading.open(value.document)
        else:
            self._searching.complete(value.text)


def note_of(suggestion: Suggestion) -> str:
    """Give the words that tell what a suggestion is."""
    return " · ".join(part for part in (tr(_KINDS[suggestion.kind]), suggestion.note) if part)


def _nothing(_result: object) -> None:
    """Take the result of a job that has none."""
