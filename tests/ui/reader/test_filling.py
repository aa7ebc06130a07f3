from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from policyviewer.domain.documents import Document, Outline
from policyviewer.domain.structure import parse
from policyviewer.ui.reader.filling import (
    FIRST_BEFORE,
    FIRST_BEHIND,
    SLICE,
    SLICE_CHARACTERS,
    Filler,
)
from policyviewer.ui.reader.formats import PageFormats
from policyviewer.ui.reader.plan import LONGEST_BLOCK, plan
from policyviewer.ui.reader.stretches import LEAST, MOST, WHOLE_UP_TO
from policyviewer.ui.reader.typography import families, sheet_for

LINE = "县级以上人民政府应当加强对本行政区域内有关工作的领导，建立协调机制。\n"


@pytest.fixture
def filler(qtbot: QtBot) -> Filler:
    return Filler()


def start(filler: Filler, outline: Outline, at: int) -> QTextDocument:
    page = QTextDocument(filler)
    page.setUndoRedoEnabled(False)
    formats = PageFormats(sheet_for(784, 1.0), families(()), ink="#000000", soft="#777777")
    filler.start(page, outline, formats, at)
    return page


def page_text(outline: Outline) -> str:
    return "\n".join(block.span.of(outline.text) for block in plan(outline))


def sizes_of_slices(filler: Filler, qtbot: QtBot) -> list[int]:
    """Give how many blocks each slice put in, until the page is whole."""
    counts = [filler.positions.blocks]
    filler.grown.connect(lambda: counts.append(filler.positions.blocks))
    if filler.busy:
        qtbot.waitSignal(filler.filled).wait()
    return [after - before for before, after in pairwise(counts)]


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
def test_the_page_is_whole_wherever_it_began(
    filler: Filler, law: Document, qtbot: QtBot, part: float
):
    page = start(filler, law.outline, int(part * len(law.outline.text)))
    qtbot.waitUntil(lambda: not filler.busy)
    assert page.toPlainText() == page_text(law.outline)


def test_a_million_characters_come_in_small_slices(filler: Filler, qtbot: QtBot):
    outline = parse(LINE * (1_000_000 // len(LINE)))
    start(filler, outline, 400_000)
    assert filler.positions.blocks <= FIRST_BEFORE + FIRST_BEHIND
    slices = sizes_of_slices(filler, qtbot)
    assert max(slices) <= SLICE
    assert LEAST <= filler.positions.covered.length <= 2 * MOST
    assert not filler.complete


def test_further_chapters_follow_until_all_is_there(filler: Filler, qtbot: QtBot):
    articles = "".join(f"第{number}条　{LINE * 20}" for number in range(1, 1_201))
    outline = parse(f"汇编\n{articles}")
    assert len(outline.text) > WHOLE_UP_TO
    page = start(filler, outline, len(outline.text) // 2)
    before = True
    while not filler.complete:
        qtbot.waitUntil(lambda: not filler.busy)
        filler.go_on(before=before)
        before = not before
    assert page.toPlainText() == page_text(outline)


def test_a_page_that_is_whole_does_not_go_on(filler: Filler, law: Document, qtbot: QtBot):
    start(filler, law.outline, 0)
    qtbot.waitUntil(lambda: not filler.busy)
    filler.go_on(before=False)
    assert filler.complete
    assert not filler.busy


def test_a_giant_line_comes_in_small_slices(filler: Filler, qtbot: QtBot):
    outline = parse("这一句有十个字左右吧。" * 20_000)
    start(filler, outline, 100_000)
    assert filler.positions.covered.length <= 4 * SLICE_CHARACTERS
    most = SLICE_CHARACTERS // (LONGEST_BLOCK // 2) + 1
    assert max(sizes_of_slices(filler, qtbot)) <= most


def test_the_wanted_place_is_there_at_once(filler: Filler, law: Document):
    at = law.outline.text.index("第400条")
    start(filler, law.outline, at)
    assert filler.busy
    assert filler.positions.covered.start < at < filler.positions.covered.end


def test_another_document_ends_the_one_before(filler: Filler, law: Document, qtbot: QtBot):
    first = start(filler, law.outline, 0)
    there = first.blockCount()
    second = start(filler, parse("另一份\n正文。"), 0)
    qtbot.waitUntil(lambda: not filler.busy)
    assert second.toPlainText() == "另一份\n正文。"
    assert first.blockCount() == there


def test_a_short_document_is_filled_at_once(filler: Filler, qtbot: QtBot):
    with qtbot.waitSignal(filler.filled):
        start(filler, parse("标题\n正文。"), 0)
    assert not filler.busy


def test_an_empty_document_is_filled(filler: Filler, qtbot: QtBot):
    with qtbot.waitSignal(filler.filled):
        page = start(filler, parse(""), 0)
    assert page.toPlainText() == ""


def test_no_timer_runs_when_the_page_is_whole(filler: Filler, law: Document, qtbot: QtBot):
    start(filler, law.outline, 0)
    qtbot.waitUntil(lambda: not filler.busy)
    assert not any(timer.isActive() for timer in filler.findChildren(QTimer))


def test_clear_ends_the_work(filler: Filler, law: Document):
    start(filler, law.outline, 0)
    filler.clear()
    assert not filler.busy
    assert filler.plan is None
