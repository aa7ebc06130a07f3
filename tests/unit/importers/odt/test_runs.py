from __future__ import annotations

import pytest

from policyviewer.importers.odt.runs import Found, Runs


def words(element, xml: str, found: Found | None = None, boxes: list | None = None) -> str:
    runs = Runs(found or Found([]), (boxes if boxes is not None else []).append)
    return runs.text(element(f"<text:p>{xml}</text:p>"))


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("关于<text:span>修路</text:span>的通知", "关于修路的通知"),
        ("甲<text:s/>乙<text:s text:c='3'/>丙", "甲 乙   丙"),
        ("甲<text:tab/>乙<text:line-break/>丙", "甲\t乙\n丙"),
        ("  甲\n   乙", " 甲 乙"),
        ("甲&#x0d;", "甲"),
        ("<text:a>链接</text:a>", "链接"),
        ("甲<text:soft-page-break/>乙", "甲乙"),
        ("甲<office:annotation><text:p>批</text:p></office:annotation>乙", "甲乙"),
    ],
)
def test_words_are_put_together(element, xml: str, text: str):
    assert words(element, xml) == text


def test_notes_get_their_signs_in_order(element):
    note = "<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note>"
    found = Found([])
    assert words(element, f"甲{note}乙{note}", found) == "甲①乙②"
    assert [sign for sign, _body in found.notes] == ["①", "②"]


def test_what_is_beside_the_words_is_counted(element):
    found = Found([])
    frame = "<draw:frame><draw:image/><draw:image/></draw:frame>"
    words(element, f"<text:change/>{frame}<office:annotation/>", found)
    assert (found.revisions, found.pictures, found.comments) == (1, 1, 1)


def test_text_boxes_are_given_as_they_are_met(element):
    boxes: list = []
    xml = "<draw:frame><draw:text-box><text:p>机密</text:p></draw:text-box></draw:frame>通知"
    assert words(element, xml, boxes=boxes) == "通知"
    assert len(boxes) == 1
