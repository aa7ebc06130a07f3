from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document, DocumentId, Outline, Source
from policyviewer.domain.structure import parse
from policyviewer.importers.tabbed import tables_in
from policyviewer.ui.presenters.exporting import ExportPresenter, table_name
from policyviewer.ui.reader.deck import ReaderDeck
from policyviewer.ui.tasks import TaskRunner
from policyviewer.ui.widgets.message_strip import MessageStrip

TEXT = "关于任务分工的通知\n一、分工\n任务分工表\n序号\t任务\t单位\n1\t修路\t交通局"


def outline_of(text: str) -> Outline:
    return parse(text, tables=tables_in(text))


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderDeck:
    pane = ReaderDeck()
    qtbot.addWidget(pane)
    source = Source("test.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    pane.show_document(Document(DocumentId("test"), 1, source, outline_of(TEXT)))
    return pane


@pytest.fixture
def strip(qtbot: QtBot) -> MessageStrip:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    return strip


@pytest.mark.parametrize("name", ["分工.csv", "分工.xlsx"])
def test_the_chosen_file_is_written_and_told(
    tmp_path: Path,
    qtbot: QtBot,
    tasks: TaskRunner,
    pane: ReaderDeck,
    strip: MessageStrip,
    name: str,
):
    ExportPresenter(tasks, pane, strip)
    pane.table_export_requested.emit(outline_of(TEXT).tables[0])
    dialog = pane.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    qtbot.waitUntil(lambda: name in strip.text)
    assert (tmp_path / name).stat().st_size > 0


def test_what_cannot_be_written_is_told(
    tmp_path: Path, qtbot: QtBot, tasks: TaskRunner, pane: ReaderDeck, strip: MessageStrip
):
    presenter = ExportPresenter(tasks, pane, strip)
    assert pane.document is not None
    with qtbot.waitSignal(tasks.failed) as told:
        table = pane.document.outline.tables[0]
        presenter.export(table, pane.document, tmp_path / "没有" / "表.csv")
    assert "无法写入" in str(told.args[0])
    assert strip.text == ""


def test_a_file_is_called_after_the_line_above_its_table():
    outline = outline_of(TEXT)
    assert table_name(outline.tables[0], outline) == "任务分工表"


def test_a_name_has_no_signs_that_a_file_must_not_have():
    text = "关于“甲/乙”的通知\n一、分工\n\n序号\t任务\t单位\n1\t修路\t交通局"
    outline = outline_of(text)
    assert "/" not in table_name(outline.tables[0], outline)
