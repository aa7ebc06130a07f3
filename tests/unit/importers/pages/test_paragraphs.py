from __future__ import annotations

import pytest
from pages_by_hand import full, line

from policyviewer.importers.pages.paragraphs import Joiner, column_of

COLUMN = (72.0, 520.0)


def joined(first, second, others=(), gap=32.0):
    """Say whether the second goes on from the first; each words, or words and a left edge."""
    placed = [one if isinstance(one, tuple) else (one, 72.0) for one in (first, second)]
    one, two = (line(words, left, 72 + gap * at) for at, (words, left) in enumerate(placed))
    return Joiner([one, two, *others]).goes_on(one, two)


def indented(count=4):
    """Give paragraphs of two lines, the first of them moved in by two characters."""
    lines = []
    for at in range(count):
        lines.append(line("文" * 26, 104, 200 + 64 * at))
        lines.append(line("文" * 20, 72, 232 + 64 * at))
    return lines


def test_a_full_line_goes_on_and_a_short_one_ends():
    assert joined(full(), "接着说。")
    assert not joined("短的一行", "另一段。")


def test_a_marker_or_an_indent_begins_a_paragraph():
    assert not joined(full(), "第二条 修路。")
    assert not joined(full(), ("另一段。", 104.0))


def test_after_a_full_stop_it_depends_on_whether_first_lines_are_moved_in():
    ended = full()[:-2] + "。"
    assert not joined(ended, "另一段。")
    assert joined(ended, "接着说。", indented())
    assert not joined(ended, ("另一段。", 104.0), indented())


def test_after_a_full_stop_a_line_goes_on_that_had_no_room_for_a_character_more():
    assert joined(full()[:-1] + "。", "接着说。")


def spaced():
    """Give paragraphs of two lines and 32 points each, 44 from one to the next."""
    lines = []
    for at in range(4):
        lines.append(line(full(), 72, 300 + 76 * at))
        lines.append(line("文" * 20, 72, 332 + 76 * at))
    return lines


def test_where_paragraphs_are_set_apart_the_distance_tells():
    ended = full()[:-2] + "。"
    assert joined(ended, "接着说。", spaced())
    assert not joined(full(), "另一段。", spaced(), gap=44)


def test_other_sizes_and_wide_distances_part():
    one, two = line(full()), line("小字", top=104, size=12)
    assert not Joiner([one, two]).goes_on(one, two)
    assert not joined(full(), "远处的一行", indented(), gap=90)


def test_rows_of_a_table_do_not_go_on():
    row = line("甲\t乙\t" + "丙" * 10)
    assert not Joiner([row]).goes_on(row, line("接着说。", top=104))


def test_paragraphs_moved_in_as_a_whole_stay_whole():
    first = line("文" * 26, 104, 72)
    others = [line(full(), top=200 + 32 * at) for at in range(9)]
    assert Joiner([first, *others]).goes_on(first, line("接着说。", 104, 104))


def test_a_column_is_where_most_lines_begin_and_end():
    lines = [line(full(), top=30 * at) for at in range(40)]
    assert column_of([*lines, line("超出", 20), line("超出", 560)]) == COLUMN


@pytest.mark.parametrize("width", [595.0, 842.0])
def test_with_few_lines_the_margins_are_taken_to_be_equal(width: float):
    assert column_of([line("短的一行")], width) == (72.0, width - 72)


def test_where_first_lines_are_moved_in_a_line_nearly_full_goes_on():
    assert joined(full()[:-4], "定”、“办法”等。", indented())
    assert not joined(full()[:-4], "定”、“办法”等。")
    assert not joined(full()[:-5] + "。", "另一段。", indented())
