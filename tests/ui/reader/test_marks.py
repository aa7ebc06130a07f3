from __future__ import annotations

from policyviewer.domain.annotations import AnnotationKind, Colour
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.marks import Mark


def test_a_mark_is_yellow_unless_told_otherwise():
    assert Mark("1", TextRange(0, 2), AnnotationKind.HIGHLIGHT).colour is Colour.YELLOW
