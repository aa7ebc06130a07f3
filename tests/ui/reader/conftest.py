"""Documents and a pane for the tests of the reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document, DocumentId, Source
from policyviewer.domain.structure import parse
from policyviewer.ui.reader.pane import ReaderPane

SEED = Path(__file__).parents[3] / "resources" / "library" / "000_58f006bc1ad22d16.txt"

MakeDocument = Callable[[str], Document]


def document_of(text: str) -> Document:
    source = Source("test.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return Document(DocumentId("test"), 1, source, parse(text))


def law_text(articles: int) -> str:
    sentence = "县级以上人民政府应当加强对本行政区域内有关工作的领导，建立协调机制。"
    lines = [f"第{number}条　{sentence}" for number in range(1, articles + 1)]
    return "\n".join(["某某管理办法", *lines])


@pytest.fixture
def make_document() -> MakeDocument:
    return document_of


@pytest.fixture
def seed() -> Document:
    return document_of(SEED.read_text(encoding="utf-8"))


@pytest.fixture
def law() -> Document:
    """Give a text of 700 lines, which takes more than one slice."""
    return document_of(law_text(700))


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(784, 652)
    pane.show()
    return pane


@pytest.fixture
def show(pane: ReaderPane, qtbot: QtBot) -> Callable[..., None]:
    def show(document: Document, at: int = 0) -> None:
        pane.show_document(document, at)
        qtbot.waitUntil(lambda: not pane.filling)

    return show
