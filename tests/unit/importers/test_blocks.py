from __future__ import annotations

import pytest

from policyviewer.importers.blocks import framed, words_of
from policyviewer.importers.writing import TableCell

TABLE = [[TableCell("甲"), TableCell("乙")], [TableCell("丙")]]


def test_blocks_are_lines_and_a_table_is_flat():
    assert words_of(["一", TABLE, "二"]) == "一\n甲\u3000乙\u2028丙\n二"
    assert words_of([]) == ""


@pytest.mark.parametrize(
    ("cells", "inside"),
    [
        ([["一"]], ["一"]),
        ([[]], []),
        ([["一", TABLE], []], ["一", TABLE]),
        ([[], [], ["一", "二"]], ["一", "二"]),
    ],
)
def test_a_frame_gives_what_is_in_it(cells, inside):
    assert framed(cells) == inside


@pytest.mark.parametrize("cells", [[["备注"], []], [["一", "二"], ["三"]], [[], []], []])
def test_a_real_table_is_none(cells):
    assert framed(cells) is None
