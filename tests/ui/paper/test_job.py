from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Outline
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.ranges import TextRange
from policyviewer.domain.tasks import Cancelled, JobContext
from policyviewer.ui.paper.job import PrintWish, laid_out, write_pdf
from policyviewer.ui.tasks import TaskRunner

OutlineOf = Callable[[str], Outline]


@pytest.mark.parametrize("text", ["", " \n\u3000\n"])
def test_nothing_to_print_is_told(qtbot: QtBot, outline_of: OutlineOf, text: str):
    with pytest.raises(UserError, match="没有可以打印的文字"):
        laid_out(PrintWish(outline_of(text), "来源"), JobContext())


def test_an_empty_selection_is_told(qtbot: QtBot, seed: Outline):
    with pytest.raises(UserError, match="没有可以打印的文字"):
        laid_out(PrintWish(seed, "来源", TextRange(10, 10)), JobContext())


def test_a_text_without_structure_is_printed(qtbot: QtBot, outline_of: OutlineOf):
    made = laid_out(PrintWish(outline_of("只有一句话。\n还有一句。"), "来源"), JobContext())
    assert len(made.pages) == 1


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(
    qtbot: QtBot, notice: Outline, tmp_path: Path
):
    (tmp_path / "甲.pdf").mkdir()
    with pytest.raises(StorageError, match="无法写入"):
        write_pdf(PrintWish(notice, "来源"), tmp_path / "甲.pdf", JobContext())
    assert [one.name for one in tmp_path.iterdir()] == ["甲.pdf"]


def test_a_cancelled_print_writes_nothing(qtbot: QtBot, seed: Outline, tmp_path: Path):
    ctx = JobContext()
    ctx.token.cancel()
    with pytest.raises(Cancelled):
        write_pdf(PrintWish(seed, "来源"), tmp_path / "甲.pdf", ctx)
    assert not [*tmp_path.iterdir()]


@pytest.mark.slow
def test_a_long_text_does_not_hold_up_the_window(qtbot: QtBot, outline_of: OutlineOf, tmp_path):
    """The loop turns again and again meanwhile (how long it waits: benchmarks/printing.py)."""
    article = "县级以上人民政府应当加强对有关工作的领导，建立协调机制，明确责任分工。" * 3
    text = "\n".join(["某某办法", *(f"第{n}条　{article}" for n in range(1, 900))])
    wish = PrintWish(outline_of(text), "来源")
    owner, tasks, done = QObject(), TaskRunner(), []
    beats: list[int] = []
    beat = QTimer(interval=5)
    beat.timeout.connect(lambda: beats.append(1))
    beat.start()
    tasks.submit(
        lambda ctx: write_pdf(wish, tmp_path / "长.pdf", ctx), on_done=done.append, owner=owner
    )
    qtbot.waitUntil(lambda: bool(done), timeout=300_000)
    tasks.shutdown()
    assert len(beats) > len(laid_out(wish, JobContext()).pages) / 10
