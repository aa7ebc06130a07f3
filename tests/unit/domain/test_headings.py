from __future__ import annotations

import pytest

from policyviewer.domain.documents import HeadingKind
from policyviewer.domain.headings import heading_of


@pytest.mark.parametrize(
    ("line", "label", "kind"),
    [
        ("总体要求", "总体要求", HeadingKind.OWN_LINE),
        ("统筹建设平台。", "统筹建设平台", HeadingKind.OWN_LINE),
        ("深化合作。积极融入。", "深化合作", HeadingKind.RUN_IN),
        (
            "落实“谁执法谁普法。”责任制。各部门要落实。",
            "落实“谁执法谁普法。”责任制",
            HeadingKind.RUN_IN,
        ),
        ("元旦：放假3天。上班。", "元旦", HeadingKind.RUN_IN),
        ("擅自拆除文物；", "擅自拆除文物；", HeadingKind.ITEM),
    ],
)
def test_a_heading_ends_where_its_drafter_meant(line, label, kind):
    heading = heading_of(line, 0)
    assert (heading.label, heading.kind) == (label, kind)


def test_a_long_sentence_is_an_item_with_a_short_label():
    heading = heading_of("应" * 60 + "。还有。", 0)
    assert (heading.kind, len(heading.label)) == (HeadingKind.ITEM, 31)


def test_the_responsible_bodies_leave_the_label():
    heading = heading_of("拓展市场。推广试点。（税务总局、财政部负责）", 0)
    assert heading.responsible == "税务总局、财政部负责"
    assert heading.label == "拓展市场"
