from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policyviewer.domain.annotations import Quote, Target
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.progress import TaskProgress, TaskStatus
from policyviewer.domain.ranges import TextRange
from policyviewer.storage.database import Schema
from policyviewer.storage.task_progress import TaskProgressStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
TARGET = Target(
    DocumentId("d"), 1, "main/l1_1", TextRange(3, 5), Quote("修路", "一、", "。"), "意见"
)
DOING = TaskProgress(TaskStatus.DOING, "已招标", "2026-06-30")


@pytest.fixture
def store(open_database) -> TaskProgressStore:
    return TaskProgressStore(open_database(Schema.NOTES))


def test_progress_comes_back_as_it_was(store: TaskProgressStore):
    name = store.keep(TARGET, DOING, NOON, None)
    (kept,) = store.of(DocumentId("d"))
    assert (kept.id, kept.target, kept.progress, kept.modified) == (name, TARGET, DOING, NOON)
    assert store.of(DocumentId("e")) == []


def test_a_change_takes_the_place_of_what_was_kept(store: TaskProgressStore):
    name = store.keep(TARGET, DOING, NOON, None)
    done = TaskProgress(TaskStatus.DONE)
    assert store.keep(TARGET, done, NOON, name) == name
    assert [one.progress for one in store.of(DocumentId("d"))] == [done]


def test_what_was_forgotten_meanwhile_is_kept_anew(store: TaskProgressStore):
    name = store.keep(TARGET, DOING, NOON, None)
    store.forget([name])
    store.keep(TARGET, DOING, NOON, name)
    assert len(store.of(DocumentId("d"))) == 1


def test_progress_moves_to_another_document(store: TaskProgressStore):
    store.keep(TARGET, DOING, NOON, None)
    store.move(DocumentId("d"), DocumentId("e"))
    assert store.documents() == {DocumentId("e"): "意见"}
