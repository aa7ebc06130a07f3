from __future__ import annotations

import pytest

from policyviewer.importers.rtf_source import BOX, CELL, DEEPEST, END, NOTE, ROW, TooMuchError
from policyviewer.importers.rtf_source import source_of as taken_apart


def stories(body: str) -> list[str]:
    return taken_apart(f"{{\\rtf1 {body}}}").stories


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (r"a{\b b}c", r"a{\b b}c"),
        (r"a\{b\}\\c", r"a\{b\}\\c"),
        (r"a{\*\generator x{y}}b", "ab"),
        (r"a{\field{\*\fldinst PAGE}{\fldrslt 2}}", r"a{\field{\fldrslt 2}}"),
        (r"a{\upr{b}{\*\ud{c}}}", "a{{c}}"),
        (r"a{\shp{\*\shpinst b}c}d", "ad"),
        (r"a{\deleted b{c}}d", "a{}d"),
        (r"a{\deleted b\deleted0 c}d", "a{c}d"),
        (r"a{\v b\plain c}d", "a{c}d"),
        (r"\voice\deletedx a", r"\voice\deletedx a"),
        (r"a\bin3 }}}b", "ab"),
        (r"a\\bin3 b", r"a\\bin3 b"),
        ("a}b", "a"),
        ("a{b", "a{b}"),
        ("a\x02\x07b", "ab"),
    ],
)
def test_words_that_count_are_kept(body: str, kept: str):
    assert stories(body)[-1] == kept


def test_notes_and_boxes_become_stories_of_their_own():
    source = taken_apart(r"{\rtf1 a{\footnote b{\shp{\shptxt c}}d}e{\header f}}")
    assert source.stories == [f"b{BOX}0{END}d", "c", "f", f"a{NOTE}0{END}e"]
    assert (source.notes, source.boxes, source.outside) == ([0], [1], [2])


def test_a_note_to_deleted_words_is_deleted():
    assert stories(r"a{\deleted b{\footnote c}}d") == ["a{}d"]


def test_rows_have_their_shapes():
    source = taken_apart(
        r"{\rtf1\trowd\trleft-5\clvmgf\cellx9\clmrg\clvmrg\cellx20 a\cell\cell\row}"
    )
    assert source.stories == [f"a{CELL}{CELL}{ROW}0{END}"]
    (shape,) = source.shapes
    assert (shape.left, [edge.right for edge in shape.edges]) == (-5, [9, 20])
    assert (shape.edges[0].begins_down, shape.edges[0].goes_on_across) == (True, False)
    assert (shape.edges[1].goes_on_down, shape.edges[1].goes_on_across) == (True, True)


def test_a_cell_ends_even_where_its_words_are_deleted():
    assert stories(r"\trowd{\deleted a\cell}b\cell\row")[-1] == f"{{{CELL}}}b{CELL}{ROW}0{END}"


def test_fonts_say_which_characters_they_have():
    fonts = r"{\fonttbl{\f0\fcharset134 A;}{\f12\fnil\fcharset85{\*\falt B};}{\f3 C;}}"
    head = taken_apart(f"{{\\rtf1\\ansi\\ansicpg936{fonts}\\f9\\fcharset1 a}}").head
    assert "\\ansicpg936" in head
    assert "{\\f0\\fcharset134 x;}\n{\\f12\\fcharset134 x;}\n}" in head
    assert "\\f9" not in head


def test_everything_together_is_balanced():
    text = taken_apart(r"{\rtf1 a{\footnote b{\b c").text()
    assert text.count("{") == text.count("}")


def test_too_deep_nesting_is_refused():
    assert stories("{" * (DEEPEST - 2))
    with pytest.raises(TooMuchError):
        stories("{" * (DEEPEST + 1))


def test_too_many_cells_are_refused():
    with pytest.raises(TooMuchError):
        stories("\\cell" * 300_000)
