from __future__ import annotations

from PySide6.QtCore import QRectF

from policyviewer.domain.annotations import AnnotationKind
from policyviewer.domain.documents import Finding
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.colours import PageColours
from policyviewer.ui.reader.marks import Mark
from policyviewer.ui.reader.painting import PagePainter, around, note_outline, ribbon


def mark(name: str, start: int, end: int, kind: AnnotationKind = AnnotationKind.NOTE) -> Mark:
    return Mark(name, TextRange(start, end), kind)


def test_the_shortest_mark_is_on_top():
    painter = PagePainter(PageColours())
    painter.set_marks([mark("long", 0, 20), mark("short", 5, 9)])
    assert [one.id for one in painter.marks_at(6)] == ["short", "long"]


def test_a_bookmark_is_not_clicked_in_the_text():
    painter = PagePainter(PageColours())
    painter.set_marks([mark("1", 0, 20, AnnotationKind.BOOKMARK)])
    assert painter.marks_at(6) == []


def test_a_damaged_place_is_found():
    painter = PagePainter(PageColours())
    finding = Finding("masked", TextRange(3, 4), "一个字被遮住")
    painter.set_findings([finding])
    assert painter.findings_at(3) == [finding]
    assert painter.findings_at(4) == []


def test_a_wash_lies_inside_its_line():
    line = QRectF(10, 100, 50, 33)
    assert line.contains(around(line, 18))


def test_a_low_line_is_washed_in_full():
    line = QRectF(10, 100, 50, 20)
    assert around(line, 18) == line


def test_ribbon_and_note_stay_in_their_margin():
    place = QRectF(50, 100, 200, 24)
    assert QRectF(0, 90, 50, 45).contains(ribbon(25, place, 18).boundingRect())
    assert note_outline(25, 112, 11).boundingRect() == QRectF(19.5, 106.5, 11, 11)
