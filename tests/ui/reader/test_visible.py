from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextDocument

from policyviewer.domain.documents import Document
from policyviewer.ui.reader.pane import ReaderPane
from policyviewer.ui.reader.view import ReaderView
from policyviewer.ui.reader.visible import (
    block_at,
    blocks_between,
    line_start_at,
    line_top,
    rects,
)


@pytest.fixture
def page(pane: ReaderPane, show: Callable[..., None], seed: Document) -> QTextDocument:
    show(seed)
    view = pane.findChild(ReaderView)
    assert view is not None
    return view.document()


def test_every_height_has_its_block_even_between_blocks(page: QTextDocument):
    layout = page.documentLayout()
    end = layout.blockBoundingRect(page.lastBlock()).bottom()
    heights = range(0, min(3000, int(end)), 7)
    numbers = [block_at(page, height).blockNumber() for height in heights]
    assert numbers == sorted(numbers)
    for height, number in zip(heights, numbers, strict=True):
        assert layout.blockBoundingRect(page.findBlockByNumber(number)).bottom() > height


def test_below_the_last_block_is_the_last_block(page: QTextDocument):
    assert block_at(page, 1e9).blockNumber() == page.blockCount() - 1


def test_blocks_in_view_follow_each_other(page: QTextDocument):
    numbers = [seen.block.blockNumber() for seen in blocks_between(page, 500, 1200)]
    assert numbers == list(range(numbers[0], numbers[-1] + 1))
    assert len(numbers) > 1


def test_a_lines_top_leads_back_to_its_beginning(page: QTextDocument):
    seen = next(blocks_between(page, 900, 901))
    layout = seen.block.layout()
    starts = [seen.start + layout.lineAt(line).textStart() for line in range(layout.lineCount())]
    assert [line_start_at(page, line_top(page, start) + 1) for start in starts] == starts


def test_the_first_lines_top_is_that_of_the_sheet(page: QTextDocument):
    assert line_top(page, 0) == 0.0


def test_a_range_over_lines_has_a_rectangle_a_line(page: QTextDocument):
    seen = next(one for one in blocks_between(page, 0, 2000) if one.block.layout().lineCount() > 3)
    found = rects(seen, seen.start, seen.end)
    assert len(found) == seen.block.layout().lineCount()
    assert all(rect.width() > 0 for rect in found)


def test_a_range_outside_the_block_has_no_rectangle(page: QTextDocument):
    seen = next(blocks_between(page, 900, 901))
    assert rects(seen, seen.end + 1, seen.end + 9) == []
