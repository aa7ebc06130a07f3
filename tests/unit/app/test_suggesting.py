from __future__ import annotations

import pytest

from policyviewer.app.search_history import SearchHistory
from policyviewer.app.searching import SearchService
from policyviewer.app.suggesting import SuggestionService
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.suggestions import SuggestionKind
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.searches import SearchStore

TITLE = "青山县人民政府办公室关于做好森林防火工作的通知"


@pytest.fixture
def history(tmp_path):
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    yield SearchHistory(SearchStore(database))
    database.close()


@pytest.fixture
def service(filled, history):
    searching = SearchService(filled.shelves)
    yield SuggestionService(filled.shelves, history, searching.words)
    searching.close()


def told(service: SuggestionService, typed: str) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in service.suggest(typed)]


@pytest.mark.parametrize("typed", ["森林防火", "青山县人民政府办公室", "sslfh"])
def test_titles_are_known_by_their_words(service, typed: str) -> None:
    found = [one for one in service.suggest(typed) if one.kind is SuggestionKind.TITLE]
    assert (TITLE in {one.text for one in found}) is (typed != "sslfh")
    assert all(one.document for one in found)


def test_titles_are_known_by_their_initials(service) -> None:
    assert ("title", TITLE) in told(service, "qsxrmzf")


def test_words_of_the_documents_are_completed(service) -> None:
    assert ("term", "经费 森林") in told(service, "经费 森")
    assert all(kind != "term" for kind, _ in told(service, "经费 森 "))
    assert all(kind != "term" for kind, _ in told(service, "-森"))


def test_own_searches_come_first_and_saved_ones_before_others(service, history) -> None:
    history.remember(SearchQuery("森林公园"), 1)
    history.save(SearchQuery("森林 防火 -草原"), "春季")
    assert told(service, "森")[:2] == [("search", "森林 防火 -草原"), ("search", "森林公园")]
    assert told(service, "春季")[0] == ("search", "森林 防火 -草原")


def test_what_was_typed_is_not_suggested(service, history) -> None:
    history.remember(SearchQuery("森林"), 1)
    assert "森林" not in [text for _, text in told(service, "森林")]


@pytest.mark.parametrize("typed", ["", "  ", "长" * 100, "囧"])
def test_nothing_is_suggested_for_nothing(service, typed: str) -> None:
    assert service.suggest(typed) == ()


def test_a_changed_library_is_read_anew(service, filled) -> None:
    assert ("title", TITLE) in told(service, "森林")
    for one in filled.own.documents.summaries():
        filled.own.documents.remove(one.id)
    service.forget()
    assert all(kind != "title" for kind, _ in told(service, "森林"))
