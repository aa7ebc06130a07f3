from __future__ import annotations

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.blocks import Block, BlockKind, Face, Run, block_of


def runs(block: Block) -> list[tuple[int, int, Face]]:
    return [(run.span.start, run.span.end, run.face) for run in block.runs]


def test_what_no_face_covers_is_set_in_the_rest():
    kaiti = Run(TextRange(2, 4), Face.KAITI)
    block = block_of(BlockKind.L2, TextRange(0, 6), [kaiti], Face.BODY)
    assert runs(block) == [(0, 2, Face.BODY), (2, 4, Face.KAITI), (4, 6, Face.BODY)]


def test_a_face_is_clipped_to_the_block():
    heiti = Run(TextRange(0, 9), Face.HEITI)
    block = block_of(BlockKind.L1, TextRange(3, 6), [heiti], Face.BODY)
    assert runs(block) == [(3, 6, Face.HEITI)]


def test_a_face_that_overlaps_the_one_before_is_left_out():
    faces = [Run(TextRange(0, 4), Face.HEITI), Run(TextRange(2, 5), Face.KAITI)]
    block = block_of(BlockKind.L1, TextRange(0, 6), faces, Face.BODY)
    assert runs(block) == [(0, 4, Face.HEITI), (4, 6, Face.BODY)]
