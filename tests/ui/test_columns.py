from __future__ import annotations

import pytest

from policyviewer.ui.columns import Columns


@pytest.mark.parametrize(
    ("width", "side", "notes"), [(1366, True, True), (1199, True, False), (899, False, False)]
)
def test_columns_give_way(width: int, side: bool, notes: bool):
    columns = Columns(width)
    assert (columns.side_shown, columns.notes_shown) == (side, notes)


def test_a_wish_overrides_the_room():
    narrow = Columns(800).with_side(shown=True)
    assert narrow.side_shown
    assert not Columns(1366).with_notes(shown=False).notes_shown


def test_a_wish_lasts_while_the_room_stays():
    assert Columns(800).with_side(shown=True).resized(850).side_shown


def test_a_wish_ends_where_the_room_changes():
    wide = Columns(1366).with_notes(shown=False).resized(1000)
    assert wide.resized(1366).notes_shown


def test_two_documents_need_the_room_of_the_notes():
    assert not Columns(1366).with_split(split=True).notes_shown
    assert Columns(1920).with_split(split=True).notes_shown
    assert Columns(1366).with_split(split=True).with_notes(shown=True).notes_shown
    assert Columns(1366).with_split(split=True).with_split(split=False).notes_shown
