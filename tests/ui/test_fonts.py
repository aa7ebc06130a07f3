from __future__ import annotations

from policyviewer.ui.fonts import FAMILIES, has_chinese_font, interface_font
from policyviewer.ui.inspection import inspect_qt


def test_chinese_families_come_first(qapp):
    assert interface_font().families() == list(FAMILIES)


def test_fonts_are_counted_as_the_doctor_does(qapp):
    assert has_chinese_font() == bool(inspect_qt()["chinese_fonts"])
