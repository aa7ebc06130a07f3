from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import Expansion, Order, SearchFilter, SearchQuery
from policyviewer.storage import searches
from policyviewer.storage.searches import SearchStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
FULL = SearchQuery(
    "粮食 \ud800",
    order=Order.DATE,
    wanted=SearchFilter(
        issuers=("国务院",),
        kinds=("通知",),
        statuses=("in-force",),
        years=(2018, None),
        levels=("state",),
        documents=(DocumentId("d"),),
    ),
    within=("农业",),
    literal=("渝",),
    widened=(Expansion("重庆", ("渝", "成渝")),),
)


def test_a_query_comes_back_whole(open_database) -> None:
    SearchStore(open_database()).remember(FULL, 7, NOON)
    (past,) = SearchStore(open_database()).recent(9)
    assert (past.query, past.total, past.used) == (FULL, 7, NOON)


def test_a_query_is_kept_once_and_the_latest_comes_first(open_database) -> None:
    store = SearchStore(open_database())
    for minute, text in enumerate(("甲", "乙", " 甲 ")):
        store.remember(SearchQuery(text, limit=minute), minute, NOON + timedelta(minutes=minute))
    assert [(one.query.text, one.total) for one in store.recent(9)] == [("甲", 2), ("乙", 1)]
    assert len(store.recent(1)) == 1


def test_the_oldest_are_forgotten_and_names_are_not(open_database, monkeypatch) -> None:
    monkeypatch.setattr(searches, "MOST", 2)
    store = SearchStore(open_database())
    store.save(FULL, "粮食", NOON)
    for minute, text in enumerate("甲乙丙"):
        store.remember(SearchQuery(text), 0, NOON + timedelta(minutes=minute))
    assert [one.query.text for one in store.recent(9)] == ["丙", "乙"]
    store.forget_all()
    assert store.recent(9) == []
    assert [one.name for one in store.saved()] == ["粮食"]


def test_names_can_be_changed_and_deletion_taken_back(open_database) -> None:
    store = SearchStore(open_database())
    kept = store.save(FULL, "粮食", NOON)
    assert store.saved() == [kept]
    assert kept.query == FULL
    store.rename(kept.id, "口粮")
    store.delete(kept.id, NOON)
    assert store.saved() == []
    store.restore(kept.id)
    assert store.saved() == [replace(kept, name="口粮")]


def test_saving_again_keeps_one(open_database) -> None:
    store = SearchStore(open_database())
    first = store.save(FULL, "粮食", NOON)
    store.delete(first.id, NOON)
    assert store.save(FULL, "粮食", NOON).id == first.id
    assert len(store.saved()) == 1


def test_a_name_that_is_there_already_replaces(open_database) -> None:
    store = SearchStore(open_database())
    store.save(FULL, "甲", NOON)
    other = store.save(FULL, "乙", NOON)
    store.rename(other.id, "甲")
    assert [one.name for one in store.saved()] == ["甲"]


def test_a_query_that_is_not_widened_is_kept_as_before(open_database) -> None:
    database = open_database()
    SearchStore(database).remember(SearchQuery("甲"), 1, NOON)
    (row,) = database.connection().execute("SELECT query FROM search").fetchall()
    assert "widened" not in row["query"]
