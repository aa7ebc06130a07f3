from __future__ import annotations

from policyviewer.domain.suggestions import Suggestion, SuggestionKind


def test_a_suggestion_is_of_words_unless_it_names_a_document() -> None:
    one = Suggestion(SuggestionKind.TERM, "农田")
    assert (one.note, one.document) == ("", None)
