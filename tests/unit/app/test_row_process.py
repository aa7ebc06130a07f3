from __future__ import annotations

import logging
import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from policyviewer.app import row_process
from policyviewer.app.collection import Collection
from policyviewer.domain.documents import DocumentId
from policyviewer.search.rows import Row


@pytest.fixture
def documents(filled: Collection) -> list[DocumentId]:
    return [one.id for one in filled.own.documents.summaries()]


def made(filled: Collection, documents: list[DocumentId]) -> list[Row]:
    with row_process.rows_of(filled.own, documents) as rows:
        return list(rows)


def making() -> list[str]:
    """Give the names of the processes that make rows."""
    return [one.name for one in multiprocessing.active_children() if one.name == row_process.NAME]


def test_few_rows_are_made_here(filled: Collection, documents) -> None:
    found = made(filled, documents)
    assert {row.facts.document for row in found} == set(documents)
    assert any("防火" in row.words for row in found)


def test_another_process_makes_the_same(filled: Collection, documents, monkeypatch) -> None:
    here = made(filled, [*documents, DocumentId("gone")])
    monkeypatch.setattr(row_process, "FEW", 1)
    assert made(filled, [*documents, DocumentId("gone")]) == here
    assert not making()


def test_who_needs_no_more_ends_the_process(filled: Collection, documents, monkeypatch) -> None:
    monkeypatch.setattr(row_process, "FEW", 1)
    with row_process.rows_of(filled.own, documents * 200) as rows:
        assert next(rows).facts.document == documents[0]
        assert making()
    assert not making()


def test_without_a_second_process_rows_are_made_here(
    filled: Collection, documents, monkeypatch, tmp_path: Path, caplog
) -> None:
    """It finds no library, and ends."""
    here = made(filled, documents)
    monkeypatch.setattr(row_process, "FEW", 1)
    lost = replace(filled.own, folder=tmp_path / "gone", writable=False)
    with caplog.at_level(logging.WARNING), row_process.rows_of(lost, documents) as rows:
        assert list(rows) == here
    assert "without a second process" in caplog.text
    caplog.clear()
