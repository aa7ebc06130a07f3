from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policyviewer.app.search_history import LONGEST_NAME, SearchHistory
from policyviewer.domain.errors import UserError
from policyviewer.domain.queries import SearchQuery
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.searches import SearchStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def history(tmp_path):
    database = Database(tmp_path / "notes.sqlite", Schema.NOTES)
    yield SearchHistory(SearchStore(database), lambda: NOON)
    database.close()


def test_searches_are_remembered_with_the_time(history: SearchHistory) -> None:
    history.remember(SearchQuery("粮食"), 3)
    assert [(one.query.text, one.total, one.used) for one in history.recent()] == [
        ("粮食", 3, NOON),
    ]
    history.forget_all()
    assert history.recent() == []


def test_nothing_is_no_search(history: SearchHistory) -> None:
    history.remember(SearchQuery("  "), 0)
    assert history.recent() == []


def test_a_search_is_kept_under_a_plain_name(history: SearchHistory) -> None:
    kept = history.save(SearchQuery("粮食"), "  口粮\n安全 ")
    assert history.saved() == [kept]
    assert kept.name == "口粮 安全"
    history.rename(kept.id, "名" * 100)
    assert history.saved()[0].name == "名" * LONGEST_NAME
    history.delete(kept.id)
    assert history.saved() == []
    history.restore(kept.id)
    assert len(history.saved()) == 1


def test_a_name_must_be_said(history: SearchHistory) -> None:
    with pytest.raises(UserError, match="名称"):
        history.save(SearchQuery("粮食"), " \n")
