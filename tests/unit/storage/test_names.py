from __future__ import annotations

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.name_counts import FormCount, NameCount
from policyviewer.domain.named import NameKind
from policyviewer.storage.database import Schema
from policyviewer.storage.names import NameStore

A, B = DocumentId("a"), DocumentId("b")


def count(key: str, provisions: int, *forms: tuple[str, int]) -> NameCount:
    shown = tuple(FormCount(*one) for one in forms)
    return NameCount(NameKind.PLACE, key, shown, provisions)


@pytest.fixture
def store(open_database) -> NameStore:
    return NameStore(open_database(Schema.NAMES))


def test_nothing_is_kept_at_first(store: NameStore):
    assert store.stamps() == {}
    assert store.sums() == []


def test_sums_are_over_all_documents(store: NameStore):
    store.keep({A: ("1", [count("重庆", 3, ("重庆", 3), ("重庆市", 1))])})
    store.keep({B: ("1", [count("重庆", 2, ("重庆市", 2)), count("贵州", 1, ("贵州", 1))])})
    sums = {one.key: one for one in store.sums()}
    assert (sums["重庆"].provisions, sums["重庆"].documents) == (5, 2)
    assert sums["重庆"].forms == (FormCount("重庆", 3), FormCount("重庆市", 3))
    assert sums["贵州"].documents == 1


def test_a_document_read_again_replaces_what_was_kept(store: NameStore):
    store.keep({A: ("1", [count("重庆", 3, ("重庆", 3))])})
    store.keep({A: ("2", [count("贵州", 1, ("贵州", 1))])})
    assert store.stamps() == {A: "2"}
    assert [one.key for one in store.sums()] == ["贵州"]


def test_documents_are_forgotten_with_their_names(store: NameStore):
    store.keep({A: ("1", [count("重庆", 3, ("重庆", 3))]), B: ("1", [])})
    store.drop([A])
    assert store.stamps() == {B: "1"}
    assert store.sums() == []


def test_one_key_of_two_kinds_is_two_names(store: NameStore):
    body = NameCount(NameKind.BODY, "重庆", (FormCount("重庆", 1),), 1)
    store.keep({A: ("1", [count("重庆", 1, ("重庆", 1)), body])})
    assert {one.kind for one in store.sums()} == {NameKind.PLACE, NameKind.BODY}
