from __future__ import annotations

from pages_by_hand import page, piece, stack

from policyviewer.importers.pages.columns import ordered

LEFT = ["左" * 12] * 7 + ["左末。"]
RIGHT = ["右" * 12] * 7 + ["右末。"]


def texts(pieces):
    (columns,) = ordered([(page(pieces), pieces)])
    return [[line.text for line in column] for column in columns]


def test_a_page_in_one_column_is_one():
    pieces = stack(["文" * 28, "文" * 20] * 4)
    assert texts(pieces) == [["文" * 28, "文" * 20] * 4]


def test_two_columns_are_read_one_after_the_other():
    assert texts(stack(LEFT) + stack(RIGHT, left=320)) == [LEFT, RIGHT]


def test_what_stands_across_both_columns_parts_them():
    title = piece("关于修路的通知", 240, 40)
    below = stack(LEFT, top=400) + stack(RIGHT, top=400, left=320)
    middle = piece("二、跨过两栏的一行标题" * 2, 100, 360)
    pieces = [title, *stack(LEFT), *stack(RIGHT, left=320), middle, *below]
    assert texts(pieces) == [
        ["关于修路的通知"], LEFT, RIGHT, [middle.text], LEFT, RIGHT,
    ]  # fmt: skip


def test_a_table_of_two_columns_is_read_row_by_row():
    rows = stack(["一", "二", "三", "四", "五", "六"]) + stack(["甲乙"] * 6, left=350)
    assert len(texts(rows)) == 1


def test_short_pages_and_empty_ones_are_one_column_or_none():
    assert texts(stack(LEFT[:3]) + stack(RIGHT[:3], left=320)) == [
        [f"{left} {right}" for left, right in zip(LEFT[:3], RIGHT[:3], strict=True)]
    ]
    assert texts([]) == []


def test_a_last_page_too_empty_to_tell_has_the_columns_of_the_others():
    first, last = stack(LEFT) + stack(RIGHT, left=320), stack(["左" * 12, "左末。"])
    pages = ordered([(page(first), first), (page(last), last)])
    assert {line.column for line in pages[1][0]} == {pages[0][0][0].column}
    assert pages[0][0][0].column != (0, 595)


def test_a_page_whose_lines_cross_the_gutter_of_the_others_is_one_column():
    first, last = stack(LEFT) + stack(RIGHT, left=320), stack(["文" * 28] * 3)
    pages = ordered([(page(first), first), (page(last), last)])
    assert {line.column for line in pages[1][0]} == {(0, 595)}
